import { utf8 } from "../../bytes/text";
import type { Input, InputProblem } from "../format";

/** Pasted text or dropped bytes as an input, and the problems of decoding its bytes as text. */
export interface DecodedInput {
  readonly input: Input;
  readonly problems: readonly InputProblem[];
}

const HEAD = 4096;

function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}

/**
 * The UTF-16 label of the bytes: from their byte order mark, or because every other byte at the start is
 * zero.
 */
function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 64);
  if (head.length < 8 || bytes.length % 2 !== 0) return undefined;
  const zeros = (parity: number) =>
    head.every((byte, i) => (i % 2 === parity ? byte === 0 : byte >= 0x09 && byte < 0x7f));
  return zeros(1) ? "utf-16le" : zeros(0) ? "utf-16be" : undefined;
}

function legacyText(bytes: Uint8Array): DecodedInput["problems"][number] {
  const message =
    "The file is text, but not UTF-8, so it was read as Windows-1252. Non-ASCII characters may be wrong.";
  return { code: "not-utf8", severity: "info", message, bytes: { start: 0, end: bytes.length } };
}

/** Whether a file can be text, as far as its first bytes show. */
export function startsLikeText(head: Uint8Array): boolean {
  return utf16Label(head) !== undefined || !hasControls(head.subarray(0, HEAD));
}

function decode(bytes: Uint8Array): {
  readonly text: string | undefined;
  readonly problems: readonly InputProblem[];
} {
  const wide = utf16Label(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), problems: [] };
  if (hasControls(bytes.subarray(0, HEAD))) return { text: undefined, problems: [] };
  const text = utf8.decode(bytes);
  if (text !== undefined) return { text, problems: [] };
  if (hasControls(bytes)) return { text: undefined, problems: [] };
  return { text: new TextDecoder("windows-1252").decode(bytes), problems: [legacyText(bytes)] };
}

/**
 * Converts old Mac and Unicode line endings to line feeds, one for one, if the text has no others and is not
 * binary data.
 */
function withLineFeeds(text: string): string {
  if (text.includes("\n") || !/[\r\u2028\u2029]/.test(text) || /[\0-\x08]/.test(text)) return text;
  return text.replaceAll(/[\r\u2028\u2029]/g, "\n");
}

/**
 * Prepares an input for the formats. Bytes get a text if they are UTF-8, UTF-16, or free of control
 * characters (then read as Windows-1252).
 */
export function decodeInput(source: string | Uint8Array, name: string | undefined): DecodedInput {
  if (typeof source === "string")
    return { input: { name, text: withLineFeeds(source), bytes: undefined }, problems: [] };
  const { text, problems } = decode(source);
  return { input: { name, text: text && withLineFeeds(text), bytes: source }, problems };
}
