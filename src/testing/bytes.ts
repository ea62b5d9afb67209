/** Parses a hex text; ignores comments in parentheses and everything else that is not a hex digit. */
export function hex(text: string): Uint8Array {
  const digits = text.replace(/\([^)]*\)/g, "").replace(/[^0-9A-Fa-f]/g, "");
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
