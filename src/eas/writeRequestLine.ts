import { toBase64 } from "../bytes/base64";
import { findCommandByName } from "./commands";
import type { EasQueryProblem, QueryParameter, QueryValues } from "./requestLine";

/** An encoded query, and the values that did not fit. */
export interface EncodedQuery {
  readonly text: string;
  readonly problems: readonly EasQueryProblem[];
}

const encoder = new TextEncoder();
const OPTIONS_TAG = 7;
const USER_TAG = 8;

/**
 * Writes a base64-encoded query [MS-ASHTTP] 2.2.1.1.1.1, padded, without the "?". Version and command are
 * required; a value longer than 255 bytes is truncated. Either error is in `problems`.
 */
export function encodeBase64Query(values: QueryValues): EncodedQuery {
  const problems: EasQueryProblem[] = [];
  const code = values.commandNumber ?? findCommandByName(values.command)?.number;
  if (code === undefined)
    problems.push({ code: "unknown-command", message: `"${values.command ?? ""}" has no command code.` });
  const version = /^(\d{1,2})\.(\d)$/.exec(values.version ?? "");
  if (version === null)
    problems.push({ code: "unknown-version", message: "A base64-encoded query needs the protocol version." });
  const locale = values.locale ?? 0;
  const deviceId = values.deviceIdBytes ?? encodeText(values.deviceId ?? "");
  if (deviceId.length === 0)
    problems.push({ code: "empty-device-id", message: "The device ID must not be empty." });
  const out = [
    [
      version === null ? 0 : Number(version[1]) * 10 + Number(version[2]),
      code ?? 0,
      locale & 0xff,
      (locale >> 8) & 0xff,
    ],
    writeSized("Device ID", deviceId, problems),
    encodePolicyKey(values.policyKey),
    writeSized("Device type", encodeText(values.deviceType ?? ""), problems),
    ...listParameters(values).map(({ tag, name, bytes }) => [tag, ...writeSized(name, bytes, problems)]),
  ];
  return { text: toBase64(Uint8Array.from(out.flat())), problems };
}

function encodeText(text: string): Uint8Array {
  return encoder.encode(text); // lone surrogates become U+FFFD
}

function writeSized(name: string, bytes: Uint8Array, problems: EasQueryProblem[]): number[] {
  if (bytes.length > 255)
    problems.push({ code: "value-too-long", message: `${name} is ${bytes.length} bytes; the limit is 255.` });
  const fitting = bytes.subarray(0, 255);
  return [fitting.length, ...fitting];
}

/** Encodes the length and the key as an unsigned little-endian number; length 0 if there is no key. */
function encodePolicyKey(key: number | undefined): number[] {
  if (key === undefined) return [0];
  return [4, key & 0xff, (key >>> 8) & 0xff, (key >>> 16) & 0xff, (key >>> 24) & 0xff];
}

interface TaggedValue {
  readonly tag: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The parameters that have a code, in order. SaveInSent and MS-ASAcceptMultiPart become Options, and the user
 * becomes a parameter.
 */
function listParameters(values: QueryValues): TaggedValue[] {
  const own = (values.parameters ?? []).flatMap(toTaggedValues);
  const options = (values.saveInSent === true ? 1 : 0) | (values.acceptMultiPart === true ? 2 : 0);
  if (options !== 0 && !own.some(({ tag }) => tag === OPTIONS_TAG))
    own.push({ tag: OPTIONS_TAG, name: "Options", bytes: Uint8Array.of(options) });
  if (values.user !== undefined && !own.some(({ tag }) => tag === USER_TAG))
    own.push({ tag: USER_TAG, name: "User", bytes: encodeText(values.user) });
  return own;
}

function toTaggedValues({ tag, name, value, bytes }: QueryParameter): TaggedValue[] {
  if (tag === undefined) return [];
  if (bytes !== undefined) return [{ tag, name, bytes }];
  return [
    { tag, name, bytes: tag === OPTIONS_TAG ? Uint8Array.of(Number(value) & 0xff) : encodeText(value) },
  ];
}

const escapeValue = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

/**
 * Writes a plain text query [MS-ASHTTP] 2.2.1.1.1.2, without the "?": Cmd, User, DeviceId and DeviceType,
 * then the parameters. Version, policy key and multipart are omitted, because they are headers in this form;
 * a missing required value is in `problems`.
 */
export function encodePlainQuery(values: QueryValues): EncodedQuery {
  const problems: EasQueryProblem[] = [];
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
