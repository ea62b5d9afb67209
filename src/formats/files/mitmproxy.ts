import { decodeLatin1 } from "../../bytes/latin1";
import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { Headers, HttpMessage } from "../http/message";
import { onlyProblem } from "../http/pasted";
import { pauses, scaleProgress } from "../pace";
import { toMilliseconds } from "../time";
import { makeMessage } from "./bodyText";
import { type Session, type SessionTimes, sessionsToCaptures, wholeSession } from "./sessions";
import { readMember, readText, readTnetstring, type TnetValue } from "./tnetstring";

function readHeaders(value: TnetValue | undefined): Headers {
  const list = Array.isArray(value) ? (value as readonly TnetValue[]) : [];
  return list.flatMap((pair): (readonly [string, string])[] => {
    const [name, content] = Array.isArray(pair) ? (pair as readonly TnetValue[]) : [];
    const key = readText(name);
    return key === undefined ? [] : [[key, readText(content) ?? ""]];
  });
}

interface Body {
  readonly body: Uint8Array;
  readonly problems: readonly InputProblem[];
}

/**
 * The body as sent, with chunks joined but the content coding still applied; null if mitmproxy streamed it.
 */
function readBody(message: TnetValue): Body {
  const content = readMember(message, "content");
  if (content instanceof Uint8Array) return { body: content, problems: [] };
  const missing = "The body is not in the file because mitmproxy streamed it without storing it.";
  return {
    body: new Uint8Array(),
    problems: [{ code: "body-missing", severity: "warning", message: missing }],
  };
}

function readTarget(request: TnetValue): string {
  const path = readText(readMember(request, "path")) ?? "/";
  const host = readText(readMember(request, "host"));
  const port = readMember(request, "port");
  const scheme = readText(readMember(request, "scheme")) ?? "http";
  const usual = (scheme === "https" && port === 443) || (scheme === "http" && port === 80);
  return host === undefined || host === ""
    ? path
    : `${scheme}://${host}${usual || typeof port !== "number" ? "" : `:${port}`}${path}`;
}

function toRequest(flow: TnetValue): HttpMessage | undefined {
  const request = readMember(flow, "request");
  if (!(request instanceof Map)) return undefined;
  const { body, problems } = readBody(request);
  const method = readText(readMember(request, "method")) ?? "GET";
  const facts = {
    direction: "request",
    method,
    target: readTarget(request),
    headers: readHeaders(readMember(request, "headers")),
    body,
  } as const;
  return makeMessage(facts, problems, problems.length > 0);
}

function toResponse(flow: TnetValue): HttpMessage | undefined {
  const response = readMember(flow, "response");
  const status = readMember(response, "status_code") ?? readMember(response, "code");
  if (!(response instanceof Map) || typeof status !== "number") return undefined;
  const { body, problems } = readBody(response);
  const reason = readText(readMember(response, "reason")) ?? readText(readMember(response, "msg")) ?? "";
  const facts = {
    direction: "response",
    status,
    reason,
    headers: readHeaders(readMember(response, "headers")),
    body,
  } as const;
  return makeMessage(facts, problems, problems.length > 0 || status === 204 || status === 304);
}

/** The times of a flow, which are in seconds. */
function readTimes(flow: TnetValue): SessionTimes {
  const readStamp = (part: string, name: string): number | undefined => {
    const seconds = readMember(readMember(flow, part), name);
    return typeof seconds === "number" ? toMilliseconds(seconds * 1000) : undefined;
  };
  const request = readStamp("request", "timestamp_start");
  const response = readStamp("response", "timestamp_start");
  const end = readStamp("response", "timestamp_end");
  return {
    request: request === undefined ? undefined : { at: request, hasZone: true },
    response: response === undefined ? undefined : { at: response, hasZone: true },
    tookMs: request === undefined || end === undefined ? undefined : toMilliseconds(end - request),
  };
}

async function read({ bytes, name }: Input, options: ReadOptions): Promise<Contents> {
  const source = bytes ?? new Uint8Array();
  const sessions: Session[] = [];
  const problems: InputProblem[] = [];
  let others = 0;
  const pause = pauses(options);
  for (let at = 0; at < source.length; ) {
    await pause(at / source.length / 2, `flow ${sessions.length + 1}`);
    const item = readTnetstring(source, at);
    if (item === undefined) {
      const message = "The rest of the file is not a complete flow: the file was cut off or is damaged.";
      problems.push({
        code: "broken-flow",
        severity: "error",
        message,
        bytes: { start: at, end: source.length },
      });
      break;
    }
    const origin = { ...(name !== undefined && { name }), bytes: { start: at, end: item.end } };
    const session = wholeSession(
      String(sessions.length + 1),
      toRequest(item.value),
      toResponse(item.value),
      origin,
      readTimes(item.value),
    );
    if (readMember(item.value, "request") instanceof Map) sessions.push(session);
    else others++;
    at = item.end;
  }
  if (others > 0)
    problems.push({
      code: "other-flows",
      severity: "info",
      message: `${others} flows are not HTTP and were skipped.`,
    });
  if (sessions.length === 0 && problems.length === 0)
    return onlyProblem("no-flows", "The file contains no flows.");
  const contents = await sessionsToCaptures(sessions, scaleProgress(options, 0.5, 1), { leftOut: others });
  return { ...contents, problems: [...problems, ...contents.problems] };
}

function recognise({ bytes }: Input): { readonly confidence: number; readonly why: string } | undefined {
  if (bytes === undefined) return undefined;
  const head = decodeLatin1(bytes.subarray(0, 14));
  const digits = /^(\d{2,12}):\d{1,12}:/.exec(head)?.[1];
  if (digits === undefined) return undefined;
  const end = digits.length + 1 + Number(digits);
  if (bytes[end] === 0x7d)
    return {
      confidence: 0.97,
      why: "it is a sequence of tnetstring dictionaries, the format of mitmproxy flows",
    };
  return end > bytes.length
    ? { confidence: 0.5, why: "it begins like a tnetstring dictionary of mitmproxy, but is cut off" }
    : undefined;
}

/** mitmproxy's own flow file ("Save flows", mitmdump -w). */
export const mitmproxy: Format = { id: "mitmproxy", title: "mitmproxy flows", recognise, read };
