import { bisect } from "../../bytes/bisect";
import { byteAt } from "../../bytes/byteAt";
import { decodeAscii, encodeLatin1 } from "../../bytes/latin1";
import type { TextRange } from "../../bytes/range";
import { utf8 } from "../../bytes/text";
import type { Contents, Input, InputProblem } from "../format";
import { inputText } from "../inputText";
import { type Messages, parseMessages } from "./parse";

/** Messages read from text, and how their byte offsets map to the text. */
export interface PastedMessages extends Messages {
  /** UTF-16 offset in the text for a byte offset; offsets must be requested in ascending order. */
  readonly textOffset: (byte: number) => number;
}

const encoder = new TextEncoder();

const mismatches = ({ messages }: Messages): number =>
  messages.flatMap(({ problems }) => problems).filter(({ code }) => code === "content-length-mismatch")
    .length;

/**
 * The number of UTF-16 units for UTF-8 bytes: one for each lead byte, two for the lead byte of four bytes.
 */
function utf16Offsets(bytes: Uint8Array): (byte: number) => number {
  let at = 0;
  let units = 0;
  return (byte) => {
    if (byte < at) at = units = 0;
    for (; at < byte; at++) {
      const value = byteAt(bytes, at);
      if ((value & 0xc0) !== 0x80) units += value >= 0xf0 ? 2 : 1;
    }
    return units;
  };
}

/**
 * Reads messages from pasted text. A character above U+007F was either a character of a UTF-8 body or one
 * byte of any body. The reading that matches Content-Length is used; without Content-Length, one byte per
 * character if those bytes are valid UTF-8 in turn.
 */
export function parsePasted(text: string): PastedMessages {
  const encoded = encoder.encode(text);
  const asUtf8 = (): PastedMessages => ({ ...parseMessages(encoded), textOffset: utf16Offsets(encoded) });
  if (encoded.length === text.length) return { ...parseMessages(encoded), textOffset: (byte) => byte };
  const bytes = encodeLatin1(text);
  if (bytes === undefined) return asUtf8();
  const single = { ...parseMessages(bytes), textOffset: (byte: number): number => byte };
  const double = asUtf8();
  const difference = mismatches(single) - mismatches(double);
  if (difference !== 0) return difference < 0 ? single : double;
  return utf8.decode(bytes) === undefined ? double : single;
}

/** A text without what a tool added to its lines, and where its characters are in the original. */
export interface BareText {
  readonly text: string;
  /** UTF-16 offset in the original for an offset in `text`. */
  readonly originalOffset: (at: number) => number;
}

const CURL_REQUEST = /^> [A-Z]{3,10} \S+ HTTP\/\d/m;

/** Whether a text is the output of `curl -v`. */
export function isCurlOutput(text: string): boolean {
  return CURL_REQUEST.test(text);
}

/** What `curl -v` tells about its own work: "* " lines, sizes in braces, progress. */
const CURL_NOTE = /^[*{}] |^[*{}]$|^\s*%|^\s*\d+ .*--:--/;

/** `curl -v` without its prefixes: "> " and "< " lines keep their text, its notes are dropped. */
export function removeCurlPrefixes(text: string): BareText {
  const kept: string[] = [];
  const starts: { readonly bare: number; readonly original: number; readonly length: number }[] = [];
  let bare = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const start = next;
    next += line.length + 1;
    const shown = line.endsWith("\r") ? line.slice(0, -1) : line;
    const prefix = /^[<>] ?/.exec(shown)?.[0].length ?? 0;
    if (prefix === 0 && CURL_NOTE.test(shown)) continue;
    starts.push({ bare, original: start + prefix, length: Math.min(next, text.length) - start - prefix });
    kept.push(shown.slice(prefix));
    bare += shown.length - prefix + 2;
  }
  const originalOffset = (at: number): number => {
    const line = starts[bisect(starts.length, (i) => (starts[i]?.bare ?? 0) > at) - 1];
    return line === undefined ? 0 : line.original + Math.min(at - line.bare, line.length);
  };
  return { text: kept.join("\r\n"), originalOffset };
}

/** The text of an input, or the start of its bytes with one character per byte. */
export function readHead(input: Input, most = 8192): string {
  if (input.bytes === undefined) return inputText(input).slice(0, most);
  return decodeAscii(input.bytes.subarray(0, most));
}

/** The range of a text without surrounding white space. */
export function trimRange(text: string): TextRange {
  const from = text.length - text.trimStart().length;
  return { from, to: Math.max(from, text.trimEnd().length) };
}

/** Contents that consist of one problem. */
export function onlyProblem(
  code: string,
  message: string,
  severity: InputProblem["severity"] = "error",
): Contents {
  return { captures: [], problems: [{ code, severity, message }] };
}
