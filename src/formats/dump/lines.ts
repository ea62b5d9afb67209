import type { TextRange } from "../../bytes/range";
import { hexValue, isBlank } from "../text/chars";
import { linesIn } from "../text/lines";

/** One line of a text that can be part of a hex dump. Positions are UTF-16 units of the whole text. */
export interface DumpLine {
  readonly from: number;
  readonly to: number;
  readonly kind: "row" | "end" | "fold" | "blank" | "other";
  /** Columns of white space before the first character. */
  readonly indent: number;
  /** The digits of the offset, without `0x`; empty for a line without an offset. */
  readonly offset: TextRange;
  /** The separator after the offset: a colon, a tab, or only spaces. */
  readonly mark: ":" | "\t" | " ";
  /** Where the bytes start. */
  readonly body: number;
}

const LONGEST_OFFSET = 20;
const COLON = 0x3a;
const TAB = 0x09;

function skipBlanks(text: string, at: number, to: number): number {
  let place = at;
  while (place < to && isBlank(text.charCodeAt(place))) place++;
  return place;
}

/** The end of the run of hexadecimal digits from `at`. */
function digitsEnd(text: string, at: number, to: number): number {
  let place = at;
  while (place < to && hexValue(text.charCodeAt(place)) >= 0) place++;
  return place;
}

function simple(from: number, to: number, kind: DumpLine["kind"], indent: number): DumpLine {
  return { from, to, kind, indent, offset: { from, to: from }, mark: " ", body: from + indent };
}

function markAt(text: string, at: number): DumpLine["mark"] {
  const code = text.charCodeAt(at);
  return code === COLON ? ":" : code === TAB ? "\t" : " ";
}

/** Digits up to a blank, signed, after `0x`, or joined to others by a minus. */
const UNIT = /-?(?:0x)?[0-9A-Fa-f][0-9A-Fa-f-]*(?=[\s│┊]|$)/y;

/** Whether there is a possible unit of a dump at `at`. */
function startsUnit(text: string, at: number): boolean {
  UNIT.lastIndex = at;
  return UNIT.test(text);
}

const HIGH_HALF = /[0-9A-Fa-f]{8}`(?=[0-9A-Fa-f]{8}\b)/y;
const SYMBOL = / <[^<>\n]{1,80}>(?=:)/y;

/**
 * Where the digits of an offset start: after `0x`, or after the upper half of a WinDbg address
 * (00000000`0012ff40).
 */
function offsetStart(text: string, at: number): number {
  HIGH_HALF.lastIndex = at;
  if (HIGH_HALF.test(text)) return HIGH_HALF.lastIndex;
  return text.charAt(at) === "0" && (text.charCodeAt(at + 1) | 0x20) === 0x78 ? at + 2 : at;
}

/**
 * The position after an optional suffix of the offset digits: `h`, or the name that GDB prints for an address
 * (` <buffer+8>`).
 */
function offsetSuffix(text: string, at: number): number {
  if ((text.charCodeAt(at) | 0x20) === 0x68) return at + 1; // 0000h
  SYMBOL.lastIndex = at;
  return SYMBOL.test(text) ? SYMBOL.lastIndex : at;
}

/**
 * Splits the line between `from` and `to` into its parts. `inferLayout` decides whether its first number
 * really is an offset.
 */
export function dumpLine(text: string, from: number, to: number): DumpLine {
  const start = skipBlanks(text, from, to);
  const indent = start - from;
  if (start === to) return simple(from, to, "blank", 0);
  if (text.charAt(start) === "*" && skipBlanks(text, start + 1, to) === to)
    return simple(from, to, "fold", indent);
  const digits = offsetStart(text, start);
  const end = digitsEnd(text, digits, Math.min(to, digits + LONGEST_OFFSET + 1));
  const length = end - digits;
  if (length === 0 || length > LONGEST_OFFSET) return simple(from, to, "other", indent);
  const suffixed = offsetSuffix(text, end);
  const mark = suffixed < to ? markAt(text, suffixed) : " ";
  const afterMark = mark === ":" ? suffixed + 1 : suffixed;
  if (afterMark < to && !isBlank(text.charCodeAt(afterMark)) && text.charAt(afterMark) !== "|")
    return simple(from, to, "other", indent);
  const body = skipBlanks(text, text.charAt(afterMark) === "|" ? afterMark + 1 : afterMark, to);
  const offset = { from: digits, to: end };
  if (length === 2 && /^00[ -]+01[ -]+02[ -]+03/.test(text.slice(digits, digits + 16)))
    return simple(from, to, "other", indent); // a ruler
  if (body >= to) return { from, to, kind: length >= 4 ? "end" : "other", indent, offset, mark, body: to };
  return { from, to, kind: startsUnit(text, body) ? "row" : "other", indent, offset, mark, body };
}

/** The first lines of the text, at most `limit`, each split by `lineAt`. */
export function firstLines(text: string, limit: number, lineAt = dumpLine): DumpLine[] {
  const lines: DumpLine[] = [];
  for (const { from, to } of linesIn(text)) if (lines.push(lineAt(text, from, to)) >= limit) break;
  return lines;
}

/** The value of an offset in a radix; NaN if a digit is not valid in that radix. */
export function offsetValue(text: string, line: DumpLine, radix: 8 | 10 | 16): number {
  let value = 0;
  for (let at = line.offset.from; at < line.offset.to; at++) {
    const digit = hexValue(text.charCodeAt(at));
    if (digit >= radix) return Number.NaN;
    value = value * radix + digit;
  }
  return value;
}
