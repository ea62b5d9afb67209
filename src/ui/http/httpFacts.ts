import { type EasQuery, readQuery } from "../../eas/requestLine";
import type { Capture, HttpFacts, InputProblem } from "../../formats/format";

/** A name, and a value as text. */
export type Fact = readonly [name: string, value: string];

/** The first line of a message: "POST /Microsoft-Server-ActiveSync?…" or "200 OK". */
export function writeFirstLine({ method, url, status, reason }: HttpFacts): string {
  const words = method === undefined ? [status, reason] : [method, url];
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}

/** The headers as HTTP writes them, one in a line. */
export function writeHeaders({ headers }: HttpFacts): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\r\n");
}

/** The query of a request, in either form. */
export interface QueryFacts {
  readonly form: EasQuery["form"];
  readonly facts: readonly Fact[];
  readonly problems: readonly Pick<InputProblem, "severity" | "message">[];
}

/** What the query of a request says, decoded; `undefined` for a response, and for a request without one. */
export function readQueryFacts({ method, url }: HttpFacts): QueryFacts | undefined {
  const query = method === undefined || url?.includes("?") !== true ? undefined : readQuery(url);
  if (query === undefined) return undefined;
  const facts = query.form === "base64" ? listBase64Facts(query) : listFields(query);
  const problems = query.problems.map(({ message }) => ({ severity: "warning" as const, message }));
  return { form: query.form, facts, problems };
}

function listFields({ fields }: EasQuery): readonly Fact[] {
  return fields.map(({ name, value }) => [name, value]);
}

/** The values without the lengths and tags before them; the command by its name. */
function listBase64Facts(query: EasQuery): readonly Fact[] {
  const { version, command, commandNumber, locale, deviceId, policyKey, deviceType, parameters } = query;
  const known: readonly (readonly [string, string | number | undefined])[] = [
    ["Protocol version", version],
    ["Command", commandNumber === undefined ? command : `${command} (${commandNumber})`],
    ["Locale", locale === undefined ? undefined : `0x${locale.toString(16).toUpperCase().padStart(4, "0")}`],
    ["Device ID", deviceId],
    ["Policy key", policyKey],
    ["Device type", deviceType],
    ...parameters.map(
      ({ name, value }) => [name, name === "Options" ? writeOptions(query, value) : value] as const,
    ),
  ];
  return known.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
}

function writeOptions({ saveInSent, acceptMultiPart }: EasQuery, value: string): string {
  const words = [...(saveInSent ? ["SaveInSent"] : []), ...(acceptMultiPart ? ["AcceptMultiPart"] : [])];
  return words.length === 0 ? value : `${value} (${words.join(", ")})`;
}

/** When a message was sent, and how long its exchange took. */
export function writeTiming({ startedAt, tookMs }: Pick<Capture, "startedAt" | "tookMs">): readonly Fact[] {
  return [
    ...(startedAt === undefined ? [] : [["Sent", writeTime(startedAt)] as const]),
    ...(tookMs === undefined ? [] : [["Took", writeDuration(tookMs)] as const]),
  ];
}

/** A date that JavaScript can't represent is given as it is. */
function writeTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? String(milliseconds)
    : date.toISOString().replace("T", " ").replace("Z", " UTC");
}

function writeDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
