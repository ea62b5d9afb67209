import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { HttpMessage } from "../http/message";
import { readHead } from "../http/pasted";
import { inputText } from "../inputText";
import { pauses, scaleProgress } from "../pace";
import { readTime, toMilliseconds, type WrittenTime } from "../time";
import { type Archive, looksLikeZip, openArchive } from "./archive";
import { type BodyBytes, base64ToBytes, makeMessage, textToBytes } from "./bodyText";
import {
  at,
  headerList,
  type Json,
  jsonText,
  list,
  member,
  number,
  parseElements,
  parseJson,
  text,
} from "./jsonMembers";
import { namesIn } from "./saz";
import { type Session, type SessionTimes, sessionsToCaptures, wholeSession } from "./sessions";

/** "chls/3-req.json" without the extension; other names unchanged. */
function withoutExtension(path: string): string {
  const from = path.lastIndexOf("/") + 1;
  return path.slice(0, from) + path.slice(from).replace(/(-re[qs])\..*$/s, "$1");
}

const META = /(?:^|\/)(\d+)-meta\.json$/;

/** The URL of a transaction in a Charles session. */
function readTarget(meta: Json): string {
  const query = text(member(meta, "query"));
  const port = number(member(meta, "port"));
  const host = text(member(meta, "host"));
  const file = text(member(meta, "path")) ?? "/";
  const path = query === undefined || query === "" ? file : `${file}?${query}`;
  return host === undefined
    ? path
    : `${text(member(meta, "scheme")) ?? "http"}://${host}${port === undefined ? "" : `:${port}`}${path}`;
}

function readTimes(meta: Json): SessionTimes {
  const read = (name: string): WrittenTime | undefined => readTime(text(at(meta, "times", name)) ?? "");
  const request = read("requestBegin") ?? read("start");
  const end = read("end");
  return {
    request,
    response: read("responseBegin"),
    tookMs:
      toMilliseconds(number(at(meta, "durations", "total"))) ??
      (request && end && toMilliseconds(end.at - request.at)),
  };
}

/** The body if the JSON itself contains it (.chlsj): text, or base64 in "encoded". */
function inlineBody(part: Json): BodyBytes | undefined {
  const body = member(part, "body");
  const encoded = text(member(body, "encoded"));
  if (encoded !== undefined) return base64ToBytes(encoded);
  const plain = text(member(body, "text"));
  return plain === undefined
    ? undefined
    : { bytes: textToBytes(plain, number(at(part, "sizes", "body"))), problems: [] };
}

function isDecoded(meta: Json, name: string): boolean {
  return at(meta, name, "body", "decoded") === true || text(at(meta, name, "contentEncoding")) === undefined;
}

function toRequest(meta: Json, body: BodyBytes | undefined): HttpMessage {
  const { bytes, problems } = body ?? { bytes: new Uint8Array(), problems: [] };
  const headers = headerList(at(meta, "request", "header", "headers"));
  const facts = {
    direction: "request",
    method: text(member(meta, "method")) ?? "GET",
    target: readTarget(meta),
    headers,
    body: bytes,
  } as const;
  return makeMessage({ ...facts, decoded: isDecoded(meta, "request") }, problems);
}

function toResponse(meta: Json, body: BodyBytes | undefined): HttpMessage | undefined {
  const status =
    number(at(meta, "response", "status")) ??
    number(/^HTTP\/\S+ (\d{3})/.exec(text(at(meta, "response", "header", "firstLine")) ?? "")?.[1]);
  if (status === undefined) return undefined;
  const { bytes, problems } = body ?? { bytes: new Uint8Array(), problems: [] };
  const headers = headerList(at(meta, "response", "header", "headers"));
  return makeMessage(
    { direction: "response", status, headers, body: bytes, decoded: isDecoded(meta, "response") },
    problems,
  );
}

/** One transaction: its JSON and, in an archive, the files of its bodies (0-req.dat, 0-res.html …). */
async function toSession(
  archive: Archive,
  bodies: ReadonlyMap<string, string>,
  path: string,
  id: string,
  problems: InputProblem[],
): Promise<Session | undefined> {
  const file = await archive.read(path);
  const parsed = file && parseJson(jsonText(file.bytes));
  for (const problem of file?.problems ?? []) problems.push(problem);
  if (parsed === undefined) {
    problems.push({ code: "bad-json", severity: "error", message: `${path} is not JSON.` });
    return undefined;
  }
  const body = async (kind: string): Promise<BodyBytes | undefined> => {
    const name = bodies.get(path.replace(/meta\.json$/, kind));
    return (
      (name === undefined ? undefined : await archive.read(name)) ??
      inlineBody(member(parsed.value, kind === "req" ? "request" : "response"))
    );
  };
  return wholeSession(
    id,
    toRequest(parsed.value, await body("req")),
    toResponse(parsed.value, await body("res")),
    { name: path },
    readTimes(parsed.value),
  );
}

/** Whether an archive contains a Charles session. */
export function isCharles(names: readonly string[]): boolean {
  return names.some((name) => META.test(name));
}

/** Reads the transactions of an open Charles archive. Rejects only if the read is cancelled. */
export async function readCharlesArchive(archive: Archive, options: ReadOptions): Promise<Contents> {
  const problems: InputProblem[] = [...archive.problems];
  const sessions: Session[] = [];
  const metas = archive.names.flatMap((name) => {
    const digits = META.exec(name)?.[1];
    return digits === undefined ? [] : [[Number(digits), name] as const];
  });
  const bodies = new Map(archive.names.map((name) => [withoutExtension(name), name]));
  const pause = pauses(options);
  for (const [i, [index, path]] of metas.sort(([a], [b]) => a - b).entries()) {
    await pause(i / metas.length / 2, path);
    const session = await toSession(archive, bodies, path, String(index + 1), problems);
    if (session) sessions.push(session);
  }
  const contents = await sessionsToCaptures(sessions, scaleProgress(options, 0.5, 1), {
    leftOut: metas.length - sessions.length,
  });
  return { ...contents, problems: [...problems, ...contents.problems] };
}

async function readZip({ bytes, name }: Input, options: ReadOptions): Promise<Contents> {
  const archive = await openArchive(bytes ?? new Uint8Array(), name ?? "session", options);
  return readCharlesArchive(archive, options).finally(archive.close);
}

async function readJson(input: Input, options: ReadOptions): Promise<Contents> {
  const parsed = parseElements(input.bytes === undefined ? inputText(input) : jsonText(input.bytes), 1);
  const sessions = list(parsed.value).map((meta, index) => {
    const part = (name: string): BodyBytes | undefined => inlineBody(member(meta, name));
    return wholeSession(
      String(index + 1),
      toRequest(meta, part("request")),
      toResponse(meta, part("response")),
      {
        name: `transaction ${index + 1}`,
      },
      readTimes(meta),
    );
  });
  const contents = await sessionsToCaptures(sessions, options);
  return { ...contents, problems: [...parsed.problems, ...contents.problems] };
}

/** Charles session archive: a zip of N-meta.json, N-req.* and N-res.*. */
export const charlesArchive: Format = {
  id: "charles-archive",
  title: "Charles session archive (.chlz)",
  recognise: ({ bytes, name }) => {
    if (bytes === undefined || !looksLikeZip(bytes)) return undefined;
    if (namesIn(bytes, META)) return { confidence: 0.97, why: "it is a zip that contains …-meta.json" };
    return /\.chlz$/i.test(name ?? "")
      ? { confidence: 0.8, why: "it is a zip with the extension .chlz" }
      : undefined;
  },
  read: readZip,
};

/** Charles JSON session: an array of transactions with their bodies. */
export const charlesJson: Format = {
  id: "charles-json",
  title: "Charles JSON session (.chlsj)",
  recognise: (input) => {
    const head = readHead(input, 16384).replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*/, "");
    if (!head.startsWith("[")) return undefined;
    const fits =
      /"(?:actualPort|protocolVersion)"\s*:/.test(head) &&
      /"scheme"\s*:/.test(head) &&
      /"method"\s*:/.test(head);
    return fits
      ? { confidence: 0.99, why: "it is a JSON array of transactions in the format of Charles" }
      : undefined;
  },
  read: readJson,
};
