/** How the first two bytes of gzip, 1F 8B, are written in the notations for bytes; raw, and in headers. */
const TRACES: readonly RegExp[] = [
  /H4sI/, // base64
  /1f[\s\S]{0,8}8b|8b1f/i, // hexadecimal, also as words of two bytes
  /\b31[^0-9]{1,6}(?:139|117)/, // numbers, also with a sign
  /37[^0-9]{1,4}213|105437/, // octal
  /00011111\W{0,4}10001011/, // binary
  /\x1f/, // the bytes themselves
  /encoding/i, // Content-Encoding
];

/**
 * Whether a short text could hold packed bytes, so that little text is much to read. Can be wrong about a
 * text that holds none.
 */
export function mayBePacked(text: string): boolean {
  return TRACES.some((trace) => trace.test(text));
}
