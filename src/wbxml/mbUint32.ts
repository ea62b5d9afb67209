/** A position in a payload that moves forward while reading. */
export interface Cursor {
  at: number;
}

/** The result of `readMbUint32` if the bytes end inside the integer. */
export const MB_TRUNCATED = -1;

/** The result of `readMbUint32` if the integer has more than 5 bytes or more than 32 bits. */
export const MB_OVERFLOW = -2;

const LONGEST = 5;

/**
 * Reads an mb_u_int32 [WAP-192 5.1]: seven bits per byte, most significant first, bit 7 set on all but the
 * last byte. Moves the cursor past the bytes read (at most 5, never past the end) and returns the value,
 * MB_TRUNCATED or MB_OVERFLOW. An encoding that is longer than necessary is read like the shortest.
 */
export function readMbUint32(bytes: Uint8Array, cursor: Cursor): number {
  const first = bytes[cursor.at];
  if (first !== undefined && first < 0x80) {
    cursor.at++;
    return first;
  }
  let value = 0;
  for (let count = 0; count < LONGEST; count++) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return MB_TRUNCATED;
    cursor.at++;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value > 0xffffffff ? MB_OVERFLOW : value;
  }
  return MB_OVERFLOW;
}

/** The shortest mb_u_int32 encoding of an integer from 0 to 4,294,967,295. */
export function mbUint32(value: number): number[] {
  const out = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    out.unshift((rest % 128) | 0x80);
  return out;
}
