import { createView } from "./integers";

/** Plain data without its bytes. */
export interface PartedData {
  /** The data, with the place of an array, as `{ $bytes: [start, end] }`, where the array was. */
  readonly plain: unknown;
  /** The arrays, in the order of their places. */
  readonly arrays: readonly Uint8Array[];
  /** Approximately how many bytes all of it takes. */
  readonly size: number;
}

/** Takes the `Uint8Array`s out of plain data. An array that occurs again gets the same place. */
export function takeOutBytes(value: unknown): PartedData {
  const places = new Map<Uint8Array, ArrayPlace>();
  let length = 0;
  let textLength = 0;
  const place = (array: Uint8Array): ArrayPlace => {
    const made: ArrayPlace = places.get(array) ?? { $bytes: [length, length + array.length] };
    if (!places.has(array)) length += array.length;
    places.set(array, made);
    return made;
  };
  const take = (part: unknown): unknown => {
    if (typeof part === "string") textLength += part.length;
    if (typeof part !== "object" || part === null) return part;
    if (part instanceof Uint8Array) return place(part);
    if (Array.isArray(part)) return part.map(take);
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, take(inner)]));
  };
  const plain = take(value);
  return { plain, arrays: [...places.keys()], size: length + textLength };
}

/**
 * Packs plain data that contains `Uint8Array`s into one run of bytes: the length of the JSON (four bytes,
 * little-endian), the JSON in UTF-8, then the bytes of all arrays, which the JSON refers to by position.
 * Properties that are `undefined` are dropped, as in JSON.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  return packParted(takeOutBytes(value));
}

/** Packs plain data whose bytes were taken out. */
export function packParted({ plain, arrays }: Omit<PartedData, "size">): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(plain));
  const start = 4 + head.length;
  const out = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, start));
  createView(out).setUint32(0, head.length, true);
  out.set(head, 4);
  let at = start;
  for (const array of arrays) {
    out.set(array, at);
    at += array.length;
  }
  return out;
}

interface ArrayPlace {
  readonly $bytes: readonly [number, number];
}

function isArrayPlace(part: unknown): part is ArrayPlace {
  return typeof part === "object" && part !== null && "$bytes" in part;
}

/**
 * Unpacks what `pack` wrote. An array that occurred twice is one array again. Throws a `SyntaxError` or
 * `RangeError` if the bytes do not come from `pack`.
 */
export function unpack(packed: Uint8Array): unknown {
  const length = createView(packed).getUint32(0, true);
  const binary = packed.subarray(4 + length);
  const json = new TextDecoder("utf-8", { fatal: true }).decode(packed.subarray(4, 4 + length));
  const arrays = new Map<string, Uint8Array>();
  const read = ({ $bytes }: ArrayPlace): Uint8Array => {
    const array = arrays.get($bytes.join()) ?? binary.slice(...$bytes);
    arrays.set($bytes.join(), array);
    return array;
  };
  return JSON.parse(json, (_, part: unknown) => (isArrayPlace(part) ? read(part) : part));
}
