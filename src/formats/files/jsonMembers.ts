import type { InputProblem } from "../format";

/** The result of JSON.parse, with a type that is safe to read. */
export type Json = unknown;

/** The member of an object; `undefined` if the value is not an object or has no such member. */
export function member(value: Json, name: string): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;
}

/** The member at the end of a path of names. */
export function at(value: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>(member, value);
}

/** The value if it is a string, else `undefined`. */
export function text(value: Json): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value if it is a number, or a string of digits; else `undefined`. */
export function number(value: Json): number | undefined {
  if (typeof value === "string" && /^\d{1,15}$/.test(value)) return Number(value);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The elements if the value is an array, else none. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/**
 * Header fields in the forms that tools write: objects with name and value, pairs, or one object with all
 * fields.
 */
export function headerList(value: Json): readonly (readonly [string, string])[] {
  const pairs = Array.isArray(value)
    ? list(value).map(headerPair)
    : Object.entries(typeof value === "object" && value !== null ? value : {});
  return pairs.flatMap((pair): (readonly [string, string])[] => {
    const [name, content] = pair ?? [];
    return typeof name === "string"
      ? [[name, typeof content === "string" ? content : String(content ?? "")]]
      : [];
  });
}

function headerPair(entry: Json): readonly Json[] | undefined {
  if (Array.isArray(entry)) return entry as readonly Json[];
  const name = member(entry, "name");
  return name === undefined ? undefined : [name, member(entry, "value")];
}

/** The parsed text, without a byte order mark; `undefined` if it is not JSON. */
export function parseJson(source: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(source.replace(/^\uFEFF/, "")) as Json };
  } catch {
    return undefined; // SyntaxError: the caller reports what was expected
  }
}

/** The readable part of JSON that is cut off. */
export interface JsonPrefix {
  readonly value: Json;
  /** UTF-16 offset in the source after the last element that was read. */
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** The position after the string that starts at `from`. */
function stringEnd(source: string, from: number): number {
  let end = from + 1;
  while (end < source.length && source.charCodeAt(end) !== QUOTE)
    end += source.charCodeAt(end) === BACKSLASH ? 2 : 1;
  return end + 1;
}

/**
 * JSON that is cut off, read up to the last complete element of an array at most `depth` brackets deep;
 * whatever is open there is closed. `undefined` if no element is complete.
 */
function parsePrefix(source: string, depth: number): JsonPrefix | undefined {
  const open: string[] = [];
  let last: { readonly end: number; readonly closing: string } | undefined;
  for (let place = 0; place < source.length; place++) {
    const sign = source.charAt(place);
    if (sign === '"') place = stringEnd(source, place) - 1;
    else if (sign === "{" || sign === "[") open.push(CLOSING[sign] ?? "");
    else if (sign === "}" || sign === "]") {
      open.pop();
      if (open.length <= depth && (open.at(-1) === "]" || open.length === 0))
        last = { end: place + 1, closing: open.toReversed().join("") };
      if (open.length === 0) break; // anything after it is not part of it
    }
  }
  const parsed = last && parseJson(source.slice(0, last.end) + last.closing);
  return parsed && last && { value: parsed.value, end: last.end };
}

/** The parsed source. If it is cut off, its complete elements and a problem with the place. */
export function parseElements(
  source: string,
  depth: number,
): { readonly value: Json; readonly problems: readonly InputProblem[] } {
  const whole = parseJson(source);
  if (whole !== undefined) return { ...whole, problems: [] };
  const prefix = parsePrefix(source, depth);
  const from = prefix?.end ?? 0;
  const what =
    prefix === undefined ? "none of it could be read" : "the part before it was read, the rest is lost";
  const message =
    `The JSON is incomplete from character ${from} on: ${what}. It may have been cut off when it was saved ` +
    "or copied.";
  return {
    value: prefix?.value,
    problems: [{ code: "bad-json", severity: "error", message, text: { from, to: source.length } }],
  };
}

/**
 * JSON from bytes. Lone surrogates written as three bytes (ED A0 80 to ED BF BF), which are not UTF-8, become
 * escapes, so that they are preserved; other bytes that are not UTF-8 become U+FFFD.
 */
export function jsonText(bytes: Uint8Array): string {
  const out: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let from = 0;
  for (let i = bytes.indexOf(0xed); i >= 0; i = bytes.indexOf(0xed, i + 1)) {
    const [second = 0, third = 0] = [bytes[i + 1], bytes[i + 2]];
    if (second < 0xa0 || second > 0xbf || (third & 0xc0) !== 0x80) continue;
    const unit = 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
    out.push(bytes.subarray(from, i), encoder.encode(`\\u${unit.toString(16)}`));
    from = i + 3;
  }
  const decoder = new TextDecoder("utf-8");
  return (
    [...out, bytes.subarray(from)].map((part) => decoder.decode(part, { stream: true })).join("") +
    decoder.decode()
  );
}
