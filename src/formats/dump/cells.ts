import { isBlank } from "../text/chars";
import type { DumpLine } from "./lines";

/**
 * Characters in a cell of `od -c` or `hexdump -c`: a blank and three positions for a character, an escape or
 * three octal digits.
 */
const CELL = 4;
const SPACE = 0x20;

/** The C escapes that both tools print. */
const ESCAPES: ReadonlyMap<string, number> = new Map(
  Object.entries({ "0": 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }),
);

/** The byte of a cell; -1 if it contains none. Text trimmed at the end of a row was blank. */
function cellByte(text: string, at: number, to: number): number {
  const cell = text.slice(at, Math.min(to, at + CELL)).padEnd(CELL);
  if (/^ {3}[ -~]$/.test(cell)) return cell.charCodeAt(3);
  if (/^ {2}\\./.test(cell)) return ESCAPES.get(cell.charAt(3)) ?? -1;
  return /^ [0-3][0-7]{2}$/.test(cell) ? Number.parseInt(cell, 8) : -1;
}

/**
 * Reads cells from `body` into `out` until one contains no byte or `most` are read; cells after the end of
 * the row are blanks.
 */
export function readCells(
  text: string,
  body: number,
  to: number,
  most: number,
  out: Uint8Array,
): { readonly count: number; readonly end: number } {
  let count = 0;
  for (; count < most; count++) {
    const byte = cellByte(text, body + count * CELL, to);
    if (byte < 0) break;
    out[count] = byte;
  }
  return { count, end: Math.min(to, body + count * CELL) };
}

/** The number of cells in a row if the offsets don't show it: up to the last cell that is not blank. */
export function cellCount(text: string, body: number, to: number): number {
  let end = to;
  while (end > body && text.charCodeAt(end - 1) === SPACE) end--;
  return Math.ceil((end - body) / CELL);
}

/** Whether every cell of a row contains a byte. */
function isCellRow(text: string, body: number, to: number): boolean {
  const cells = cellCount(text, body, to);
  for (let i = 0; i < cells; i++) if (cellByte(text, body + i * CELL, to) < 0) return false;
  return cells > 0;
}

/**
 * Whether the cells are characters and not numbers: one contains an escape or a character other than a digit,
 * or there are both single digits and octal numbers with leading zeros, which no list of numbers mixes.
 */
export function showCharacters(text: string, rows: readonly DumpLine[]): boolean {
  const cells = rows
    .flatMap(({ body, to }) => text.slice(body, to).match(/.{1,4}/g) ?? [])
    .map((cell) => cell.trim());
  return (
    cells.some((cell) => /\D/.test(cell)) ||
    (cells.some((cell) => /^0\d\d$/.test(cell)) && cells.some((cell) => cell.length === 1))
  );
}

const OFFSET = /[0-9A-Fa-f]{4,20}(?=[ \r\n]|$)/y;

/** The line between `from` and `to` of a dump of cells, which start directly after the offset. */
export function cellLine(text: string, from: number, to: number): DumpLine {
  let start = from;
  while (start < to && isBlank(text.charCodeAt(start))) start++;
  const nothing = {
    from,
    to,
    indent: start - from,
    offset: { from, to: from },
    mark: " ",
    body: from,
  } as const;
  if (start === to) return { ...nothing, kind: "blank" };
  if (text.charAt(start) === "*" && cellCount(text, start, to) === 1) return { ...nothing, kind: "fold" };
  OFFSET.lastIndex = start;
  if (!OFFSET.test(text)) return { ...nothing, kind: "other" };
  const body = OFFSET.lastIndex;
  const kind = cellCount(text, body, to) === 0 ? "end" : isCellRow(text, body, to) ? "row" : "other";
  return { ...nothing, kind, offset: { from: start, to: body }, body };
}
