import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { HttpMessage } from "../http/message";
import { onlyProblem, readHead } from "../http/pasted";
import { inputText } from "../inputText";
import { pauses, scaleProgress } from "../pace";
import { readTime, toMilliseconds } from "../time";
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
  text,
} from "./jsonMembers";
import { type Session, type SessionTimes, sessionsToCaptures, wholeSession } from "./sessions";

const NOTHING: BodyBytes = { bytes: new Uint8Array(), problems: [] };

/** A body in a HAR: text with an optional encoding. `undefined` if there is no text. */
function readBody(holder: Json, size: number | undefined): BodyBytes | undefined {
  const content = text(member(holder, "text"));
  if (content === undefined) return undefined;
  if (text(member(holder, "encoding"))?.toLowerCase() === "base64") return base64ToBytes(content);
  return { bytes: textToBytes(content, size), problems: [] };
}

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 ? value : undefined;

function contentLength(headers: HttpMessage["headers"]): number | undefined {
  return number(headers.find(([name]) => name.toLowerCase() === "content-length")?.[1]);
}

/**
 * postData, or `_content`, where HTTP Toolkit stores what postData can't contain; Reqable adds an encoding to
 * postData.
 */
function toRequest(entry: Json): HttpMessage | undefined {
  const request = member(entry, "request");
  const url = text(member(request, "url"));
  if (url === undefined) return undefined;
  const headers = headerList(member(request, "headers"));
  const size = contentLength(headers) ?? positive(number(member(request, "bodySize")));
  const body =
    readBody(member(request, "_content"), size) ??
    readBody(at(request, "postData", "_content"), size) ??
    readBody(member(request, "postData"), size);
  const missing = body === undefined && size ? [missingBody(size)] : [];
  const { bytes, problems } = body ?? NOTHING;
  const facts = {
    direction: "request",
    method: text(member(request, "method")) ?? "GET",
    target: url,
    headers,
    body: bytes,
    decoded: true,
  } as const;
  return makeMessage(facts, [...problems, ...missing], missing.length > 0);
}

function missingBody(size: number): InputProblem {
  const message = `The body of ${size} bytes is not in the file because the tool that wrote it omitted it.`;
  return { code: "body-missing", severity: "warning", message };
}

function toResponse(entry: Json): HttpMessage | undefined {
  const response = member(entry, "response");
  const status = number(member(response, "status"));
  if (status === undefined || status === 0) return undefined; // 0: the browser got no response
  const headers = headerList(member(response, "headers"));
  const content = member(response, "content");
  const size = positive(number(member(content, "size")));
  const body = readBody(member(response, "_content"), size) ?? readBody(content, size);
  const announced = size ?? contentLength(headers);
  const missing = body === undefined && announced ? [missingBody(announced)] : [];
  const { bytes, problems } = body ?? NOTHING;
  const facts = {
    direction: "response",
    status,
    reason: text(member(response, "statusText")) ?? "",
    headers,
    body: bytes,
    decoded: true,
  } as const;
  return makeMessage(
    facts,
    [...problems, ...missing, ...sizeProblems(size, bytes, missing.length > 0)],
    true,
  );
}

function sizeProblems(
  size: number | undefined,
  bytes: Uint8Array,
  missing: boolean,
): readonly InputProblem[] {
  if (size === undefined || size === 0 || missing || size === bytes.length) return [];
  const message = `The file gives the body size as ${size} bytes, but contains ${bytes.length}.`;
  return [{ code: "content-length-mismatch", severity: "warning", message }];
}

function readTimes(entry: Json): SessionTimes {
  const started = text(member(entry, "startedDateTime"));
  return {
    request: started === undefined ? undefined : readTime(started),
    tookMs: toMilliseconds(number(member(entry, "time"))),
  };
}

function toSession(entry: Json, index: number, name: string | undefined): Session | undefined {
  const request = toRequest(entry);
  const response = toResponse(entry);
  if (request === undefined && response === undefined) return undefined;
  const origin = { name: `${name === undefined ? "" : `${name}: `}log.entries[${index}]` };
  return wholeSession(String(index + 1), request, response, origin, readTimes(entry));
}

/** Whether a parsed value is a HAR. */
function isHar(value: Json): boolean {
  return Array.isArray(at(value, "log", "entries"));
}

/** The brackets around an entry: the root, log, entries. */
const ENTRIES_DEPTH = 3;

async function read(input: Input, options: ReadOptions): Promise<Contents> {
  const parsed = parseElements(
    input.bytes === undefined ? inputText(input) : jsonText(input.bytes),
    ENTRIES_DEPTH,
  );
  if (parsed.value === undefined) return { captures: [], problems: parsed.problems };
  if (!isHar(parsed.value)) {
    const none = onlyProblem("no-har", "The JSON has no log.entries, so it is not a HAR file.");
    return { ...none, problems: [...parsed.problems, ...none.problems] };
  }
  const entries = list(at(parsed.value, "log", "entries"));
  const sessions: Session[] = [];
  const pause = pauses(options);
  for (const [index, entry] of entries.entries()) {
    await pause(index / entries.length / 2, `entry ${index + 1}`);
    const session = toSession(entry, index, input.name);
    if (session) sessions.push(session);
  }
  const skipped = entries.length - sessions.length;
  const contents = await sessionsToCaptures(sessions, scaleProgress(options, 0.5, 1), { leftOut: skipped });
  const message = `${skipped} entries in the file have neither a request nor a response.`;
  const problems: InputProblem[] =
    skipped > 0 ? [{ code: "skipped-entries", severity: "warning", message }] : [];
  return { ...contents, problems: [...parsed.problems, ...problems, ...contents.problems] };
}

function recognise(input: Input): { readonly confidence: number; readonly why: string } | undefined {
  const head = readHead(input, 65536).replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*/, "");
  if (!head.startsWith("{")) return undefined;
  if (/^\{\s*"log"\s*:\s*\{/.test(head))
    return { confidence: 0.995, why: 'it is JSON that begins with "log", like a HAR file' };
  return /"log"\s*:\s*\{/.test(head) && /"entries"\s*:\s*\[/.test(head)
    ? { confidence: 0.99, why: 'it is JSON with "log" and "entries"' }
    : undefined;
}

/**
 * HTTP Archive 1.2, including the dialects of browsers, mitmproxy, HTTP Toolkit, Reqable, Charles and
 * Fiddler.
 */
export const har: Format = { id: "har", title: "HTTP Archive (HAR)", recognise, read };
