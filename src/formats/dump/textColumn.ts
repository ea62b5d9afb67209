import { byteAt } from "../../bytes/byteAt";
import { isBlank } from "../text/chars";

/*
 * The text column repeats the bytes as characters. It is useful because it shows where the bytes of a short
 * row end, and the byte order of words. Tools differ in how they frame it (bars, angle brackets, nothing), in
 * whether a blank separates its halves, and in the character for unprintable bytes. So every kind of frame is
 * tried, and one that matches the bytes is used: printable bytes must appear as themselves, and no other byte
 * can appear as a letter or digit.
 */

/** The possible text column after the bytes of a row, from its first character that is not blank. */
function skipToColumn(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && isBlank(text.charCodeAt(start))) start++;
  return text.slice(start, to);
}

function stripBars(rest: string): string {
  const trimmed = rest.trimEnd();
  const last = trimmed.charAt(trimmed.length - 1);
  const pair = trimmed.charAt(0) + last;
  if (trimmed.startsWith("; ")) return trimmed.slice(2);
  return trimmed.length >= 2 && (pair === "||" || pair === "><") ? trimmed.slice(1, -1) : rest;
}

/**
 * Whether a text column can show this byte as this character: as itself if printable, otherwise as any
 * placeholder.
 */
function shows(byte: number, char: string): boolean {
  if (byte > 0x20 && byte < 0x7f) return char === String.fromCharCode(byte);
  if (byte === 0x20) return char === " " || char === "." || char === "_" || char === "\u00a0";
  return !/[0-9A-Za-z]/.test(char);
}

function countAgreeing(bytes: Uint8Array, count: number, column: string): number {
  let same = 0;
  for (let i = 0; i < count; i++) {
    const char = column.charAt(i);
    if (char === "") return bytes.subarray(i, count).every((byte) => byte < 0x21 || byte > 0x7e) ? same : -1;
    if (!shows(byteAt(bytes, i), char)) return -1;
    same++;
  }
  return same;
}

/** The column without the blank that some tools put between its two halves. */
function joinHalves(column: string, half: number): string {
  return column.charAt(half) === " " ? column.slice(0, half) + column.slice(half + 1) : column;
}

/** The number of leading bytes that are spaces. A column that shows them merges with the gap before it. */
function countLeadingSpaces(bytes: Uint8Array, count: number): number {
  let spaces = 0;
  while (spaces < count && bytes[spaces] === 0x20) spaces++;
  return spaces;
}

/**
 * Whether the text from `from` to `to` is a text column that shows exactly the first `count` bytes: `|…|`,
 * `>…<` or unframed, with or without a blank in its middle. False if there is no column.
 */
export function columnShows(
  text: string,
  from: number,
  to: number,
  bytes: Uint8Array,
  count: number,
): boolean {
  const rest = skipToColumn(text, from, to);
  if (rest.trim() === "" && from >= to) return false;
  const column = stripBars(rest);
  const lead = " ".repeat(countLeadingSpaces(bytes, count));
  const candidates = [
    column,
    joinHalves(column, 8),
    column.trimEnd(),
    joinHalves(column, count >> 1),
    lead + column,
    (lead + column).trimEnd(),
    joinHalves(lead + column, 8),
    rest,
    lead + rest,
    rest.trimEnd(),
  ];
  return candidates.some(
    (candidate) =>
      candidate.length > 0 && candidate.length <= count && countAgreeing(bytes, count, candidate) > 0,
  );
}
