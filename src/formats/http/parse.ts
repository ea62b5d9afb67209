import { decodeAscii } from "../../bytes/latin1";
import type { ByteRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import { type Limits, limitProblem, limits as pageLimits } from "../limits";
import { readChunked } from "./chunked";
import { type Headers, type HttpMessage, header, readHeaderLines, readStartLine } from "./message";

/** The messages in some bytes, and problems for the bytes between them. */
export interface Messages {
  readonly messages: readonly HttpMessage[];
  readonly problems: readonly InputProblem[];
}

/*
 * On the wire, the headers define where a message ends. In a saved session the headers may no longer match:
 * tools remove chunks, convert line endings, cut bodies, and draw rules between messages. So the announced
 * length is used only if a message, a rule or the end follows directly after it. Otherwise the body extends
 * to the next start line, and the difference is a problem. A start line is recognised anywhere, because a
 * body need not end with a line break. All of this works on one string with one UTF-16 unit for each byte, so
 * that patterns can be used and positions are byte offsets.
 */

interface MessageSource {
  readonly bytes: Uint8Array;
  /** One UTF-16 unit per byte. */
  readonly text: string;
  readonly limits: Limits;
  /** The last stretch of blank lines and rules that was found. */
  blank: ByteRange;
}

/**
 * A request line, or a status line up to its code, anywhere in a line: a body need not end with a line break.
 */
const START =
  /(?:GET|POST|OPTIONS|HEAD|PUT|DELETE|CONNECT|PATCH|(?<![^\n])[A-Z][A-Z_-]{1,19}) [^\s]+ HTTP\/\d(?:\.\d)?\r?\n|(HTTP\/\d(?:\.\d)? \d{3})(?=[ \r\n])/g;
const START_HERE = new RegExp(START.source, "y");
const LINE_END = /[\r\n]/g;
// what stands between sessions: blank lines, the rules that tools draw, and byte order marks
const NOT_BLANK = /[^ \t\r\n\uFEFF]/g;
const NOT_RULE = /[^-=]/g;
const SHORTEST_RULE = 5;
const UTF_8_MARK = "\u00EF\u00BB\u00BF";

/** Where a run of characters ends: at the next one of another kind. */
function endOfRun(text: string, from: number, other: RegExp): number {
  other.lastIndex = from;
  return other.exec(text)?.index ?? text.length;
}

/** The end of one blank stretch, rule or mark at a place; the place itself if there is none. */
function skipOne(text: string, from: number): number {
  const blank = endOfRun(text, from, NOT_BLANK);
  if (blank > from) return blank;
  if (text.startsWith(UTF_8_MARK, from)) return from + UTF_8_MARK.length;
  const rule = endOfRun(text, from, NOT_RULE);
  return rule - from >= SHORTEST_RULE ? rule : from;
}

/**
 * Where the line of a status line ends, and whether it is with a line break. A line can hold many beginnings
 * of status lines, all of which end with it, so that whoever looks for the next one goes on after this end.
 */
function endLine(text: string, from: number): { readonly end: number; readonly isBroken: boolean } {
  LINE_END.lastIndex = from;
  const end = LINE_END.exec(text)?.index ?? text.length;
  return { end, isBroken: text.startsWith("\n", end) || text.startsWith("\r\n", end) };
}

/** Where the next start line starts at or after `from`; -1 if there is none. */
function nextStart({ text }: MessageSource, from: number): number {
  START.lastIndex = from;
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    if (match[1] === undefined) return match.index;
    const { end, isBroken } = endLine(text, START.lastIndex);
    if (isBroken) return match.index;
    START.lastIndex = end;
  }
  return -1;
}

/** Whether a start line starts at a place. */
function isStart({ text }: MessageSource, at: number): boolean {
  START_HERE.lastIndex = at;
  const match = START_HERE.exec(text);
  return match !== null && (match[1] === undefined || endLine(text, START_HERE.lastIndex).isBroken);
}

/**
 * The end of the blank lines and rules at a place. The last stretch of them is remembered: the lengths that
 * many messages announce can all end in the same one.
 */
function skipBetween(source: MessageSource, from: number): number {
  const { text, blank } = source;
  if (from >= blank.start && from < blank.end) return blank.end;
  let end = from;
  for (let next = skipOne(text, end); next > end; next = skipOne(text, end)) end = next;
  source.blank = { start: from, end };
  return end;
}

/** The end of the head: directly after the empty line, or the end of the input if there is none. */
function headEnd(
  { text, limits }: MessageSource,
  start: number,
): { readonly end: number; readonly body: number; readonly tooLong: boolean } {
  const empty = /\r?\n\r?\n/g;
  empty.lastIndex = start;
  const found = empty.exec(
    text.length > start + limits.headBytes ? text.slice(0, start + limits.headBytes) : text,
  );
  if (found) return { end: found.index, body: found.index + found[0].length, tooLong: false };
  const end = Math.min(text.length, start + limits.headBytes);
  return { end, body: end, tooLong: end < text.length };
}

interface Body {
  readonly bytes: Uint8Array;
  /** Where the message ends in the source. */
  readonly end: number;
  readonly problem?: InputProblem;
}

/**
 * Everything up to the next start line or the end; the line breaks before a next start line are not part of
 * it.
 */
function readToNext(source: MessageSource, start: number): Body {
  const next = nextStart(source, start);
  if (next < 0) return { bytes: source.bytes.subarray(start), end: source.bytes.length };
  const end = Math.max(start, skipRuleBefore(source.text, next));
  return { bytes: source.bytes.subarray(start, end), end };
}

/** The start of the line breaks before a place, and of a drawn rule before them with its own line breaks. */
function skipRuleBefore(text: string, at: number): number {
  const breaks = skipBack(text, at, "\r\n");
  const rule = skipBack(text, breaks, "-=");
  const before = skipBack(text, rule, "\r\n");
  return breaks < at && breaks - rule >= 5 && before < rule ? before : breaks;
}

function skipBack(text: string, at: number, chars: string): number {
  let from = at;
  while (from > 0 && chars.includes(text.charAt(from - 1))) from--;
  return from;
}

function mismatch(announced: number, found: number, start: number, end: number): InputProblem {
  const what =
    found < announced
      ? "bytes are missing because the message was cut off or bytes were lost in copying"
      : "more bytes than announced";
  const message = `Content-Length is ${announced}, but the body has ${found} bytes: ${what}.`;
  return { code: "content-length-mismatch", severity: "warning", message, bytes: { start, end } };
}

function readSizedBody(source: MessageSource, start: number, announced: number): Body {
  const end = start + announced;
  if (end <= source.bytes.length) {
    const after = skipBetween(source, end);
    if (after >= source.bytes.length || isStart(source, after) || isStart(source, end)) {
      return { bytes: source.bytes.subarray(start, end), end };
    }
  }
  const body = readToNext(source, start);
  return body.bytes.length === announced
    ? body
    : { ...body, problem: mismatch(announced, body.bytes.length, start, body.end) };
}

function readChunkedBody(source: MessageSource, start: number): Body {
  const chunked = readChunked(source.bytes, start);
  if (chunked?.whole) return chunked;
  if (chunked) {
    const message = "The chunked body is cut off; the chunks before that point were kept.";
    const end = Math.max(chunked.end, readToNext(source, chunked.end).end);
    return {
      bytes: chunked.bytes,
      end,
      problem: { code: "broken-chunking", severity: "error", message, bytes: { start: chunked.end, end } },
    };
  }
  const message =
    "Transfer-Encoding is chunked, but the body has no chunks: a tool has already joined them. It is used " +
    "as is.";
  return {
    ...readToNext(source, start),
    problem: { code: "already-dechunked", severity: "info", message, bytes: { start, end: start } },
  };
}

function hasNoBody(
  start: Pick<HttpMessage, "direction" | "method" | "status">,
  requestMethod: string | undefined,
): boolean {
  if (start.direction === "request") return false;
  const status = start.status ?? 0;
  return (
    status < 200 ||
    status === 204 ||
    status === 304 ||
    requestMethod === "HEAD" ||
    (requestMethod === "CONNECT" && status < 300)
  );
}

function readUnsizedBody(source: MessageSource, start: number, isRequest: boolean): Body {
  const after = skipBetween(source, start);
  if (after >= source.bytes.length) return { bytes: new Uint8Array(), end: source.bytes.length };
  if (isStart(source, after)) return { bytes: new Uint8Array(), end: after };
  const body = readToNext(source, start);
  const message =
    "The request has a body but neither Content-Length nor chunks, so everything up to the next message " +
    "was used.";
  return isRequest
    ? {
        ...body,
        problem: { code: "no-content-length", severity: "info", message, bytes: { start, end: body.end } },
      }
    : body;
}

/**
 * message-body by the rules of [RFC 9112] 6.3, but lenient about tools that change the body and not the
 * headers.
 */
function readBody(
  source: MessageSource,
  start: number,
  message: Pick<HttpMessage, "direction" | "method" | "status">,
  headers: Headers,
  requestMethod?: string,
): Body {
  const chunked = /\bchunked\b/i.test(header(headers, "Transfer-Encoding") ?? "");
  const length = /^\d{1,15}$/.exec((header(headers, "Content-Length") ?? "").trim());
  if (hasNoBody(message, requestMethod)) return { bytes: new Uint8Array(), end: start };
  if (chunked) return readChunkedBody(source, start);
  if (length) return readSizedBody(source, start, Number(length[0]));
  return readUnsizedBody(source, start, message.direction === "request");
}

function openHead(start: number, end: number): InputProblem {
  const message =
    "No empty line ends the head of the message: the rest of it (more headers and the body) is missing.";
  return { code: "head-not-closed", severity: "info", message, bytes: { start, end } };
}

function readMessage(
  source: MessageSource,
  start: number,
  requestMethod: string | undefined,
): { readonly message: HttpMessage; readonly end: number } {
  const head = headEnd(source, start);
  const [first = "", ...rest] = source.text.slice(start, head.end).split(/\r?\n/);
  const facts = readStartLine(first) ?? { direction: "request" as const };
  const { headers, problems } = readHeaderLines(rest);
  const body = readBody(source, head.body, facts, headers, requestMethod);
  const range: ByteRange = { start, end: body.end };
  const unclosed =
    head.end === head.body &&
    !head.tooLong &&
    body.problem === undefined &&
    header(headers, "Content-Length") === undefined;
  const tooLong = head.tooLong
    ? [limitProblem("headBytes", "The head of the message", source.limits.headBytes, { bytes: range })]
    : [];
  const all = [
    ...problems.map((entry) => ({ ...entry, bytes: { start, end: head.end } })),
    ...tooLong,
    ...(unclosed ? [openHead(start, head.end)] : []),
    ...(body.problem ? [body.problem] : []),
  ];
  return { message: { ...facts, headers, body: body.bytes, range, problems: all }, end: body.end };
}

/**
 * Reads all HTTP messages in some bytes, one after the other. Total: bytes between messages become a problem;
 * a body that does not match its headers extends to the next start line. `requestMethods` are the methods of
 * the requests for these responses, in order, if the bytes contain only responses.
 */
export function parseMessages(
  bytes: Uint8Array,
  requestMethods: readonly (string | undefined)[] = [],
  limits: Limits = pageLimits,
): Messages {
  const source: MessageSource = { bytes, text: decodeAscii(bytes), limits, blank: { start: 0, end: 0 } };
  const messages: HttpMessage[] = [];
  const problems: InputProblem[] = [];
  const waiting = [...requestMethods];
  let answered = 0;
  let at = skipBetween(source, 0);
  while (at < bytes.length && messages.length < limits.captures) {
    const start = nextStart(source, at);
    if (start !== at) problems.push(noMessage(at, start < 0 ? bytes.length : start));
    if (start < 0) return { messages, problems };
    const { message, end } = readMessage(source, start, waiting[answered]);
    messages.push(message);
    if (message.direction === "request") waiting.push(message.method);
    else if ((message.status ?? 0) >= 200) answered++;
    at = skipBetween(source, Math.max(end, start + 1));
  }
  if (at < bytes.length)
    problems.push(
      limitProblem("captures", "The number of messages", limits.captures, {
        bytes: { start: at, end: bytes.length },
      }),
    );
  return { messages, problems };
}

function noMessage(start: number, end: number): InputProblem {
  const message = `${end - start} bytes don't belong to any HTTP message and were skipped.`;
  return { code: "skipped-bytes", severity: "warning", message, bytes: { start, end } };
}
