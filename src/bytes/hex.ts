const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));

/** One byte (0 to 255) as two upper-case hexadecimal digits. */
export function formatByte(byte: number): string {
  return DIGITS[byte & 0xff] ?? "";
}

/** The bytes as upper-case hexadecimal pairs, joined by `separator`; "" for no bytes. */
export function toHex(bytes: Uint8Array, separator = " "): string {
  const pairs = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) pairs[i] = formatByte(bytes[i] ?? 0);
  return pairs.join(separator);
}

/** A byte offset in upper-case hexadecimal, padded to at least `width` digits. */
export function formatOffset(offset: number, width = 4): string {
  return offset.toString(16).toUpperCase().padStart(width, "0");
}
