import { joinBytes } from "../bytes/join";
import type { Direction } from "../eas/direction";
import { type QueryValues, readQuery } from "../eas/requestLine";
import { encodeBase64Query, encodePlainQuery } from "../eas/requestLineWrite";
import type { HttpFacts } from "../formats/format";

/** What is known of a message that is to be written as HTTP. */
export interface MessageFacts {
  readonly direction: Direction | undefined;
  readonly command?: string;
  readonly version?: string;
  readonly http?: HttpFacts;
  readonly body: Uint8Array;
}

/** How a message is to be written. */
export interface HttpChoices {
  /**
   * The query's form [MS-ASHTTP 2.2.1.1.1]; "captured" leaves one that was captured as it is, and is "plain"
   * where there was none.
   */
  readonly query: "captured" | "plain" | "base64";
  /** Whether passwords, tokens and cookies that were captured go along. */
  readonly credentials: boolean;
}

/** A message as HTTP/1.1. */
export interface HttpMessage {
  readonly startLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** For a request: where it goes, as an absolute URL. */
  readonly url: string | undefined;
  /** What stands there only to be replaced: nobody told what it is. */
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

/** Says how long the body is, or how it was coded: the body is written anew. */
const OF_CODING = new Set(["content-length", "transfer-encoding", "content-encoding"]);
const SECRET = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie"]);

/**
 * A message as HTTP: what was captured stays as it was, what a request or response needs beyond that is
 * filled in.
 */
export function httpMessage(facts: MessageFacts, choices: HttpChoices): HttpMessage {
  return facts.direction === "response" ? response(facts, choices) : request(facts, choices);
}

function keptHeaders({ http }: MessageFacts, { credentials }: HttpChoices): [string, string][] {
  return (http?.headers ?? []).flatMap(([name, value]): [string, string][] => {
    const folded = name.toLowerCase();
    if (OF_CODING.has(folded)) return [];
    if (!SECRET.has(folded) || credentials) return [[name, oneLine(value)]];
    return folded === "authorization" ? [[name, CREDENTIALS]] : [];
  });
}

/** A line break in a value would begin another header. */
function oneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/g, " ");
}

function request(facts: MessageFacts, choices: HttpChoices): HttpMessage {
  const headers = keptHeaders(facts, choices);
  const captured = facts.http?.url;
  const valueOf = (name: string): string | undefined =>
    headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
  const host = valueOf("Host") ?? hostOf(captured) ?? HOST;
  const { target, placeholders } = targetOf(facts, choices, valueOf("X-MS-PolicyKey"));
  const isBase64 =
    choices.query === "base64" ||
    (choices.query === "captured" && readQuery(captured ?? "")?.form === "base64");
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ["Host", host],
    ["Authorization", CREDENTIALS],
    ["User-Agent", "WBXML-Inspector"],
    ["MS-ASProtocolVersion", isBase64 ? undefined : (facts.version ?? "14.1")],
    ["X-MS-PolicyKey", isBase64 ? undefined : "0"],
    ["Content-Type", "application/vnd.ms-sync.wbxml"],
  ];
  for (const [name, value] of wanted)
    if (value !== undefined && valueOf(name) === undefined) headers.push([name, value]);
  headers.push(["Content-Length", String(facts.body.length)]);
  const all = [
    ...placeholders,
    ...(host === HOST ? ["host"] : []),
    ...(valueOf("Authorization") === CREDENTIALS ? ["credentials"] : []),
  ];
  return {
    startLine: `${facts.http?.method ?? "POST"} ${target} HTTP/1.1`,
    headers,
    body: facts.body,
    url: `https://${host}${target}`,
    placeholders: all,
  };
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url ?? "")?.[1];
}

/** Path and query of the request, and which parts of the query are placeholders. */
function targetOf(
  { http, command, version }: MessageFacts,
  { query }: HttpChoices,
  policyKey: string | undefined,
): { readonly target: string; readonly placeholders: readonly string[] } {
  const captured = (http?.url ?? "").replace(/^https?:\/\/[^/?#]+/i, "").replace(/#.*$/, "");
  const path = /^\/[^?]*/.exec(captured)?.[0] ?? PATH;
  const known = readQuery(captured);
  if (query === "captured" && known !== undefined) return { target: captured, placeholders: [] };
  const values: QueryValues = {
    ...PLACEHOLDERS,
    ...definedOf({ ...known }),
    ...definedOf({
      command: known?.command ?? command ?? "Sync",
      version: known?.version ?? version ?? "14.1",
    }),
    ...(policyKey !== undefined && /^\d+$/.test(policyKey) && { policyKey: Number(policyKey) }),
  };
  const written = query === "base64" ? encodeBase64Query(values) : encodePlainQuery(values);
  const placeholders = Object.entries(PLACEHOLDERS).flatMap(([name, value]) =>
    Reflect.get(values, name) === value ? [name] : [],
  );
  return { target: `${path}?${written.text}`, placeholders };
}

function definedOf(values: QueryValues): QueryValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function response(facts: MessageFacts, choices: HttpChoices): HttpMessage {
  const headers = keptHeaders(facts, choices);
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

/** Start line and headers as text, with the empty line behind them. */
export function headText({ startLine, headers }: HttpMessage): string {
  return `${[startLine, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\n\r\n`;
}

/** The whole message as it goes over the wire. */
export function rawHttp(message: HttpMessage): Uint8Array {
  return joinBytes([new TextEncoder().encode(headText(message)), message.body]);
}
