import { byteAt } from "../../bytes/byteAt";
import { decodeAscii, encodeLatin1 } from "../../bytes/latin1";
import type { TextRange } from "../../bytes/range";
import { utf8 } from "../../bytes/text";
import type { Contents, Input, InputProblem } from "../format";
import { inputText } from "../inputText";
import { type Messages, parseMessages } from "./parse";

/** Messages read from text, and how their byte offsets map to the text. */
export interface PastedMessages extends Messages {
  /** UTF-16 offset in the text of a byte offset; offsets must be asked for in rising order. */
  readonly textOffset: (byte: number) => number;
}

const encoder = new TextEncoder();

const mismatches = ({ messages }: Messages): number =>
  messages.flatMap(({ problems }) => problems).filter(({ code }) => code === "content-length-mismatch")
    .length;

/** UTF-16 units that the UTF-8 bytes stand for: each lead byte one, the lead of four bytes two. */
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
 * byte of any body; the reading that fits Content-Length is taken, and without that the one byte per
 * character where those bytes are UTF-8 in turn.
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

/**
 * `curl -v` without its prefixes: "> " and "< " lines keep their text, "* " lines and progress go.
 * `undefined` where it is none.
 */
export function withoutCurlPrefixes(text: string): string | undefined {
  if (!/^> [A-Z]{3,10} \S+ HTTP\/\d/m.test(text)) return undefined;
  const kept: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, sent] = /^[<>] ?(.*)$/.exec(line) ?? [];
    if (sent !== undefined) kept.push(sent);
    else if (!/^[*{}] |^[*{}]$|^\s*%|^\s*\d+ .*--:--/.test(line)) kept.push(line);
  }
  return kept.join("\r\n");
}

/** The text of an input, or the first characters of its bytes, one a byte. */
export function readHead(input: Input, most = 8192): string {
  if (input.bytes === undefined) return inputText(input).slice(0, most);
  return decodeAscii(input.bytes.subarray(0, most));
}

/** The range of a text that is not blank. */
export function trimRange(text: string): TextRange {
  const from = text.length - text.trimStart().length;
  return { from, to: Math.max(from, text.trimEnd().length) };
}

/** Contents that are just a problem. */
export function onlyProblem(
  code: string,
  message: string,
  severity: InputProblem["severity"] = "error",
): Contents {
  return { captures: [], problems: [{ code, severity, message }] };
}
