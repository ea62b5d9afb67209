import { latin1Text } from "../../bytes/latin1";
import type { Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import type { Headers, HttpMessage } from "../http/message";
import { onlyProblem } from "../http/pasted";
import { partOf, pauses } from "../pace";
import { madeMessage } from "./bodyText";
import { capturesOfSessions, type Session, wholeSession } from "./sessions";
import { memberOf, readTnetstring, type TnetValue, textOf } from "./tnetstring";

function headersOf(value: TnetValue | undefined): Headers {
  const list = Array.isArray(value) ? (value as readonly TnetValue[]) : [];
  return list.flatMap((pair): (readonly [string, string])[] => {
    const [name, content] = Array.isArray(pair) ? (pair as readonly TnetValue[]) : [];
    const key = textOf(name);
    return key === undefined ? [] : [[key, textOf(content) ?? ""]];
  });
}

interface Body {
  readonly body: Uint8Array;
  readonly problems: readonly InputProblem[];
}

/**
 * The body as it was on the wire, chunks put together, content coding still on; null where mitmproxy streamed
 * it past.
 */
function bodyOf(message: TnetValue): Body {
  const content = memberOf(message, "content");
  if (content instanceof Uint8Array) return { body: content, problems: [] };
  const missing = "The body is not in the file: mitmproxy passed it on without keeping it.";
  return {
    body: new Uint8Array(),
    problems: [{ code: "body-missing", severity: "warning", message: missing }],
  };
}

function targetOf(request: TnetValue): string {
  const path = textOf(memberOf(request, "path")) ?? "/";
  const host = textOf(memberOf(request, "host"));
  const port = memberOf(request, "port");
  const scheme = textOf(memberOf(request, "scheme")) ?? "http";
  const usual = (scheme === "https" && port === 443) || (scheme === "http" && port === 80);
  return host === undefined || host === ""
    ? path
    : `${scheme}://${host}${usual || typeof port !== "number" ? "" : `:${port}`}${path}`;
}

function requestOf(flow: TnetValue): HttpMessage | undefined {
  const request = memberOf(flow, "request");
  if (!(request instanceof Map)) return undefined;
  const { body, problems } = bodyOf(request);
  const method = textOf(memberOf(request, "method")) ?? "GET";
  const facts = {
    direction: "request",
    method,
    target: targetOf(request),
    headers: headersOf(memberOf(request, "headers")),
    body,
  } as const;
  return madeMessage(facts, problems, problems.length > 0);
}

function responseOf(flow: TnetValue): HttpMessage | undefined {
  const response = memberOf(flow, "response");
  const status = memberOf(response, "status_code") ?? memberOf(response, "code");
  if (!(response instanceof Map) || typeof status !== "number") return undefined;
  const { body, problems } = bodyOf(response);
  const reason = textOf(memberOf(response, "reason")) ?? textOf(memberOf(response, "msg")) ?? "";
  const facts = {
    direction: "response",
    status,
    reason,
    headers: headersOf(memberOf(response, "headers")),
    body,
  } as const;
  return madeMessage(facts, problems, problems.length > 0 || status === 204 || status === 304);
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
      const message = "What follows is no whole flow: the file was cut or is damaged.";
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
      requestOf(item.value),
      responseOf(item.value),
      origin,
    );
    if (memberOf(item.value, "request") instanceof Map) sessions.push(session);
    else others++;
    at = item.end;
  }
  if (others > 0)
    problems.push({
      code: "other-flows",
      severity: "info",
      message: `${others} flows are not HTTP and were passed over.`,
    });
  if (sessions.length === 0 && problems.length === 0)
    return onlyProblem("no-flows", "The file holds no flows.");
  const contents = await capturesOfSessions(sessions, partOf(options, 0.5, 1), { leftOut: others });
  return { ...contents, problems: [...problems, ...contents.problems] };
}

function recognise({ bytes }: Input): { readonly confidence: number; readonly why: string } | undefined {
  if (bytes === undefined) return undefined;
  const head = latin1Text(bytes.subarray(0, 14));
  const digits = /^(\d{2,12}):\d{1,12}:/.exec(head)?.[1];
  if (digits === undefined) return undefined;
  const end = digits.length + 1 + Number(digits);
  if (bytes[end] === 0x7d)
    return { confidence: 0.97, why: "it is a chain of tnetstring dictionaries, as mitmproxy stores flows" };
  return end > bytes.length
    ? { confidence: 0.5, why: "it begins like a tnetstring dictionary of mitmproxy, cut" }
    : undefined;
}

/** mitmproxy's own file of flows ("Save flows", mitmdump -w). */
export const mitmproxy: Format = { id: "mitmproxy", title: "mitmproxy flows", recognise, read };
