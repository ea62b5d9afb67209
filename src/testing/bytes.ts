/** Bytes from a hex text; whatever is no hex digit, comments in parentheses included, is passed over. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/\([^)]*\)/g, "").replace(/[^0-9A-Fa-f]/g, "");
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
