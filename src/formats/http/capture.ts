import { findHttpStatus } from "../../eas/httpStatus";
import { type EasQuery, readQuery } from "../../eas/requestLine";
import type { Capture, HttpFacts, InputProblem, Origin, ReadOptions } from "../format";
import { type Limits, limitRest, limits as pageLimits, totalProblem } from "../limits";
import { pauses } from "../pace";
import { type BodyKind, bodyName, classifyBody, fittingType, replacementCount } from "./body";
import { undoContentCoding } from "./contentCoding";
import { type HttpMessage, header, mediaType } from "./message";
import { splitMultipart } from "./multipart";
import { type People, readPeople } from "./people";
import { dropPlace } from "./places";

/** Facts about a message from other sources. */
export interface CaptureContext {
  readonly origin: Origin;
  /** The session's number or name in its file; the prefix of the label. */
  readonly id?: string;
  /** The request of this response. */
  readonly request?: HttpMessage | undefined;
  /** What `readRequestFacts` gives for the request of this exchange, if it is known already. */
  readonly requestFacts?: RequestFacts;
  readonly limits?: Limits;
  /** When the message was sent, and how long its exchange took, in milliseconds. */
  readonly startedAt?: number | undefined;
  readonly tookMs?: number | undefined;
}

/** The ActiveSync facts in the request line and headers of a request. */
export interface EasFacts {
  readonly query: EasQuery | undefined;
  readonly command: string | undefined;
  readonly version: string | undefined;
}

/** Whether a request target belongs to an ActiveSync server or to Autodiscover. */
function isEasTarget(target: string): boolean {
  return /\/Microsoft-Server-ActiveSync\b|\/autodiscover\//i.test(target);
}

/** Whether a request or its response is ActiveSync: by URL, by header or by media type. */
export function isEasMessage(message: HttpMessage): boolean {
  if (isEasTarget(message.target ?? "")) return true;
  return message.headers.some(
    ([name, value]) =>
      /^(MS-AS|X-MS-PolicyKey|MS-Server-ActiveSync)/i.test(name) || /vnd\.ms-sync/i.test(value),
  );
}

const NO_FACTS: RequestFacts = {
  eas: { query: undefined, command: undefined, version: undefined },
  people: {},
};

/** The facts that a capture takes from its request. */
export interface RequestFacts {
  readonly eas: EasFacts;
  readonly people: People;
}

/** What a request says, for itself and for its response. */
export function readRequestFacts(request: HttpMessage | undefined): RequestFacts {
  if (request === undefined) return NO_FACTS;
  const eas = easFacts(request);
  return { eas, people: readPeople(request, eas.query) };
}

/**
 * Command and protocol version of a request: from the query; the version otherwise from the
 * MS-ASProtocolVersion header.
 */
function easFacts(request: HttpMessage): EasFacts {
  const target = request.target ?? "";
  const query = target.includes("?") && isEasMessage(request) ? readQuery(target) : undefined;
  const autodiscover = /\/autodiscover\//i.test(target) ? "Autodiscover" : undefined;
  const version = query?.version ?? header(request.headers, "MS-ASProtocolVersion");
  return { query, command: query?.command ?? autodiscover, version };
}

function writeLabel(
  message: HttpMessage,
  { id }: CaptureContext,
  command: string | undefined,
  kind: BodyKind,
): string {
  const what = message.direction === "request" ? (message.method ?? "") : String(message.status ?? "");
  const note = kind === "wbxml" ? undefined : `(${bodyName(kind)})`;
  return [id, what, command, note].filter((word) => word !== undefined && word !== "").join(" ");
}

function httpFacts({ method, target, status, reason, headers }: HttpMessage): HttpFacts {
  return {
    ...(method !== undefined && { method }),
    ...(target !== undefined && { url: target }),
    ...(status !== undefined && { status }),
    ...(reason !== undefined && reason !== "" && { reason }),
    headers,
  };
}

function statusProblems({ status, headers }: HttpMessage): readonly InputProblem[] {
  if (status === undefined || (status >= 100 && status < 300)) return [];
  const known = findHttpStatus(status);
  const location = header(headers, "X-MS-Location");
  const retry = header(headers, "Retry-After");
  const facts = [location && `X-MS-Location: ${location}`, retry && `Retry-After: ${retry}`]
    .filter(Boolean)
    .join("; ");
  const text = known ? `${known.name}. ${known.meaning} ${known.advice}` : "The request failed.";
  return [
    {
      code: "http-status",
      severity: "info", // a failure is no fault of the input: the rules report it
      message: `HTTP ${status}: ${text}${facts === "" ? "" : ` (${facts})`}`,
    },
  ];
}

function queryProblems(query: EasQuery | undefined): readonly InputProblem[] {
  return (query?.problems ?? []).map(({ code, message }) => ({
    code: `query-${code}`,
    severity: "warning",
    message,
  }));
}

/**
 * Versions before 14.0 send mail as MIME, GetAttachment returns the attachment, and Autodiscover is XML:
 * these bodies are correct.
 */
function bodyProblems(bytes: Uint8Array, kind: BodyKind, named: string | undefined): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const { differs } = fittingType(kind, named);
  if (differs && kind === "wbxml") {
    problems.push({
      code: "body-is-wbxml",
      severity: "info",
      message: `Content-Type is ${named}, but the body is WBXML.`,
    });
  } else if (differs && named?.includes("vnd.ms-sync")) {
    problems.push({
      code: "body-not-wbxml",
      severity: "warning",
      message: `Content-Type is ${named}, but the body is ${bodyName(kind)}.`,
    });
  }
  const lost = kind === "wbxml" || kind === "multipart" || kind === "binary" ? replacementCount(bytes) : 0;
  if (lost > 0) {
    const message =
      `The body contains U+FFFD ${lost} times: a tool read bytes as text and replaced those it could not ` +
      "read. The original bytes are lost.";
    problems.push({ code: "replacement-characters", severity: "warning", message });
  }
  return problems;
}

interface BodyContent {
  readonly payload: Uint8Array;
  readonly parts?: readonly Uint8Array[];
  readonly problems: readonly InputProblem[];
}

function splitContent(bytes: Uint8Array, kind: BodyKind): BodyContent {
  if (kind !== "multipart") return { payload: bytes, problems: [] };
  const { parts, problems } = splitMultipart(bytes);
  const [payload = bytes, ...rest] = parts;
  return { payload, parts: rest, problems: problems.map(dropPlace) };
}

/**
 * An HTTP message as a capture: codings removed, multipart split, command and version from the request line,
 * the label from the kind of body. Empty bodies are legal. Total.
 */
export async function toCapture(message: HttpMessage, context: CaptureContext): Promise<Capture> {
  const request = message.direction === "request" ? message : context.request;
  const { eas, people } = context.requestFacts ?? readRequestFacts(request);
  const { query, command, version } = eas;
  const named = mediaType(message.headers);
  const decoded = await undoContentCoding(message, context.limits ?? pageLimits);
  const kind = decoded.coded ? "binary" : classifyBody(decoded.bytes, named ?? "");
  const { payload, parts, problems } = splitContent(decoded.bytes, kind);
  const { type } = decoded.coded ? { type: "application/octet-stream" } : fittingType(kind, named);
  return {
    label: writeLabel(message, context, command, kind),
    direction: message.direction,
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    http: httpFacts(message),
    payload,
    ...(type !== undefined && { contentType: type }),
    ...(parts && { parts }),
    origin: context.origin,
    ...people,
    ...(context.id !== undefined && { exchange: context.id }),
    ...(context.startedAt !== undefined && { startedAt: context.startedAt }),
    ...(context.tookMs !== undefined && { tookMs: context.tookMs }),
    problems: [
      ...message.problems,
      ...decoded.problems,
      ...problems,
      ...bodyProblems(decoded.bytes, decoded.coded ? "empty" : kind, named),
      ...(message.direction === "request" ? queryProblems(query) : []),
      ...statusProblems(message),
    ],
  };
}

/** How many bytes of content a capture has. */
export function countBytes({ payload, parts = [] }: Pick<Capture, "payload" | "parts">): number {
  return parts.reduce((sum, { length }) => sum + length, payload.length);
}

/**
 * Captures of messages in the order they were sent: each final response is assigned to the oldest request
 * without a response.
 */
export async function toCaptures(
  messages: readonly HttpMessage[],
  origin: (message: HttpMessage) => Origin,
  options: ReadOptions,
  limits: Limits = pageLimits,
): Promise<Capture[]> {
  const pause = pauses(options);
  const captures: Capture[] = [];
  const open: { readonly request: HttpMessage; readonly id: string }[] = [];
  let [number, answered, bytes] = [0, 0, 0];
  const single = messages.length < 2;
  for (const message of messages) {
    await pause(captures.length / messages.length, `message ${captures.length + 1}`);
    if (message.direction === "request") open.push({ request: message, id: String(++number) });
    const pair = message.direction === "request" ? open.at(-1) : open[answered];
    if (message.direction === "response" && (message.status ?? 0) >= 200) answered++;
    const id = pair?.id ?? String(++number);
    const known = { ...(pair && { request: pair.request }), ...(!single && { id }) };
    const rest = limitRest(limits, limits.totalBytes - bytes);
    const capture = await toCapture(message, { origin: origin(message), limits: rest, ...known });
    const isLast = rest.totalBytes > 0 && countBytes(capture) >= rest.totalBytes;
    captures.push(isLast ? { ...capture, problems: [...capture.problems, totalProblem(limits)] } : capture);
    bytes += countBytes(capture);
  }
  return captures;
}
