/** What JSON.parse gives, safe to look into. */
export type Json = unknown;

/** The member of an object; `undefined` where the value is no object or has none of that name. */
export function member(value: Json, name: string): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;
}

/** The member at the end of a path of names. */
export function at(value: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>(member, value);
}

/** The value where it is a string, else `undefined`. */
export function text(value: Json): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value where it is a number, or digits in a string; else `undefined`. */
export function number(value: Json): number | undefined {
  if (typeof value === "string" && /^\d{1,15}$/.test(value)) return Number(value);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The elements where the value is an array, else none. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** Header fields as tools write them: objects with name and value, pairs, or one object of all. */
export function headerList(value: Json): readonly (readonly [string, string])[] {
  const pairs = Array.isArray(value)
    ? list(value).map(headerPair)
    : Object.entries(typeof value === "object" && value !== null ? value : {});
  return pairs.flatMap((pair): (readonly [string, string])[] => {
    const [name, content] = pair ?? [];
    return typeof name === "string" ? [[name, typeof content === "string" ? content : String(content ?? "")]] : [];
  });
}

function headerPair(entry: Json): readonly Json[] | undefined {
  if (Array.isArray(entry)) return entry as readonly Json[];
  const name = member(entry, "name");
  return name === undefined ? undefined : [name, member(entry, "value")];
}

/** The parsed text, a byte order mark taken off; `undefined` where it is not JSON. */
export function parseJson(source: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(source.replace(/^\uFEFF/, "")) as Json };
  } catch {
    return undefined; // SyntaxError: the caller says what was expected
  }
}

/**
 * JSON from bytes. Lone surrogates written as three bytes (ED A0 80 to ED BF BF), which are not UTF-8, become escapes, so that nothing
 * of them is lost; other bytes that are not UTF-8 become U+FFFD.
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
  return [...out, bytes.subarray(from)].map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
}
