import type { TextRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import type { Steps } from "../pace";
import { isBlank } from "./chars";
import { columnShows } from "./dumpAscii";
import { cellCount, cellLine } from "./dumpCells";
import { hasOffset, type Layout, WIDEST } from "./dumpLayout";
import { type DumpLine, dumpLine, lineFrom, offsetValue } from "./dumpLines";
import { readUnits } from "./dumpUnits";
import { gap, problemList, unexpectedText } from "./problems";
import { byteSink } from "./sink";

/** A run of rows that belong together: one message or packet of a dump. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** The offset of its first row, in bytes. */
  readonly start: number;
  /** Its rows are set in, as "Follow stream" does with what the server sent. */
  readonly indented: boolean;
  /** The line of text right in front of it. */
  readonly heading: TextRange | undefined;
  readonly problems: readonly InputProblem[];
}

/**
 * A line with the offset that stands on it, in bytes (NaN where none does), and where the next line starts.
 */
interface Line {
  readonly line: DumpLine;
  readonly at: number;
  readonly next: number;
  /** It looks like a row, but has no offset as the others have. */
  readonly misfit?: boolean;
  /** What stands in front of its bytes and is none: the end of an offset or of a byte. */
  readonly skipped?: TextRange;
}

interface OpenBlock {
  readonly sink: ReturnType<typeof byteSink>;
  readonly problems: ReturnType<typeof problemList>;
  readonly from: number;
  readonly start: number;
  readonly indent: number;
  readonly heading: TextRange | undefined;
  /** How many bytes the last row held: those that `*` repeats. */
  last: number;
  /** Offset that the next row should have. */
  next: number;
  to: number;
  folded: boolean;
}

/**
 * How many bytes the offsets give a row: to the next row or the closing offset; `undefined` where nothing
 * tells.
 */
function toldCount(row: Line, next: Line | undefined, { width }: Layout): number | undefined {
  if (next?.line.kind === "fold") return width;
  if (next === undefined || next.line.indent !== row.line.indent || Number.isNaN(next.at)) return undefined;
  const jump = next.at - row.at;
  if (!(jump > 0)) return undefined;
  return width !== undefined && jump > width ? width : jump;
}

/** Where the bytes of a row end at the latest: at the text column, or at the line end. */
function areaEnd(text: string, row: DumpLine, layout: Layout): number {
  const bar = layout.bar === undefined ? -1 : text.indexOf(layout.bar, row.body);
  const barred = bar < 0 || bar > row.to ? row.to : bar;
  return layout.byteEnd === undefined ? barred : Math.min(barred, row.offset.to + layout.byteEnd);
}

/**
 * White space as wide as this can part bytes from a text column; the halves of a row stand less than `PADDED`
 * apart.
 */
const WIDE = /(?<=\S) {3,}(?=\S)/g;
const PADDED = 5;

/**
 * Where the widest white space of a row starts, in front of which `half` bytes or others stand: there a text
 * column may follow.
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

const scratch = new Uint8Array(WIDEST + 32);

/**
 * The bytes of a row of which nothing says how many there are: as many as a text column shows, else all up to
 * a wide gap.
 */
function untoldRow(text: string, row: DumpLine, layout: Layout): number {
  if (layout.unit.radix === "char") return cellCount(text, row.body, row.to);
  const end = areaEnd(text, row, layout);
  const most = layout.width ?? WIDEST;
  const all = readUnits(text, row.body, end, layout.unit, most, scratch);
  if (columnShows(text, all.end, row.to, scratch, all.count)) return all.count;
  for (let count = all.count - 1; count > 0; count--) {
    const part = readUnits(text, row.body, end, layout.unit, count, scratch);
    if (part.count === count && columnShows(text, part.end, row.to, scratch, count)) return count;
  }
  // the text column stands where it does in full rows
  const padded = end < row.to && text.slice(end, row.to).trim() !== "";
  return readUnits(text, row.body, padded ? end : wideGap(text, row, end, layout), layout.unit, most, scratch)
    .count;
}

/** Reads a row into `scratch`; how many bytes it holds. */
function readRow(text: string, row: Line, next: Line | undefined, layout: Layout): number {
  const told = toldCount(row, next, layout);
  const { line } = row;
  // an offset may be wrong: the row itself tells
  const overlaps = told !== undefined && next?.line.kind === "row" && told < (layout.width ?? 0);
  const most = told === undefined || overlaps ? untoldRow(text, line, layout) : told;
  return readUnits(text, line.body, areaEnd(text, line, layout), layout.unit, Math.min(most, WIDEST), scratch)
    .count;
}

function openBlock(
  { line, at }: Line,
  heading: TextRange | undefined,
  goesOn: number | undefined,
): OpenBlock {
  const problems = problemList();
  if (goesOn !== undefined && at !== goesOn) problems.add(gap(at - goesOn, line.offset.from, line.offset.to));
  if (goesOn === undefined && at !== 0) problems.add(startsLate(at, line.offset));
  return {
    sink: byteSink(64),
    problems,
    from: line.from,
    start: at,
    indent: line.indent,
    heading,
    last: 0,
    next: at,
    to: line.to,
    folded: false,
  };
}

/** Programs and their data lie above: an offset from here on is an address in memory. */
const ADDRESS = 1 << 22;

function startsLate(at: number, offset: TextRange): InputProblem {
  if (at >= ADDRESS) {
    const message =
      `The dump starts at ${at}, which looks like an address in memory: nothing tells whether bytes in ` +
      "front are missing.";
    return { code: "starts-late", severity: "info", message, text: { from: offset.from, to: offset.to } };
  }
  return {
    code: "starts-late",
    severity: "warning",
    message: `The dump starts at offset ${at}: the first ${at} bytes are not in it.`,
    text: { from: offset.from, to: offset.to },
  };
}

/** A row that is shorter than others and goes on with digits that make no whole byte. */
function oddTokens(text: string, row: DumpLine, count: number, layout: Layout): InputProblem | undefined {
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
    message: `${place} holds "${match[1]}", which is not whole bytes; it was left out.`,
    text: { from, to: from + match[1].length },
  };
}

/** The most that `*` may stand for; an offset that asks for more is wrong. */
const LONGEST_FOLD = 1 << 28;

/** Takes up the offset of a row or of the dump's end: fills a fold, or says that bytes are missing. */
function arrive(block: OpenBlock, { line, at }: Line): void {
  const missing = at - block.next;
  const { sink, last } = block;
  if (block.folded && missing > 0 && missing < LONGEST_FOLD)
    sink.repeat(sink.bytes().slice(sink.length() - last), missing);
  else if (missing !== 0 && !Number.isNaN(missing))
    block.problems.add(gap(missing, line.offset.from, line.offset.to));
  block.folded = false;
  if (!Number.isNaN(at)) block.next = at;
  block.to = line.to;
}

function closed({ sink, from, to, start, indent, heading, problems }: OpenBlock): Block {
  return { bytes: sink.bytes(), from, to, start, indented: indent > 0, heading, problems: problems.list() };
}

/** Lines of text between rows: a heading of the next block, or what has no place in this one. */
interface Strays {
  readonly from: number;
  last: TextRange;
}

/** What the reading of a dump carries from line to line. */
interface Reader {
  readonly text: string;
  readonly layout: Layout;
  readonly blocks: Block[];
  /** Where each side's offsets go on: of rows that are set in, and of those that are not. */
  readonly sides: Map<boolean, number>;
  strays: Strays | undefined;
  block: OpenBlock | undefined;
}

/**
 * Whether a row starts a block of its own: another side speaks, or the offset went back to where dumps start.
 */
function startsBlock({ block, strays }: Reader, row: Line): boolean {
  if (block === undefined || row.line.indent > 0 !== block.indent > 0) return true;
  return row.at < block.next && (row.at === 0 || strays !== undefined);
}

function finish(reader: Reader): void {
  if (reader.block === undefined) return;
  reader.sides.set(reader.block.indent > 0, reader.block.next);
  reader.blocks.push(closed(reader.block));
  reader.block = undefined;
}

/** The block that a row belongs to: the open one, or a new one that the text in front of the row heads. */
function blockFor(reader: Reader, row: Line): OpenBlock {
  const { strays, block } = reader;
  const starts = startsBlock(reader, row);
  reader.strays = undefined;
  if (block !== undefined && !starts) {
    if (strays !== undefined)
      block.problems.add(unexpectedText(strays.from, strays.last.to, "a row of the dump"));
    return block;
  }
  finish(reader);
  const turned = block !== undefined && block.indent > 0 !== row.line.indent > 0 && strays === undefined;
  const goesOn = turned && row.at > 0 ? reader.sides.get(row.line.indent > 0) : undefined;
  reader.block = openBlock(row, strays?.last, goesOn);
  return reader.block;
}

function takeRow(reader: Reader, row: Line, next: Line | undefined): void {
  const { text, layout } = reader;
  const block = blockFor(reader, row);
  if (row.skipped !== undefined)
    block.problems.add(unexpectedText(row.skipped.from, row.skipped.to, "a whole byte of the dump"));
  arrive(block, row);
  const count = readRow(text, row, next, layout);
  block.sink.append(scratch.subarray(0, count));
  block.last = count;
  block.next += count;
  const odd = count < (layout.width ?? count + 1) ? oddTokens(text, row.line, count, layout) : undefined;
  if (odd !== undefined) block.problems.add(odd);
}

function takeStray(reader: Reader, { from, to }: DumpLine): void {
  if (reader.strays === undefined) reader.strays = { from, last: { from, to } };
  else reader.strays.last = { from, to };
}

/**
 * Whether a line that ends behind its offset is a row of blanks that were cut off: it goes on where the rows
 * are, and more follows.
 */
function isBlankRow({ block, layout }: Reader, read: Line, next: Line | undefined): boolean {
  if (layout.unit.radix !== "char" || read.line.kind !== "end" || block === undefined) return false;
  return (
    (block.folded ? read.at > block.next : read.at === block.next) &&
    toldCount(read, next, layout) !== undefined
  );
}

function take(reader: Reader, read: Line, next: Line | undefined): void {
  const { block } = reader;
  const { line } = read;
  if (line.kind === "row" || isBlankRow(reader, read, next)) takeRow(reader, read, next);
  else if (line.kind === "fold" && block !== undefined) block.folded = true;
  else if (line.kind === "end" && block !== undefined && block.indent > 0 === line.indent > 0)
    arrive(block, read);
  else {
    takeStray(reader, line);
    if (read.misfit === true)
      block?.problems.add(unexpectedText(line.from, line.to, "a row with an offset as the others have"));
  }
}

/**
 * A first line that is a row without its offset: the copy begins in the middle of it. Its offset is counted
 * back from the next row's.
 */
function headless(
  text: string,
  { line, next }: Line,
  second: Line | undefined,
  layout: Layout,
): Line | undefined {
  if (second?.line.kind !== "row" || !(second.at > 0) || layout.unit.radix === "char") return undefined;
  const behind =
    layout.byteEnd === undefined ? 0 : Math.max(0, second.line.to - second.line.offset.to - layout.byteEnd);
  const most = Math.min(second.at, layout.width ?? WIDEST);
  const start = line.from + line.indent;
  const to = line.to - behind;
  for (let from = start; from < to; from = tokenAfter(text, from, to)) {
    const { count } = readUnits(text, from, to, layout.unit, WIDEST, scratch);
    if (count === 0 || count > most) continue; // the end of the offset or of a byte
    const row = {
      ...line,
      kind: "row",
      indent: second.line.indent,
      offset: { from, to: from },
      body: from,
    } as const;
    return {
      line: row,
      at: second.at - count,
      next,
      ...(from > start && { skipped: { from: start, to: from } }),
    };
  }
  return undefined;
}

function numbered(text: string, line: DumpLine, next: number, layout: Layout): Line {
  if (line.kind !== "row" && line.kind !== "end") return { line, at: Number.NaN, next };
  if (!hasOffset(line, layout))
    return { line: { ...line, kind: "other" }, at: Number.NaN, next, misfit: line.kind === "row" };
  return { line, at: offsetValue(text, line, layout.radix) * layout.scale, next };
}

function tokenAfter(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isBlank(text.charCodeAt(at))) at++;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The next line from `from` that is not blank; `undefined` where there is none before `end`. */
function nextLine(text: string, from: number, end: number, layout: Layout): Line | undefined {
  const lineAt = layout.unit.radix === "char" ? cellLine : dumpLine;
  for (let at = from; at < end; ) {
    const { from: start, to, next } = lineFrom(text, at, end);
    const line = lineAt(text, start, to);
    if (line.kind !== "blank") return numbered(text, line, next, layout);
    at = next;
  }
  return undefined;
}

const LINES_A_STEP = 1024;

/**
 * The blocks of a dump in the given layout, in order, up to `end`. A line is kept no longer than to the next
 * one. Total: what the offsets contradict is a problem of the block it is in.
 */
export function* readBlocks(text: string, end: number, layout: Layout): Steps<Block[]> {
  const reader: Reader = { text, layout, blocks: [], sides: new Map(), strays: undefined, block: undefined };
  let read = nextLine(text, 0, end, layout);
  if (read?.line.kind === "other")
    read = headless(text, read, nextLine(text, read.next, end, layout), layout) ?? read;
  for (let count = 1; read !== undefined; count++) {
    const ahead = nextLine(text, read.next, end, layout);
    take(reader, read, ahead);
    read = ahead;
    if (count % LINES_A_STEP === 0) yield (read?.next ?? end) / text.length;
  }
  finish(reader);
  return reader.blocks;
}
