/**
 * Parses an offset that the user typed: decimal, or hexadecimal as `0x1F`, `1Fh` or with a digit from A to F.
 * Returns `undefined` if it is not an offset.
 */
export function parseOffset(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(/[_ ]/g, "");
  const hex =
    /^(?:0x|\$)([0-9a-f]+)$|^([0-9a-f]+)h$/.exec(typed) ?? /^()(?=[0-9a-f]*[a-f])([0-9a-f]+)$/.exec(typed);
  const digits = hex?.[1] || hex?.[2];
  if (digits !== undefined) return Number.parseInt(digits, 16);
  return /^\d+$/.test(typed) ? Number(typed) : undefined;
}
