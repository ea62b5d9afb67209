import { byteAt } from "../bytes/byteAt";
import type { ByteRange } from "../bytes/range";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, isGlobal } from "./globalToken";

/**
 * Whether a string's bytes hold an END and behind it a tag with content and the start of its value, as those
 * of one without its NUL do. No text does: XML has no U+0001.
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
 * set is followed by data at once. Taken for so only where the length as written does not lead to an END and
 * a completed one does; `undefined` otherwise.
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
 * Where OPAQUE data from `start` stop if as many END bytes at the very end of the bytes are left over as
 * elements are open.
 */
export function endOpaqueBeforeEnds(bytes: Uint8Array, start: number, depth: number): number {
  let end = bytes.length;
  while (end > start && bytes.length - end < depth && bytes[end - 1] === GlobalToken.END) end--;
  return end;
}
