import { countUp, type Tally } from "../../bytes/tally";
import { likeness } from "../likeness";
import { cellCount } from "./cells";
import { type DumpLine, offsetValue } from "./lines";
import { columnShows } from "./textColumn";
import { inferUnit, readUnits, rowTokens, tokenEnd, type Unit } from "./units";

/*
 * Tools don't describe the layout of their dumps, so it is inferred from what the rows have in common. Each
 * question uses the answer to the previous one:
 *
 * 1. What do the columns contain? The digits of the first tokens show the radix and size of a token
 * (units.ts).
 * 2. What do the offsets count? Two consecutive rows show the step of the offsets, and the first row shows
 * how many bytes it can contain at most. The radix in which most steps match most rows is the radix of the
 * offsets, and the most common step is the width of a row. Steps of 1 count rows, not bytes.
 * 3. Are the first tokens offsets at all? Lists of numbers look very similar. They count as offsets if their
 * steps match the rows, or if a colon or their width separates them from the bytes.
 * 4. In which order do words contain their bytes? In the order of the text column or, without one, in the
 * order that makes them look more like EAS traffic.
 * 5. Where do the bytes end and the text column start? After the last byte of full rows, at a bar, or where a
 * ruler above the columns ends. Without this, text such as `be ad` in the last row would be read as bytes.
 */

/** The layout of a dump, inferred from its lines. */
export interface Layout {
  readonly unit: Unit;
  readonly radix: 8 | 10 | 16;
  /** If the offset counts rows, the number of bytes in a row; 1 if it counts bytes. */
  readonly scale: number;
  /** The number of bytes in a full row; `undefined` if there is only one row. */
  readonly width: number | undefined;
  /** The column (counted from the end of the offset) after the last byte of a full row. */
  readonly byteEnd: number | undefined;
  /** The character that opens the text column: `|` in hexdump -C, `>` in od -z. */
  readonly bar: "|" | ">" | undefined;
  /** There is a text column. */
  readonly ascii: boolean;
  readonly mark: DumpLine["mark"];
  readonly offsetDigits: number;
}

/** The widest row that is read. */
export const WIDEST = 1024;
const LOOKED_AT = 64;

const RULER_NUMBER = /[ -]*([0-9A-F]{2})(?!\w)/iy;

/**
 * `00 01 02 … 0F` above the columns, as printed by Format-Hex and hex editors: the column after its last
 * number.
 */
export function rulerEnd(text: string, line: DumpLine): number | undefined {
  const shown = text.slice(line.from, Math.min(line.to, line.from + 200));
  let at = shown.search(/\b00 +01\b/);
  if (at < 0 || /^\s*[0-9a-f]{4,}/i.test(shown)) return undefined;
  for (let column = 0; column < 16; column++) {
    RULER_NUMBER.lastIndex = at;
    const [, number = ""] = RULER_NUMBER.exec(shown) ?? [];
    if (Number.parseInt(number, 16) !== column) return undefined;
    at = RULER_NUMBER.lastIndex;
  }
  return at;
}

function readRow(
  text: string,
  row: DumpLine,
  unit: Unit,
  most: number,
  to = row.to,
): { readonly bytes: Uint8Array; readonly end: number } {
  const out = new Uint8Array(WIDEST + 32);
  const { count, end } = readUnits(text, row.body, to, unit, Math.min(most, WIDEST), out);
  return { bytes: out.subarray(0, count), end };
}

interface RowPair {
  readonly row: DumpLine;
  readonly next: DumpLine;
}

/** Rows that are directly followed by another row or by the closing offset. */
function pairRows(lines: readonly DumpLine[]): RowPair[] {
  const shown = lines.filter(({ kind }) => kind !== "blank");
  return shown.flatMap((row, i) => {
    const next = shown[i + 1];
    return row.kind === "row" &&
      next !== undefined &&
      (next.kind === "row" || next.kind === "end") &&
      next.indent === row.indent
      ? [{ row, next }]
      : [];
  });
}

function findCommonest(values: readonly number[]): number | undefined {
  const counts: Tally<number> = new Map();
  for (const value of values) countUp(counts, value);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0];
}

interface Counting {
  readonly radix: 8 | 10 | 16;
  readonly scale: number;
  readonly width: number;
  /** The proportion of row pairs that match. */
  readonly agreed: number;
  /** Most rows contain exactly as many bytes as the step of the offsets. */
  readonly exact: boolean;
}

/** The step of the offsets in one radix, and how often rows contain that many bytes. */
function countInRadix(
  radix: 8 | 10 | 16,
  text: string,
  pairs: readonly RowPair[],
  held: readonly number[],
  size: number,
): Counting | undefined {
  const jumps = pairs.map(({ row, next }) => offsetValue(text, next, radix) - offsetValue(text, row, radix));
  const width = findCommonest(jumps.filter((jump, i) => jump > 0 && (jump <= Number(held[i]) || jump === 1)));
  if (width === undefined) return undefined;
  const full = findCommonest(held) ?? 0;
  if (width === 1 && full > 4 && pairs.length > 0) {
    return {
      radix,
      scale: full,
      width: full,
      agreed: jumps.filter((jump) => jump === 1).length / jumps.length,
      exact: true,
    };
  }
  const fitting = jumps.filter(
    (jump, i) => (jump === width || pairs[i]?.next.kind === "end") && jump <= Number(held[i]),
  );
  return full - width >= size && full >= 2 * width
    ? undefined
    : { radix, scale: 1, width, agreed: fitting.length / jumps.length, exact: width === full };
}

function inferCounting(text: string, pairs: readonly RowPair[], unit: Unit): Counting | undefined {
  const held = pairs.map(({ row }) => readRow(text, row, unit, WIDEST).bytes.length);
  const ways = ([16, 8, 10] as const).flatMap(
    (radix) => countInRadix(radix, text, pairs, held, unit.size) ?? [],
  );
  return ways.sort((a, b) => b.agreed + Number(b.exact) - a.agreed - Number(a.exact))[0];
}

function findBar(text: string, rows: readonly DumpLine[]): Layout["bar"] {
  for (const bar of ["|", ">"] as const) {
    const closing = bar === "|" ? "|" : "<";
    const endsWithBar = (row: DumpLine) =>
      text.indexOf(bar, row.body) > 0 &&
      text.indexOf(bar, row.body) < row.to - 1 &&
      text.slice(row.body, row.to).trimEnd().endsWith(closing);
    if (rows.every(endsWithBar)) return bar;
  }
  return undefined;
}

/** The column after the last byte of the rows whose byte count follows from the offsets. */
function byteColumn(
  text: string,
  pairs: readonly RowPair[],
  { radix, scale, width }: Counting,
  unit: Unit,
): number | undefined {
  let column: number | undefined;
  for (const { row, next } of pairs) {
    if ((offsetValue(text, next, radix) - offsetValue(text, row, radix)) * scale !== width) continue;
    const { bytes, end } = readRow(text, row, unit, width);
    if (bytes.length === width) column = Math.max(column ?? 0, end - row.offset.to);
  }
  return column;
}

/** Whether there is text after the bytes in at least half of the rows. */
function hasColumn(
  text: string,
  rows: readonly DumpLine[],
  byteEnd: number | undefined,
  unit: Unit,
  width: number | undefined,
): boolean {
  const behind = rows.filter((row) => {
    const end =
      byteEnd === undefined ? readRow(text, row, unit, width ?? WIDEST).end : row.offset.to + byteEnd;
    return text.slice(end, row.to).trim() !== "";
  });
  return behind.length * 2 >= rows.length;
}

/**
 * Whether words are little-endian: as the text column shows or, without one, as the bytes look more like EAS
 * traffic.
 */
function inferByteOrder(
  text: string,
  rows: readonly DumpLine[],
  unit: Unit,
  width: number | undefined,
): boolean {
  if (unit.size === 1 || unit.radix !== 16) return unit.little;
  // groups of two bytes are its own order
  const xxd = unit.size === 2 && rows.every(({ mark }) => mark === ":");
  const [asIs, turned] = [false, true].map((little) => {
    const shown = rows.map((row) => readRow(text, row, { ...unit, little }, width ?? WIDEST));
    const columns = shown.filter(({ bytes, end }, i) =>
      columnShows(text, end, rows[i]?.to ?? end, bytes, bytes.length),
    ).length;
    const joined = shown.flatMap(({ bytes }) => [...bytes]);
    return { columns, score: likeness(Uint8Array.from(joined), false).score };
  });
  if (asIs === undefined || turned === undefined) return unit.little;
  if (asIs.columns !== turned.columns) return turned.columns > asIs.columns;
  return !xxd && Math.abs(asIs.score - turned.score) > 0.1 ? turned.score > asIs.score : unit.little;
}

/**
 * Numbers count as offsets if their steps match the rows, or if a colon or their width separates them from
 * the bytes.
 */
function areOffsetsBelievable(
  text: string,
  rows: readonly DumpLine[],
  counting: Counting | undefined,
  unit: Unit,
): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const digits = first.offset.to - first.offset.from;
  const unitDigits = tokenEnd(text, first.body, first.to) - first.body;
  if (first.mark === ":" && digits >= 4) return true;
  if (first.mark === "\t" && text.slice(first.offset.from, first.offset.to) === "0") return true;
  if (unit.radix === 10 && unit.size > 1) return counting !== undefined && counting.agreed >= 0.5;
  if (counting !== undefined && counting.agreed >= 0.5 && (digits >= 4 || rows.length > 2))
    return digits !== unitDigits || digits === 4 || digits === 8;
  return digits >= 4 && digits !== unitDigits && /^0+$/.test(text.slice(first.offset.from, first.offset.to));
}

const countDigits = ({ offset }: DumpLine): number => offset.to - offset.from;

/**
 * Whether a first line looks like a row but has no offset like the next line: the copy starts after the
 * offset.
 */
function isHeadless(first: DumpLine, second: DumpLine): boolean {
  if (countDigits(second) < 4) return false;
  if (first.mark !== second.mark && second.mark === ":") return true;
  return countDigits(first) < 4
    ? countDigits(first) < countDigits(second)
    : countDigits(first) + 1 < countDigits(second);
}

/**
 * Whether the line's offset is written like those of the layout; offsets can become longer, but not shorter.
 */
export function hasOffset(
  line: DumpLine,
  { offsetDigits, mark }: Pick<Layout, "offsetDigits" | "mark">,
): boolean {
  return countDigits(line) >= offsetDigits && (line.kind === "end" || line.mark === mark);
}

const NO_FIT = 1000;
/** The default number of cells per row in both tools. */
const CELLS_A_ROW = 16;

/**
 * The number of cells that a row of `count` bytes lacks because they are blank and were trimmed; a large
 * number if it already contains more.
 */
function countBlanks(text: string, { row, next }: RowPair, count: number): number {
  const shown = cellCount(text, row.body, row.to);
  // the last row can be padded with blanks
  const padded = next.kind === "row" ? Math.max(shown, (row.to - row.body) >> 2) : shown;
  return count >= padded ? count - padded : NO_FIT;
}

/*
 * A cell of `od -c` is a blank and three positions, and a blank byte is four blanks. Many tools trim blanks
 * at the end of a line, so a row can look shorter than it is, and only the offsets show its length. Nothing
 * in the text says whether they are octal (od) or hexadecimal (hexdump), so the radix is used in which the
 * rows lack the fewest blanks.
 */

/**
 * The layout of the lines of a dump of characters, with lines as returned by `cellLine`; `undefined` if they
 * are not such a dump. `showCharacters` decides whether the cells are characters and not numbers.
 */
export function inferCells(text: string, lines: readonly DumpLine[]): Layout | undefined {
  const rows = lines.filter(({ kind }) => kind === "row").slice(0, LOOKED_AT);
  const [first] = rows;
  if (first === undefined) return undefined;
  const last = rows.at(-1) ?? first;
  const pairs = pairRows(lines.slice(0, lines.indexOf(last) + 2));
  const jump = ({ row, next }: RowPair, radix: 8 | 10 | 16) =>
    offsetValue(text, next, radix) - offsetValue(text, row, radix);
  const strain = (way: 8 | 10 | 16) =>
    pairs.reduce((sum, pair) => sum + countBlanks(text, pair, jump(pair, way)), 0);
  const [radix = 8] = ([8, 16, 10] as const).toSorted((a, b) => strain(a) - strain(b));
  const shown = rows.reduce((most, { body, to }) => Math.max(most, cellCount(text, body, to)), CELLS_A_ROW);
  const usual = findCommonest(
    pairs.filter(({ next }) => next.kind === "row").map((pair) => jump(pair, radix)),
  );
  const width = Math.min(usual ?? shown, shown); // missing rows are not blanks
  const unit = { radix: "char", size: 1, little: false } as const;
  const offsetDigits = countDigits(first);
  return {
    unit,
    radix,
    scale: 1,
    width,
    byteEnd: undefined,
    bar: undefined,
    ascii: false,
    mark: " ",
    offsetDigits,
  };
}

/**
 * The layout of the lines of a dump; `undefined` if they are not a dump with offsets. Looks only at the first
 * rows.
 */
export function inferLayout(text: string, lines: readonly DumpLine[]): Layout | undefined {
  const looked = lines.slice(0, 400);
  const all = looked.filter(({ kind }) => kind === "row").slice(0, LOOKED_AT);
  const rows = all[0] && all[1] && isHeadless(all[0], all[1]) ? all.slice(1) : all;
  const [first] = rows;
  if (first === undefined) return undefined;
  const tokens = rows.map((row) => rowTokens(text, row.body, row.to));
  const guess = inferUnit(tokens, first.mark === ":");
  if (guess === undefined) return undefined;
  const last = rows.at(-1) ?? first;
  const pairs = pairRows(looked.slice(looked.indexOf(first), looked.indexOf(last) + 2));
  const counting = inferCounting(text, pairs, guess);
  if (!areOffsetsBelievable(text, rows, counting, guess)) return undefined;
  const width = counting?.width;
  const unit = { ...guess, little: inferByteOrder(text, rows, guess, width) };
  const ruler = looked
    .map((line) => (line.kind === "other" ? rulerEnd(text, line) : undefined))
    .find((end) => end !== undefined);
  const byteEnd = ruler === undefined ? undefined : ruler - (first.offset.to - first.from);
  const area = byteEnd ?? (counting === undefined ? undefined : byteColumn(text, pairs, counting, unit));
  return {
    unit,
    radix: counting?.radix ?? 16,
    scale: counting?.scale ?? 1,
    width: ruler === undefined ? width : 16,
    byteEnd: area,
    bar: findBar(text, rows),
    ascii: hasColumn(text, rows, area, unit, width),
    mark: first.mark,
    offsetDigits: countDigits(first),
  };
}
