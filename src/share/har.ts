import { toBase64 } from "../bytes/base64";
import { buildHttpMessage, type HttpMessage, type HttpOptions, type MessageFacts } from "./httpMessage";

/** A request and its response, of which one can be missing. */
export interface HarExchange {
  readonly request: MessageFacts | undefined;
  readonly response: MessageFacts | undefined;
  /** When the request was sent, in milliseconds since 1970 UTC. */
  readonly startedAt?: number | undefined;
  /** How long the exchange took, in milliseconds. */
  readonly tookMs?: number | undefined;
  /** What a reader has to know about it. */
  readonly comment?: string | undefined;
}

const OPTIONS: HttpOptions = { query: "captured", credentials: false };
const CONTENT_TYPE = "application/vnd.ms-sync.wbxml";

/**
 * Writes exchanges as a HAR 1.2, an entry in each piece. Passwords, tokens and cookies are left out, and what
 * a request needs and was not captured is filled in.
 */
export function* writeHar(exchanges: Iterable<HarExchange>): Generator<string, void> {
  yield '{"log":{"version":"1.2","creator":{"name":"WBXML Inspector","version":"1"},"entries":[';
  let between = "\n";
  for (const exchange of exchanges) {
    yield between + JSON.stringify(toEntry(exchange));
    between = ",\n";
  }
  yield "\n]}}\n";
}

function toEntry({ request, response, startedAt = 0, tookMs = 0, comment }: HarExchange): object {
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: tookMs,
    request: toRequest(request ?? assumeRequest(response)),
    response: toResponse(response),
    cache: {},
    timings: { send: 0, wait: tookMs, receive: 0 },
    ...(comment !== undefined && { comment }),
  };
}

/** The request of a response whose request was not captured: it has no body. */
function assumeRequest(response: MessageFacts | undefined): MessageFacts {
  const { command, version, people } = response ?? {};
  return {
    direction: "request",
    body: new Uint8Array(),
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
    ...(people && { people }),
  };
}

const findHeader = ({ headers }: HttpMessage, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

/** The headers, without the place for a password. */
function listHeaders({ headers }: HttpMessage): readonly object[] {
  return headers
    .filter(([name]) => name.toLowerCase() !== "authorization")
    .map(([name, value]) => ({ name, value }));
}

function toRequest(facts: MessageFacts): object {
  const message = buildHttpMessage({ ...facts, direction: "request" }, OPTIONS);
  const { body, startLine, url = "" } = message;
  const mimeType = findHeader(message, "content-type") ?? CONTENT_TYPE;
  return {
    method: /^\S+/.exec(startLine)?.[0] ?? "POST",
    url,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: listHeaders(message),
    queryString: [],
    headersSize: -1,
    bodySize: body.length,
    ...(body.length > 0 && {
      postData: { mimeType, params: [], text: toBase64(body), encoding: "base64" },
    }),
  };
}

/** A response; one that did not come has the status 0. */
function toResponse(facts: MessageFacts | undefined): object {
  const common = { httpVersion: "HTTP/1.1", cookies: [], redirectURL: "", headersSize: -1 };
  if (facts === undefined)
    return {
      status: 0,
      statusText: "",
      ...common,
      headers: [],
      bodySize: -1,
      content: { size: 0, mimeType: "" },
    };
  const message = buildHttpMessage({ ...facts, direction: "response" }, OPTIONS);
  const [, status, statusText = ""] = /^\S+ (\d{3})(?!\d) ?(.*)/.exec(message.startLine) ?? [];
  const { length } = message.body;
  const mimeType = findHeader(message, "content-type") ?? CONTENT_TYPE;
  return {
    status: Number(status),
    statusText,
    ...common,
    headers: listHeaders(message),
    bodySize: length,
    content: {
      size: length,
      mimeType,
      ...(length > 0 && { text: toBase64(message.body), encoding: "base64" }),
    },
  };
}
