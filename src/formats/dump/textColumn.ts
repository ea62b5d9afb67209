import { byteAt } from "../../bytes/byteAt";
import { isBlank } from "../text/chars";

/*
 * The text column repeats the bytes as characters. It is worth reading because it says where the bytes of a
 * short row end, and in which order the bytes of a word come. Tools differ in how they frame it (bars, angle
 * brackets, nothing), in whether they part its halves by a blank, and in the sign for bytes that cannot be
 * printed. So every way of framing is tried, and one that agrees with the bytes is taken: printable bytes
 * must show themselves, all others must show no letter or digit.
 */

/** The text column that may stand behind the bytes of a row, from its first character that is not blank. */
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
 * Whether a text column may show this byte by this character: itself where printable, else any sign that
 * stands for "none".
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

/** How many spaces the bytes start with. A column that shows them merges with the gap in front of it. */
function countLeadingSpaces(bytes: Uint8Array, count: number): number {
  let spaces = 0;
  while (spaces < count && bytes[spaces] === 0x20) spaces++;
  return spaces;
}

/**
 * Whether the text from `from` to `to` is a text column that shows exactly the first `count` bytes: `|…|`,
 * `>…<` or bare, with or without a blank in its middle. False where there is no column at all.
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
