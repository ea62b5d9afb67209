import { toBase64 } from "../bytes/base64";
import { commandByName } from "./commands";
import type { QueryParameter, QueryProblem, QueryValues } from "./requestLine";

/** An encoded query and what did not fit into it. */
export interface EncodedQuery {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
}

const encoder = new TextEncoder();
const OPTIONS_TAG = 7;
const USER_TAG = 8;

/**
 * Writes a base64-encoded query [MS-ASHTTP] 2.2.1.1.1.1, padded, ready to stand after "?". Version and
 * command are required; a value of more than 255 bytes is cut. Both are said in `problems`.
 */
export function encodeBase64Query(values: QueryValues): EncodedQuery {
  const problems: QueryProblem[] = [];
  const code = values.commandNumber ?? commandByName(values.command ?? "")?.number;
  if (code === undefined)
    problems.push({ code: "unknown-command", message: `"${values.command ?? ""}" has no command code.` });
  const version = /^(\d{1,2})\.(\d)$/.exec(values.version ?? "");
  if (version === null)
    problems.push({ code: "unknown-version", message: "A base64-encoded query needs the protocol version." });
  const locale = values.locale ?? 0;
  const deviceId = values.deviceIdBytes ?? bytesOf(values.deviceId ?? "");
  if (deviceId.length === 0)
    problems.push({ code: "empty-device-id", message: "The device ID must not be empty." });
  const out = [
    [
      version === null ? 0 : Number(version[1]) * 10 + Number(version[2]),
      code ?? 0,
      locale & 0xff,
      (locale >> 8) & 0xff,
    ],
    counted("Device ID", deviceId, problems),
    policyKeyBytes(values.policyKey),
    counted("Device type", bytesOf(values.deviceType ?? ""), problems),
    ...parametersOf(values).map(({ tag, name, bytes }) => [tag, ...counted(name, bytes, problems)]),
  ];
  return { text: toBase64(Uint8Array.from(out.flat())), problems };
}

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text); // lone surrogates become U+FFFD
}

function counted(name: string, bytes: Uint8Array, problems: QueryProblem[]): number[] {
  if (bytes.length > 255)
    problems.push({ code: "value-too-long", message: `${name} is ${bytes.length} bytes; 255 fit.` });
  const fitting = bytes.subarray(0, 255);
  return [fitting.length, ...fitting];
}

/** Length and the key as an unsigned number, least byte first; length 0 where there is none. */
function policyKeyBytes(key: number | undefined): number[] {
  if (key === undefined) return [0];
  return [4, key & 0xff, (key >>> 8) & 0xff, (key >>> 16) & 0xff, (key >>> 24) & 0xff];
}

interface TaggedValue {
  readonly tag: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The parameters that have a code, in their order; SaveInSent and MS-ASAcceptMultiPart become Options, the
 * user a parameter.
 */
function parametersOf(values: QueryValues): TaggedValue[] {
  const own = (values.parameters ?? []).flatMap(taggedValue);
  const options = (values.saveInSent === true ? 1 : 0) | (values.acceptMultiPart === true ? 2 : 0);
  if (options !== 0 && !own.some(({ tag }) => tag === OPTIONS_TAG))
    own.push({ tag: OPTIONS_TAG, name: "Options", bytes: Uint8Array.of(options) });
  if (values.user !== undefined && !own.some(({ tag }) => tag === USER_TAG))
    own.push({ tag: USER_TAG, name: "User", bytes: bytesOf(values.user) });
  return own;
}

function taggedValue({ tag, name, value, bytes }: QueryParameter): TaggedValue[] {
  if (tag === undefined) return [];
  if (bytes !== undefined) return [{ tag, name, bytes }];
  return [{ tag, name, bytes: tag === OPTIONS_TAG ? Uint8Array.of(Number(value) & 0xff) : bytesOf(value) }];
}

const escapeValue = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/**
 * Writes a plain text query [MS-ASHTTP] 2.2.1.1.1.2, ready to stand after "?": Cmd, User, DeviceId,
 * DeviceType, then parameters. What the form cannot say (version, policy key, multipart: they are headers
 * there) is left out; a missing required value is in `problems`.
 */
export function encodePlainQuery(values: QueryValues): EncodedQuery {
  const problems: QueryProblem[] = [];
  const required = {
    Cmd: values.command,
    User: values.user,
    DeviceId: values.deviceId,
    DeviceType: values.deviceType,
  };
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(required)) {
    if (value === undefined) problems.push({ code: "value-missing", message: `${name} is missing.` });
    else pairs.push(`${name}=${escapeValue(value)}`);
  }
  const others = (values.parameters ?? []).filter(({ tag }) => tag !== OPTIONS_TAG && tag !== USER_TAG);
  for (const { name, value } of others) pairs.push(`${escapeValue(name)}=${escapeValue(value)}`);
  if (values.saveInSent === true && !others.some(({ name }) => name === "SaveInSent"))
    pairs.push("SaveInSent=T");
  return { text: pairs.join("&"), problems };
}
