import { takeBefore } from "../bytes/cut";
import { joinBytes } from "../bytes/join";
import type { Direction } from "../eas/direction";
import { type QueryValues, readQuery } from "../eas/requestLine";
import { encodeBase64Query, encodePlainQuery } from "../eas/writeRequestLine";
import type { HttpFacts } from "../formats/format";
import { header } from "../formats/http/message";

/** What is known about a message that will be written as HTTP. */
export interface MessageFacts {
  readonly direction: Direction | undefined;
  readonly command?: string;
  readonly version?: string;
  readonly http?: HttpFacts;
  readonly body: Uint8Array;
}

/** How to write a message as HTTP. */
export interface HttpOptions {
  /**
   * The form of the query [MS-ASHTTP 2.2.1.1.1]. "captured" keeps a captured query as it is, and falls back
   * to "plain".
   */
  readonly query: "captured" | "plain" | "base64";
  /** Whether to include captured passwords, tokens and cookies. */
  readonly credentials: boolean;
}

/** A message as HTTP/1.1. */
export interface HttpMessage {
  readonly startLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** For a request, the absolute URL it is sent to. */
  readonly url: string | undefined;
  /** The parts that the user has to replace, because their values are unknown. */
  readonly placeholders: readonly string[];
}

const HOST = "mail.example.com";
const PATH = "/Microsoft-Server-ActiveSync";
const CREDENTIALS = "Basic <base64 of user:password>";
const PLACEHOLDERS: QueryValues = {
  user: "user@example.com",
  deviceId: "TESTDEVICE0001",
  deviceType: "TestClient",
};

/** Headers that describe the length or coding of the captured body. They do not apply to the new body. */
const CODING_HEADERS = new Set(["content-length", "transfer-encoding", "content-encoding"]);
const SECRET_HEADERS = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie"]);

/**
 * Writes a message as HTTP. Captured parts are kept, and everything else that a request or response needs is
 * filled in.
 */
export function buildHttpMessage(facts: MessageFacts, options: HttpOptions): HttpMessage {
  return facts.direction === "response" ? buildResponse(facts, options) : buildRequest(facts, options);
}

function keepHeaders({ http }: MessageFacts, { credentials }: HttpOptions): [string, string][] {
  return (http?.headers ?? []).flatMap(([name, value]): [string, string][] => {
    const folded = name.toLowerCase();
    if (CODING_HEADERS.has(folded)) return [];
    if (!SECRET_HEADERS.has(folded) || credentials) return [[name, toOneLine(value)]];
    return folded === "authorization" ? [[name, CREDENTIALS]] : [];
  });
}

/** Joins lines: a line break in a value would start another header. */
function toOneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/g, " ");
}

function buildRequest(facts: MessageFacts, options: HttpOptions): HttpMessage {
  const headers = keepHeaders(facts, options);
  const captured = facts.http?.url;
  const getHeader = (name: string): string | undefined => header(headers, name);
  const host = getHeader("Host") ?? findHost(captured) ?? HOST;
  const { target, placeholders } = buildTarget(facts, options, getHeader("X-MS-PolicyKey"));
  const isBase64 =
    options.query === "base64" ||
    (options.query === "captured" &&
      (captured === undefined ? undefined : readQuery(captured))?.form === "base64");
  const required: readonly (readonly [string, string | undefined])[] = [
    ["Host", host],
    ["Authorization", CREDENTIALS],
    ["User-Agent", "WBXML-Inspector"],
    ["MS-ASProtocolVersion", isBase64 ? undefined : (facts.version ?? "14.1")],
    ["X-MS-PolicyKey", isBase64 ? undefined : "0"],
    ["Content-Type", "application/vnd.ms-sync.wbxml"],
  ];
  for (const [name, value] of required)
    if (value !== undefined && getHeader(name) === undefined) headers.push([name, value]);
  headers.push(["Content-Length", String(facts.body.length)]);
  const all = [
    ...placeholders,
    ...(host === HOST ? ["host"] : []),
    ...(getHeader("Authorization") === CREDENTIALS ? ["credentials"] : []),
  ];
  return {
    startLine: `${facts.http?.method ?? "POST"} ${target} HTTP/1.1`,
    headers,
    body: facts.body,
    url: `https://${host}${target}`,
    placeholders: all,
  };
}

function findHost(url = ""): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
}

/** The path and query of a request, and which parts of the query are placeholders. */
function buildTarget(
  { http, command, version }: MessageFacts,
  { query }: HttpOptions,
  policyKey: string | undefined,
): { readonly target: string; readonly placeholders: readonly string[] } {
  const captured = takeBefore((http?.url ?? "").replace(/^https?:\/\/[^/?#]+/i, ""), "#");
  const path = /^\/[^?]*/.exec(captured)?.[0] ?? PATH;
  const known = readQuery(captured);
  if (query === "captured" && known !== undefined) return { target: captured, placeholders: [] };
  const values: QueryValues = {
    ...PLACEHOLDERS,
    ...omitUndefined({ ...known }),
    ...omitUndefined({
      command: known?.command ?? command ?? "Sync",
      version: known?.version ?? version ?? "14.1",
    }),
    ...(policyKey !== undefined && /^\d+$/.test(policyKey) && { policyKey: Number(policyKey) }),
  };
  const encoded = query === "base64" ? encodeBase64Query(values) : encodePlainQuery(values);
  const placeholders = Object.entries(PLACEHOLDERS).flatMap(([name, value]) =>
    Reflect.get(values, name) === value ? [name] : [],
  );
  return { target: `${path}?${encoded.text}`, placeholders };
}

function omitUndefined(values: QueryValues): QueryValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function buildResponse(facts: MessageFacts, options: HttpOptions): HttpMessage {
  const headers = keepHeaders(facts, options);
  if (!headers.some(([name]) => name.toLowerCase() === "content-type"))
    headers.push(["Content-Type", "application/vnd.ms-sync.wbxml"]);
  headers.push(["Content-Length", String(facts.body.length)]);
  const { status = 200, reason = status === 200 ? "OK" : "" } = facts.http ?? {};
  return {
    startLine: `HTTP/1.1 ${status} ${reason}`.trimEnd(),
    headers,
    body: facts.body,
    url: undefined,
    placeholders: [],
  };
}

/** Formats the start line and headers, including the empty line that ends them. */
export function formatHead({ startLine, headers }: HttpMessage): string {
  return `${[startLine, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\n\r\n`;
}

/** The whole message, as sent over the wire. */
export function encodeHttpMessage(message: HttpMessage): Uint8Array {
  return joinBytes([new TextEncoder().encode(formatHead(message)), message.body]);
}
