/** A place in a payload that reading moves along. */
export interface Cursor {
  at: number;
}

/** What `readMbUint32` answers where the bytes end inside the integer. */
export const MB_TRUNCATED = -1;

/** What `readMbUint32` answers where the integer has more than 5 bytes or more than 32 bits. */
export const MB_OVERFLOW = -2;

const LONGEST = 5;

/**
 * mb_u_int32 [WAP-192 5.1]: seven bits a byte, most significant first, bit 7 set on all but the last. Moves
 * the cursor past the bytes read (at most 5, never beyond the end) and answers the value, MB_TRUNCATED or
 * MB_OVERFLOW. Longer spellings of a value than needed are read like the shortest.
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

/** The shortest mb_u_int32 of a whole number from 0 to 4,294,967,295, as bytes. */
export function mbUint32(value: number): number[] {
  const out = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    out.unshift((rest % 128) | 0x80);
  return out;
}
