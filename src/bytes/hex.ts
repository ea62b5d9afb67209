const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));

/** One byte (0 to 255) as two upper-case hexadecimal digits. */
export function hexByte(byte: number): string {
  return DIGITS[byte & 0xff] ?? "";
}

/** The bytes as upper-case hexadecimal pairs with `separator` between two pairs; "" for no bytes. */
export function toHex(bytes: Uint8Array, separator = " "): string {
  const pairs = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) pairs[i] = hexByte(bytes[i] ?? 0);
  return pairs.join(separator);
}

/** A byte offset as upper-case hexadecimal, at least `width` digits. */
export function hexOffset(offset: number, width = 4): string {
  return offset.toString(16).toUpperCase().padStart(width, "0");
}
