import type { TextRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import { cellCount } from "./cells";
import { type Layout, WIDEST } from "./layout";
import type { DumpLine } from "./lines";
import { columnShows } from "./textColumn";
import { readUnits } from "./units";

/** A line with its offset in bytes (NaN if it has none), and where the next line starts. */
export interface Line {
  readonly line: DumpLine;
  readonly at: number;
  readonly next: number;
  /** It looks like a row, but has no offset like the others. */
  readonly misfit?: boolean;
  /** Text before its bytes that is not part of them: the end of an offset or of a byte. */
  readonly skipped?: TextRange;
}

/*
 * In the middle of a dump, the next offset shows how many bytes a row contains. At the end, or where an
 * offset is wrong, only the row itself can show it, and its text column can look like more bytes. Then the
 * longest run of bytes is used that a text column after it shows exactly. Without such a column, the bytes
 * end at the widest gap other than the one between the halves of a row.
 */

/**
 * The number of bytes in a row according to its offset and the next one, which can be the closing offset;
 * `undefined` if they don't show it.
 */
export function countByOffsets(row: Line, next: Line | undefined, { width }: Layout): number | undefined {
  if (next?.line.kind === "fold") return width;
  if (next === undefined || next.line.indent !== row.line.indent || Number.isNaN(next.at)) return undefined;
  const jump = next.at - row.at;
  if (!(jump > 0)) return undefined;
  return width !== undefined && jump > width ? width : jump;
}

/** The latest possible end of the bytes of a row: the text column, or the line end. */
function areaEnd(text: string, row: DumpLine, layout: Layout): number {
  const bar = layout.bar === undefined ? -1 : text.slice(row.body, row.to).indexOf(layout.bar);
  const barred = bar < 0 ? row.to : row.body + bar;
  return layout.byteEnd === undefined ? barred : Math.min(barred, row.offset.to + layout.byteEnd);
}

/**
 * White space of this width can separate the bytes from a text column; the halves of a row are less than
 * `PADDED` apart.
 */
const WIDE = /(?<=\S) {3,}(?=\S)/g;
const PADDED = 5;

/**
 * Where the widest white space of a row starts, not counting the gap between its halves: a text column can
 * follow it.
 */
function wideGap(text: string, row: DumpLine, to: number, { unit, width }: Layout): number {
  const half = (width ?? 0) / 2;
  let [start, widest] = [to, 0];
  for (const { 0: blanks, index } of text.slice(row.body, to).matchAll(WIDE)) {
    const at = row.body + index;
    const halved =
      blanks.length < PADDED && readUnits(text, row.body, at, unit, WIDEST, scratch).count === half;
    if (!halved && blanks.length > widest) [start, widest] = [at, blanks.length];
  }
  return start;
}

/** Where `readRow` writes the bytes; overwritten by the next call. */
export const scratch = new Uint8Array(WIDEST + 32);

/**
 * The number of bytes in a row if its offset doesn't show it: as many as a text column shows, or else all up
 * to a wide gap.
 */
function guessCount(text: string, row: DumpLine, layout: Layout): number {
  if (layout.unit.radix === "char") return cellCount(text, row.body, row.to);
  const end = areaEnd(text, row, layout);
  const most = layout.width ?? WIDEST;
  const all = readUnits(text, row.body, end, layout.unit, most, scratch);
  if (columnShows(text, all.end, row.to, scratch, all.count)) return all.count;
  for (let count = all.count - 1; count > 0; count--) {
    const part = readUnits(text, row.body, end, layout.unit, count, scratch);
    if (part.count === count && columnShows(text, part.end, row.to, scratch, count)) return count;
  }
  // the text column is where it is in full rows
  const padded = end < row.to && text.slice(end, row.to).trim() !== "";
  return readUnits(text, row.body, padded ? end : wideGap(text, row, end, layout), layout.unit, most, scratch)
    .count;
}

/** Reads a row into `scratch`. Returns the number of bytes. */
export function readRow(text: string, row: Line, next: Line | undefined, layout: Layout): number {
  const told = countByOffsets(row, next, layout);
  const { line } = row;
  // the offset may be wrong, so the row itself decides
  const overlaps = told !== undefined && next?.line.kind === "row" && told < (layout.width ?? 0);
  const most = told === undefined || overlaps ? guessCount(text, line, layout) : told;
  return readUnits(text, line.body, areaEnd(text, line, layout), layout.unit, Math.min(most, WIDEST), scratch)
    .count;
}

/** The problem of a short row that continues with digits that are not whole bytes. */
export function findOddDigits(
  text: string,
  row: DumpLine,
  count: number,
  layout: Layout,
): InputProblem | undefined {
  if (layout.unit.radix !== 16) return undefined;
  const { end } = readUnits(
    text,
    row.body,
    areaEnd(text, row, layout),
    layout.unit,
    Math.max(1, count),
    scratch,
  );
  // the text column starts like digits
  if (count > 0 && columnShows(text, end, row.to, scratch, count)) return undefined;
  const start = count === 0 ? row.body : end;
  const match = /^\s*([0-9A-Fa-f]+)(?=\s|$)/.exec(text.slice(start, areaEnd(text, row, layout)));
  if (match?.[1] === undefined || match[1].length % 2 === 0) return undefined;
  const from = start + match[0].length - match[1].length;
  const place = `The row at character ${row.from}`;
  return {
    code: "odd-digit",
    severity: "warning",
    message: `${place} contains "${match[1]}", which is not a whole number of bytes; it was skipped.`,
    text: { from, to: from + match[1].length },
  };
}
