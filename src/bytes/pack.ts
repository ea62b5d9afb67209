import { createView } from "./integers";

/**
 * Packs plain data that contains `Uint8Array`s into one run of bytes: the length of the JSON (four bytes,
 * little-endian), the JSON in UTF-8, then the bytes of all arrays, which the JSON refers to by position.
 * Properties that are `undefined` are dropped, as in JSON.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Uint8Array[] = [];
  let size = 0;
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (!(part instanceof Uint8Array)) return part;
    arrays.push(part);
    size += part.length;
    return { $bytes: [size - part.length, size] };
  });
  const head = new TextEncoder().encode(json);
  const out = new Uint8Array(4 + head.length + size);
  createView(out).setUint32(0, head.length, true);
  out.set(head, 4);
  let at = 4 + head.length;
  for (const array of arrays) {
    out.set(array, at);
    at += array.length;
  }
  return out;
}

function isArrayPlace(part: unknown): part is { readonly $bytes: readonly [number, number] } {
  return typeof part === "object" && part !== null && "$bytes" in part;
}

/** Unpacks what `pack` wrote. Throws a `SyntaxError` or `RangeError` if the bytes do not come from `pack`. */
export function unpack(packed: Uint8Array): unknown {
  const length = createView(packed).getUint32(0, true);
  const binary = packed.subarray(4 + length);
  const json = new TextDecoder("utf-8", { fatal: true }).decode(packed.subarray(4, 4 + length));
  return JSON.parse(json, (_, part: unknown) => (isArrayPlace(part) ? binary.slice(...part.$bytes) : part));
}
