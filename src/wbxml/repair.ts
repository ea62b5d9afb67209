import { byteAt } from "../bytes/byteAt";
import type { ByteRange } from "../bytes/range";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, isGlobal } from "./globalToken";

/**
 * Whether a string's bytes contain an END followed by a tag with content and the start of its value, as in a
 * string without its NUL. Real text never does: XML has no U+0001.
 */
export function holdsTokens(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] !== GlobalToken.END) at++;
  for (; at + 2 < to; at++) {
    const value = bytes[at + 2];
    if (
      (value === GlobalToken.STR_I || value === GlobalToken.OPAQUE) &&
      isTagWithContent(byteAt(bytes, at + 1))
    )
      return true;
  }
  return false;
}

function isTagWithContent(byte: number): boolean {
  return !isGlobal(byte) && (byte & (CONTENT_BIT | ATTRIBUTE_BIT)) === CONTENT_BIT;
}

/**
 * The data of an OPAQUE (token byte at `at`) whose length lost its last byte: a continuation byte with bit 7
 * set is followed directly by data. Applies only if the length as written does not lead to an END and a
 * completed one does; otherwise `undefined`.
 */
export function completeOpaque(bytes: Uint8Array, at: number, endAsWritten: number): ByteRange | undefined {
  let start = at + 1;
  let high = 0;
  while (byteAt(bytes, start) >= 0x80) high = high * 128 + (byteAt(bytes, start++) & 0x7f);
  if (high === 0 || bytes[endAsWritten] === GlobalToken.END) return undefined;
  for (let low = 0; low < 128; low++) {
    const end = start + high * 128 + low;
    if (bytes[end] === GlobalToken.END) return { start, end };
  }
  return undefined;
}

/**
 * The end of the OPAQUE data that starts at `start`, if the bytes end with as many END bytes as there are
 * open elements.
 */
export function endOpaqueBeforeEnds(bytes: Uint8Array, start: number, depth: number): number {
  let end = bytes.length;
  while (end > start && bytes.length - end < depth && bytes[end - 1] === GlobalToken.END) end--;
  return end;
}
