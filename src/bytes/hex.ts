import { byteAt } from "./byteAt";

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));

/** One byte (0 to 255) as two upper-case hexadecimal digits. */
export function formatByte(byte: number): string {
  return DIGITS[byte & 0xff] ?? "";
}

/** The bytes as upper-case hexadecimal pairs, joined by `separator`; "" for no bytes. */
export function toHex(bytes: Uint8Array, separator = " "): string {
  const pairs = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) pairs[i] = formatByte(byteAt(bytes, i));
  return pairs.join(separator);
}

/** A number in upper-case hexadecimal, padded to at least `width` digits. */
export function formatHex(number: number, width = 4): string {
  return number.toString(16).toUpperCase().padStart(width, "0");
}

/** The bytes of hexadecimal pairs with nothing between them; a digit left over at the end is ignored. */
export function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A text's first character by its code point, "U+00E4"; "" for the empty text. */
export function formatCodePoint(char: string): string {
  const code = char.codePointAt(0);
  return code === undefined ? "" : `U+${formatHex(code)}`;
}
