import { byteAt } from "./byteAt";
/**
 * Whether the bytes from `start` up to `end` are valid UTF-8 [RFC 3629 section 4]: shortest forms only, no
 * surrogates, nothing beyond U+10FFFF.
 */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    while (at + 4 <= end && isAsciiAt(bytes, at)) at += 4;
    const first = byteAt(bytes, at);
    if (first < 0x80) at++;
    else {
      const length = getLengthByLead(first);
      if (length === 0 || at + length > end || !hasContinuation(bytes, at, length)) return false;
      at += length;
    }
  }
  return true;
}

/**
 * How many bytes the character at `at` takes in UTF-8, where it is printable or white space; 0 where it is
 * neither, or no UTF-8. Lenient, for guesses: at the end of the bytes a part of a character is enough.
 */
export function printableLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead === undefined) return 0;
  if (lead < 0x80) return lead >= 0x20 || lead === 0x09 || lead === 0x0a || lead === 0x0d ? 1 : 0;
  const length = getLengthByLead(lead);
  const end = Math.min(at + length, bytes.length);
  for (let next = at + 1; next < end; next++) if ((byteAt(bytes, next) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Whether the next four bytes are all ASCII: testing four at once costs little more than testing one. */
function isAsciiAt(bytes: Uint8Array, at: number): boolean {
  return (byteAt(bytes, at) | byteAt(bytes, at + 1) | byteAt(bytes, at + 2) | byteAt(bytes, at + 3)) < 0x80;
}

/** The length of the character that a lead byte (0x80 or above) starts; 0 if it starts none. */
function getLengthByLead(lead: number): 0 | 2 | 3 | 4 {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/**
 * Whether a lead byte is followed by valid continuation bytes. Which second bytes are valid depends on the
 * lead byte.
 */
function hasContinuation(bytes: Uint8Array, at: number, length: 2 | 3 | 4): boolean {
  const first = byteAt(bytes, at);
  const second = byteAt(bytes, at + 1);
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return false;
  for (let i = 2; i < length; i++) if ((byteAt(bytes, at + i) & 0xc0) !== 0x80) return false;
  return true;
}
