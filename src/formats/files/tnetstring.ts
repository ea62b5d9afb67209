import { decodeLatin1 } from "../../bytes/latin1";

/** A value of the format in which mitmproxy stores flows; bytes and text are distinct. */
export type TnetValue =
  | Uint8Array
  | string
  | number
  | boolean
  | null
  | readonly TnetValue[]
  | ReadonlyMap<string, TnetValue>;

/** A value and where the next one starts. */
export interface TnetItem {
  readonly value: TnetValue;
  readonly end: number;
}

const MAX_DEPTH = 64;
const decoder = new TextDecoder("utf-8");

/**
 * tnetstring = length ":" payload type, length in decimal digits; `undefined` if there is none at `start`.
 */
export function readTnetstring(bytes: Uint8Array, start: number, depth = 0): TnetItem | undefined {
  const colon = bytes.subarray(start, start + 13).indexOf(0x3a);
  const digits = colon > 0 ? decodeLatin1(bytes.subarray(start, start + colon)) : "";
  if (!/^\d{1,12}$/.test(digits) || depth > MAX_DEPTH) return undefined;
  const from = start + colon + 1;
  const to = from + Number(digits);
  const type = bytes[to];
  if (type === undefined) return undefined;
  const value = payloadValue(bytes.subarray(from, to), String.fromCharCode(type), depth);
  return value === undefined ? undefined : { value, end: to + 1 };
}

/** "," bytes, ";" text, "#" integer, "^" float, "!" boolean, "~" null, "]" list, "}" dictionary. */
function payloadValue(payload: Uint8Array, type: string, depth: number): TnetValue | undefined {
  switch (type) {
    case ",":
      return payload;
    case ";":
      return decoder.decode(payload);
    case "#":
    case "^":
      return Number(decodeLatin1(payload.subarray(0, 64)));
    case "!":
      return decodeLatin1(payload.subarray(0, 8)) === "true";
    case "~":
      return payload.length === 0 ? null : undefined;
    case "]":
      return items(payload, depth);
    case "}":
      return dictionary(payload, depth);
    default:
      return undefined;
  }
}

function items(payload: Uint8Array, depth: number): readonly TnetValue[] | undefined {
  const values: TnetValue[] = [];
  for (let at = 0; at < payload.length; ) {
    const item = readTnetstring(payload, at, depth + 1);
    if (item === undefined) return undefined;
    values.push(item.value);
    at = item.end;
  }
  return values;
}

function dictionary(payload: Uint8Array, depth: number): ReadonlyMap<string, TnetValue> | undefined {
  const values = items(payload, depth);
  if (values === undefined || values.length % 2 !== 0) return undefined;
  const map = new Map<string, TnetValue>();
  for (let i = 0; i < values.length; i += 2) map.set(readText(values[i]) ?? "", values[i + 1] ?? null);
  return map;
}

/** Text, or bytes as UTF-8 text; `undefined` for anything else. */
export function readText(value: TnetValue | undefined): string | undefined {
  if (value instanceof Uint8Array) return decoder.decode(value);
  return typeof value === "string" ? value : undefined;
}

/** The member of a dictionary; `undefined` if the value is not a dictionary or has no such member. */
export function readMember(value: TnetValue | undefined, name: string): TnetValue | undefined {
  return value instanceof Map ? (value as ReadonlyMap<string, TnetValue>).get(name) : undefined;
}
