import { takeBefore } from "../bytes/cut";
import { joinBytes } from "../bytes/join";
import type { Direction } from "../eas/direction";
import { type EasQuery, type QueryValues, readQuery } from "../eas/requestLine";
import { encodeBase64Query, encodePlainQuery } from "../eas/writeRequestLine";
import type { HttpFacts } from "../formats/format";
import { header } from "../formats/http/message";

/** What a request is sent with: its server, its user and its device. Empty if it is not known. */
export interface RequestValues {
  readonly host?: string | undefined;
  readonly user?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly deviceType?: string | undefined;
  readonly policyKey?: string | undefined;
}

/** What is known about a message that will be written as HTTP. */
export interface MessageFacts {
  readonly direction: Direction | undefined;
  readonly command?: string;
  readonly version?: string;
  readonly http?: HttpFacts;
  /** What the input says of its server, user and device elsewhere than in `http`. */
  readonly people?: RequestValues;
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
  /** What the user wants a request to be sent with, instead of what was captured. */
  readonly values?: RequestValues | undefined;
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
/** In the place of a password, which is not asked for. */
const makeCredentials = (user = "user"): string => `Basic <base64 of ${user}:password>`;
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

/** The captured headers that still apply. What is secret is left out, unless it is wanted. */
function keepHeaders({ http }: MessageFacts, { credentials }: HttpOptions): [string, string][] {
  return (http?.headers ?? []).flatMap(([name, value]): [string, string][] => {
    const folded = name.toLowerCase();
    if (CODING_HEADERS.has(folded)) return [];
    return !SECRET_HEADERS.has(folded) || credentials ? [[name, toOneLine(value)]] : [];
  });
}

/** What a captured request says of its server, its user and its device. */
export function readRequestValues({ http, people = {} }: Omit<MessageFacts, "body">): RequestValues {
  const query = http?.url === undefined ? undefined : readQuery(http.url);
  return {
    host: header(http?.headers ?? [], "Host") ?? findHost(http?.url) ?? people.host,
    user: query?.user ?? people.user,
    deviceId: query?.deviceId ?? people.deviceId,
    deviceType: query?.deviceType ?? people.deviceType,
    policyKey: query?.policyKey?.toString() ?? header(http?.headers ?? [], "X-MS-PolicyKey"),
  };
}

/** The values that the user has filled in, in one line each, the host without its scheme and path. */
function readFilledIn({ values = {} }: HttpOptions): RequestValues {
  const filled = Object.entries(values).flatMap(([name, value]: [string, string | undefined]) => {
    const line = toOneLine(value ?? "").trim();
    const kept = name === "host" ? line.replace(/^https?:\/\//i, "").replace(/[/?#].*$/s, "") : line;
    return kept === "" || (name === "policyKey" && !isPolicyKey(kept)) ? [] : [[name, kept] as const];
  });
  return Object.fromEntries(filled);
}

/** Whether a text is a policy key: a number of 32 bits. */
export function isPolicyKey(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff;
}

/** Joins lines: a line break in a value would start another header. */
function toOneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/g, " ");
}

function buildRequest(facts: MessageFacts, options: HttpOptions): HttpMessage {
  const headers = keepHeaders(facts, options);
  const own = readFilledIn(options);
  const known = readRequestValues(facts);
  const host = own.host ?? known.host ?? HOST;
  const { target, placeholders, isBase64 } = buildTarget(facts, options, own);
  const credentials = makeCredentials(own.user ?? known.user);
  const required: readonly (readonly [name: string, value: string | undefined, isOwn?: boolean])[] = [
    ["Host", host, own.host !== undefined],
    ["Authorization", credentials],
    ["User-Agent", "WBXML-Inspector"],
    ["MS-ASProtocolVersion", isBase64 ? undefined : (facts.version ?? "14.1")],
    ["X-MS-PolicyKey", isBase64 ? undefined : (own.policyKey ?? "0"), own.policyKey !== undefined],
    ["Content-Type", "application/vnd.ms-sync.wbxml"],
  ];
  for (const [name, value, isOwn = false] of required) {
    const at = headers.findIndex(([captured]) => captured.toLowerCase() === name.toLowerCase());
    if (isOwn && at >= 0) headers.splice(at, 1, ...(value === undefined ? [] : [pair(name, value)]));
    else if (at < 0 && value !== undefined) headers.push(pair(name, value));
  }
  headers.push(["Content-Length", String(facts.body.length)]);
  const all = [
    ...placeholders,
    ...(host === HOST ? ["host"] : []),
    ...(header(headers, "Authorization") === credentials ? ["credentials"] : []),
  ];
  return {
    startLine: `${facts.http?.method ?? "POST"} ${target} HTTP/1.1`,
    headers,
    body: facts.body,
    url: `https://${host}${target}`,
    placeholders: all,
  };
}

const pair = (name: string, value: string): [string, string] => [name, value];

function findHost(url = ""): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
}

interface Target {
  /** The path and the query. */
  readonly target: string;
  readonly isBase64: boolean;
  /** Which parts of the query are placeholders. */
  readonly placeholders: readonly string[];
}

/** The path and query of a request: as captured, if that is wanted and nothing in it is another. */
function buildTarget(facts: MessageFacts, { query }: HttpOptions, own: RequestValues): Target {
  const { http, command, version } = facts;
  const captured = takeBefore((http?.url ?? "").replace(/^https?:\/\/[^/?#]+/i, ""), "#");
  const path = /^\/[^?]*/.exec(captured)?.[0] ?? PATH;
  const known = readQuery(captured);
  const isBase64 = query === "base64" || (query === "captured" && known?.form === "base64");
  if (query === "captured" && known !== undefined && isSaid(known, own))
    return { target: captured, isBase64, placeholders: [] };
  const { user, deviceId, deviceType, policyKey } = { ...readRequestValues(facts), ...own };
  const wanted = omitUndefined({ user, deviceId, deviceType });
  const key = policyKey !== undefined && isPolicyKey(policyKey) ? Number(policyKey) : undefined;
  const values: QueryValues = {
    ...PLACEHOLDERS,
    ...omitUndefined(withoutOldValues(known, wanted)),
    ...wanted,
    command: known?.command ?? command ?? "Sync",
    version: known?.version ?? version ?? "14.1",
    ...(key !== undefined && { policyKey: key }),
  };
  const encoded = isBase64 ? encodeBase64Query(values) : encodePlainQuery(values);
  const placeholders = Object.entries(PLACEHOLDERS).flatMap(([name, value]) =>
    Reflect.get(values, name) === value ? [name] : [],
  );
  return { target: `${path}?${encoded.text}`, isBase64, placeholders };
}

/** Whether a captured query says what the user has filled in. */
function isSaid(
  known: EasQuery,
  { user = known.user, deviceId = known.deviceId, deviceType = known.deviceType, policyKey }: RequestValues,
): boolean {
  const isKey = known.form === "plain" || policyKey === undefined || Number(policyKey) === known.policyKey;
  return user === known.user && deviceId === known.deviceId && deviceType === known.deviceType && isKey;
}

/** A captured query without the bytes of a device ID and the parameter of a user that were replaced. */
function withoutOldValues(known: QueryValues | undefined, wanted: QueryValues): QueryValues {
  if (known === undefined) return {};
  const { deviceIdBytes, parameters = [], ...rest } = known;
  const isSameDevice = deviceIdBytes !== undefined && wanted.deviceId === known.deviceId;
  return {
    ...rest,
    ...(isSameDevice && { deviceIdBytes }),
    parameters: parameters.filter(({ name }) => name !== "User" || wanted.user === known.user),
  };
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
