import { byteAt } from "../bytes/byteAt";
import { dropTrailing, takeBefore } from "../bytes/cut";
import { toHex } from "../bytes/hex";
import { readLittleEndian } from "../bytes/integers";
import type { ByteRange, TextRange } from "../bytes/range";
import { utf8 } from "../bytes/text";
import { findCommandByName, findCommandByNumber } from "./commands";

/**
 * A parameter of a command: a tag with a code in the base64-encoded query [MS-ASHTTP] 2.2.1.1.1.1.3, a name
 * in the plain query.
 */
export interface QueryParameter {
  /**
   * The code in the base64-encoded query; `undefined` for a parameter without a code (SaveInSent is part of
   * Options there).
   */
  readonly tag: number | undefined;
  /** The name in the plain query; "Tag5" for a code without a parameter. */
  readonly name: string;
  /** The value as text. Bytes that are not UTF-8 are given in hexadecimal, Options as a number. */
  readonly value: string;
  /** The bytes of the value in the base64-encoded query. */
  readonly bytes?: Uint8Array;
}

/**
 * A field and its position: `bytes` in the decoded base64 form, `text` in the query text of the plain form.
 */
export interface QueryField {
  readonly name: string;
  readonly value: string;
  readonly bytes?: ByteRange;
  readonly text?: TextRange;
}

/** A problem with a query. `bytes` and `text` are as in {@link QueryField}. */
export interface EasQueryProblem {
  readonly code:
    | "not-base64"
    | "truncated-query"
    | "unknown-command"
    | "unknown-version"
    | "empty-device-id"
    | "bad-policy-key-length"
    | "unknown-parameter"
    | "bad-options"
    | "bad-percent-encoding"
    | "value-too-long"
    | "value-missing";
  readonly message: string;
  readonly bytes?: ByteRange;
  readonly text?: TextRange;
}

/**
 * The content of an ActiveSync query, in either form [MS-ASHTTP] 2.2.1.1.1. A value that the query does not
 * contain is `undefined`.
 */
export interface EasQuery {
  readonly form: "plain" | "base64";
  /** The name of the command, as written if it is unknown; "Command99" for an unknown code. */
  readonly command: string | undefined;
  readonly commandNumber: number | undefined;
  /** "14.1". Only the base64 form contains it; the plain form uses the header MS-ASProtocolVersion. */
  readonly version: string | undefined;
  /** Locale identifier [MS-LCID]. Only the base64 form contains it. */
  readonly locale: number | undefined;
  readonly user: string | undefined;
  /** Text if it is printable ASCII, otherwise its bytes in hexadecimal (16 bytes are a GUID). */
  readonly deviceId: string | undefined;
  readonly deviceIdBytes?: Uint8Array;
  /** 0 to 4,294,967,295. Only the base64 form contains it; the plain form uses the header X-MS-PolicyKey. */
  readonly policyKey: number | undefined;
  readonly deviceType: string | undefined;
  readonly parameters: readonly QueryParameter[];
  readonly saveInSent: boolean;
  readonly acceptMultiPart: boolean;
  readonly fields: readonly QueryField[];
  readonly problems: readonly EasQueryProblem[];
}

/** The values of a query that the encoders need. */
export type QueryValues = Partial<Omit<EasQuery, "form" | "fields" | "problems" | "parameters">> & {
  readonly parameters?: readonly QueryParameter[];
};

/** Parameters that have a code [MS-ASHTTP] 2.2.1.1.1.1.3; codes 2 and 5 were never assigned. */
const queryParameterTags: ReadonlyMap<number, string> = new Map([
  [0, "AttachmentName"],
  [1, "CollectionId"],
  [3, "ItemId"],
  [4, "LongId"],
  [6, "Occurrence"],
  [7, "Options"],
  [8, "User"],
]);

const OPTIONS = 7;
const SAVE_IN_SENT = 0x01;
const ACCEPT_MULTI_PART = 0x02;
const KNOWN_VERSIONS = new Set([25, 120, 121, 140, 141, 160, 161]);

function findParameterTag(name: string): number | undefined {
  for (const [tag, known] of queryParameterTags) if (known.toLowerCase() === name.toLowerCase()) return tag;
  return undefined;
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

// ---- the content decides the form ----

/**
 * Reads the query of an ActiveSync request: from a full URL, a path with a query, or just the query, as
 * server logs write it. `undefined` if there is no query. Total: errors are in `problems`.
 */
export function readQuery(target: string): EasQuery | undefined {
  const mark = target.indexOf("?");
  const query = takeBefore(mark < 0 ? target : target.slice(mark + 1), "#").trim();
  if (query === "" || (mark < 0 && /^(\/|[a-z]+:\/\/)/i.test(query))) return undefined;
  return isPlainQuery(query) ? decodePlainQuery(query) : decodeBase64Query(query);
}

function isPlainQuery(query: string): boolean {
  return /(^|&)(Cmd|User|DeviceId|DeviceType)=/i.test(query);
}

// ---- base64-encoded query [MS-ASHTTP] 2.2.1.1.1.1 ----

function decodePercentEscapes(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // malformed escapes: the caller reports them
  }
}

/** Decodes base64 with either alphabet, with or without padding; ignores excess bits. */
function decodeBase64(text: string): Uint8Array | undefined {
  const standard = (decodePercentEscapes(text) ?? text)
    .replace(/-/g, "+")
    .replace(/_/g, "/")
    .replace(/ /g, "+");
  const plain = dropTrailing(standard, "=");
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
}

/**
 * Whether a text is a base64-encoded query, that is, starts with a known protocol version and command. Used
 * for log lines.
 */
export function isBase64Query(text: string): boolean {
  const bytes = decodeBase64(takeBefore(text, "&"));
  return (
    bytes !== undefined &&
    bytes.length >= 7 &&
    KNOWN_VERSIONS.has(byteAt(bytes, 0)) &&
    findCommandByNumber(bytes[1] ?? 255) !== undefined
  );
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly fields: QueryField[];
  readonly problems: EasQueryProblem[];
}

/** Takes the next `length` bytes as a field; fewer, with a problem, if the query ends early. */
function takeField(
  cursor: Cursor,
  name: string,
  length: number,
  show: (bytes: Uint8Array) => string,
): Uint8Array {
  const range = { start: cursor.at, end: Math.min(cursor.at + length, cursor.bytes.length) };
  const bytes = cursor.bytes.subarray(range.start, range.end);
  cursor.at = range.end;
  if (bytes.length < length) {
    const counts = `${length} bytes were declared, but ${bytes.length} are present`;
    const message = `The query ends inside ${name}: ${counts}.`;
    cursor.problems.push({ code: "truncated-query", message, bytes: range });
  }
  if (bytes.length > 0) cursor.fields.push({ name, value: show(bytes), bytes: range });
  return bytes;
}

const showNumber = (bytes: Uint8Array): string => String(readLittleEndian(bytes));

function takeNumber(cursor: Cursor, name: string, length: number): number | undefined {
  const bytes = takeField(cursor, name, length, showNumber);
  return bytes.length === length ? readLittleEndian(bytes) : undefined;
}

function showText(bytes: Uint8Array): string {
  return utf8.decode(bytes) ?? toHex(bytes, "");
}

function showDeviceId(bytes: Uint8Array): string {
  return bytes.every((byte) => byte > 0x20 && byte < 0x7f) ? showText(bytes) : toHex(bytes, "");
}

/** Takes a length byte and that many bytes. */
function takeSizedField(
  cursor: Cursor,
  name: string,
  show: (bytes: Uint8Array) => string,
): Uint8Array | undefined {
  const length = takeNumber(cursor, `${name} length`, 1);
  return length === undefined ? undefined : takeField(cursor, name, length, show);
}

function takeVersion(cursor: Cursor): string | undefined {
  const number = takeNumber(cursor, "Protocol version", 1);
  if (number !== undefined && !KNOWN_VERSIONS.has(number)) {
    const message = `Protocol version ${number} is not one of 121, 140, 141, 160 and 161.`;
    cursor.problems.push({ code: "unknown-version", message, bytes: { start: 0, end: 1 } });
  }
  return number === undefined ? undefined : `${Math.floor(number / 10)}.${number % 10}`;
}

function takePolicyKey(cursor: Cursor): number | undefined {
  const start = cursor.at;
  const length = takeNumber(cursor, "Policy key length", 1);
  if (length === undefined || length === 0) return undefined;
  if (length !== 4) {
    const message = `The policy key is ${length} bytes long; only 0 and 4 are allowed.`;
    cursor.problems.push({ code: "bad-policy-key-length", message, bytes: { start, end: start + 1 } });
  }
  const key = takeNumber(cursor, "Policy key", length);
  return length === 4 ? key : undefined;
}

/** Takes a tag, a length and a value [MS-ASHTTP] 2.2.1.1.1.1.1. */
function takeParameter(cursor: Cursor): QueryParameter | undefined {
  const start = cursor.at;
  const tag = takeNumber(cursor, "Tag", 1);
  if (tag === undefined) return undefined;
  const known = queryParameterTags.get(tag);
  const name = known ?? `Tag${tag}`;
  if (known === undefined) {
    cursor.problems.push({
      code: "unknown-parameter",
      message: `No parameter has the tag ${tag}.`,
      bytes: { start, end: start + 1 },
    });
  }
  const show = tag === OPTIONS ? showNumber : showText;
  const bytes = takeSizedField(cursor, name, show);
  if (bytes === undefined) return undefined;
  if (tag === OPTIONS && bytes.length !== 1) {
    const message = `Options must be one byte, but is ${bytes.length}.`;
    cursor.problems.push({ code: "bad-options", message, bytes: { start, end: cursor.at } });
  }
  return { tag, name, value: show(bytes), bytes };
}

function createEmptyQuery(form: EasQuery["form"], problems: readonly EasQueryProblem[]): EasQuery {
  const nothing = {
    command: undefined,
    commandNumber: undefined,
    version: undefined,
    locale: undefined,
    user: undefined,
  };
  const device = { deviceId: undefined, policyKey: undefined, deviceType: undefined };
  return {
    form,
    ...nothing,
    ...device,
    parameters: [],
    saveInSent: false,
    acceptMultiPart: false,
    fields: [],
    problems,
  };
}

/**
 * Reads a base64-encoded query [MS-ASHTTP] 2.2.1.1.1.1. Tolerates percent escapes, missing padding, and text
 * that a proxy appended after `&`. Total: a truncated query gives what it contains.
 */
export function decodeBase64Query(text: string): EasQuery {
  const query = takeBefore(text, "&");
  const bytes = decodeBase64(query);
  if (bytes === undefined) {
    const message = "The query is neither name=value pairs nor base64.";
    return createEmptyQuery("base64", [{ code: "not-base64", message, text: { from: 0, to: query.length } }]);
  }
  return decodeQueryBytes(bytes);
}

/** Reads the decoded bytes of a base64-encoded query. Total, like {@link decodeBase64Query}. */
export function decodeQueryBytes(bytes: Uint8Array): EasQuery {
  const cursor: Cursor = { bytes, at: 0, fields: [], problems: [] };
  const version = takeVersion(cursor);
  const commandNumber = takeNumber(cursor, "Command code", 1);
  const known = commandNumber === undefined ? undefined : findCommandByNumber(commandNumber);
  if (commandNumber !== undefined && known === undefined) {
    cursor.problems.push({
      code: "unknown-command",
      message: `No command has the code ${commandNumber}.`,
      bytes: { start: 1, end: 2 },
    });
  }
  const locale = takeNumber(cursor, "Locale", 2);
  const deviceIdBytes = takeSizedField(cursor, "Device ID", showDeviceId);
  if (deviceIdBytes?.length === 0) {
    cursor.problems.push({
      code: "empty-device-id",
      message: "The device ID is empty.",
      bytes: { start: 4, end: 5 },
    });
  }
  const policyKey = takePolicyKey(cursor);
  const deviceType = takeSizedField(cursor, "Device type", showText);
  const parameters: QueryParameter[] = [];
  while (cursor.at < bytes.length) {
    const parameter = takeParameter(cursor);
    if (parameter !== undefined) parameters.push(parameter);
  }
  const options = parameters.find((parameter) => parameter.tag === OPTIONS)?.bytes?.[0] ?? 0;
  return {
    form: "base64",
    command: known?.name ?? (commandNumber === undefined ? undefined : `Command${commandNumber}`),
    commandNumber,
    version,
    locale,
    user: parameters.find((parameter) => parameter.name === "User")?.value,
    deviceId: deviceIdBytes === undefined ? undefined : showDeviceId(deviceIdBytes),
    ...(deviceIdBytes && { deviceIdBytes }),
    policyKey,
    deviceType: deviceType === undefined ? undefined : showText(deviceType),
    parameters,
    saveInSent: (options & SAVE_IN_SENT) !== 0,
    acceptMultiPart: (options & ACCEPT_MULTI_PART) !== 0,
    fields: cursor.fields,
    problems: cursor.problems,
  };
}

// ---- plain text query [MS-ASHTTP] 2.2.1.1.1.2 ----

/**
 * plain-text-query = command-spec "&" user-spec "&" device-id-spec "&" device-type-spec *("&"
 * parameter-spec); accepted in any order.
 */
export function decodePlainQuery(query: string): EasQuery {
  const fields: QueryField[] = [];
  const problems: EasQueryProblem[] = [];
  let from = 0;
  for (const pair of query.split("&")) {
    const text = { from, to: from + pair.length };
    from = text.to + 1;
    if (pair === "") continue;
    const equals = pair.includes("=") ? pair.indexOf("=") : pair.length;
    const raw = pair.slice(equals + 1);
    const value = decodePercentEscapes(raw.replaceAll("+", " "));
    if (value === undefined)
      problems.push({
        code: "bad-percent-encoding",
        message: `"${raw}" contains an invalid percent escape.`,
        text,
      });
    fields.push({
      name: decodePercentEscapes(pair.slice(0, equals)) ?? pair.slice(0, equals),
      value: value ?? raw,
      text,
    });
  }
  return buildPlainQuery(fields, problems);
}

const COMMON_PARAMETERS = ["Cmd", "User", "DeviceId", "DeviceType"];

function buildPlainQuery(fields: readonly QueryField[], problems: EasQueryProblem[]): EasQuery {
  const findField = (name: string): QueryField | undefined =>
    fields.find((entry) => isSameName(entry.name, name));
  const cmd = findField("Cmd");
  const known = cmd === undefined ? undefined : findCommandByName(cmd.value);
  if (cmd !== undefined && known === undefined && !isSameName(cmd.value, "Autodiscover")) {
    problems.push({
      code: "unknown-command",
      message: `"${cmd.value}" is not a command.`,
      ...(cmd.text && { text: cmd.text }),
    });
  }
  const parameters = fields
    .filter((entry) => !COMMON_PARAMETERS.some((name) => isSameName(name, entry.name)))
    .map(({ name, value }) => ({ tag: findParameterTag(name), name, value }));
  return {
    ...createEmptyQuery("plain", problems),
    command: known?.name ?? cmd?.value,
    commandNumber: known?.number,
    user: findField("User")?.value,
    deviceId: findField("DeviceId")?.value,
    deviceType: findField("DeviceType")?.value,
    parameters,
    saveInSent: isSameName(findField("SaveInSent")?.value ?? "F", "T"),
    fields,
  };
}
