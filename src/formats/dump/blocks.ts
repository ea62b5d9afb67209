import type { TextRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import type { Steps } from "../pace";
import { byteSink } from "../text/byteSink";
import { isBlank } from "../text/chars";
import { lineFrom } from "../text/lines";
import { gap, problemList, unexpectedText } from "../text/problems";
import { cellLine } from "./cells";
import { hasOffset, type Layout, WIDEST } from "./layout";
import { type DumpLine, dumpLine, offsetValue } from "./lines";
import { countByOffsets, findOddDigits, type Line, readRow, scratch } from "./row";
import { readUnits } from "./units";

/*
 * Rows are read one after the other with one line of look-ahead. They belong to the open block as long as
 * their offsets continue. A new block starts if the offset goes back to the usual start of a dump, or if the
 * indentation changes, which is how "Follow stream" marks the sending side. A line between rows is the
 * heading of the next block if a block starts after it; otherwise it is skipped and reported as a problem.
 * `*` means that the row above it is repeated; the next offset shows how often.
 */

/** A run of rows that belong together: one message or packet of a dump. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** The offset of its first row, in bytes; `undefined` if it can't be read. */
  readonly start: number | undefined;
  /** Its rows are indented, as in "Follow stream" for the data that the server sent. */
  readonly indented: boolean;
  /** The line of text directly before it. */
  readonly heading: TextRange | undefined;
  readonly problems: readonly InputProblem[];
}

interface OpenBlock {
  readonly sink: ReturnType<typeof byteSink>;
  readonly problems: ReturnType<typeof problemList>;
  readonly from: number;
  readonly start: number | undefined;
  readonly indent: number;
  readonly heading: TextRange | undefined;
  /** The number of bytes in the last row, which `*` repeats. */
  last: number;
  /** The expected offset of the next row. */
  next: number;
  to: number;
  folded: boolean;
}

function openBlock(
  { line, at }: Line,
  heading: TextRange | undefined,
  goesOn: number | undefined,
): OpenBlock {
  const problems = problemList();
  const isKnown = Number.isSafeInteger(at);
  if (isKnown && goesOn !== undefined && at !== goesOn)
    problems.add(gap(at - goesOn, line.offset.from, line.offset.to));
  if (isKnown && goesOn === undefined && at !== 0) problems.add(startsLate(at, line.offset));
  return {
    sink: byteSink(64),
    problems,
    from: line.from,
    start: isKnown ? at : undefined,
    indent: line.indent,
    heading,
    last: 0,
    next: isKnown ? at : (goesOn ?? 0),
    to: line.to,
    folded: false,
  };
}

/** Offsets from here on are more likely memory addresses. */
const ADDRESS = 1 << 22;

function startsLate(at: number, offset: TextRange): InputProblem {
  if (at >= ADDRESS) {
    const message = `The dump starts at ${at}, probably a memory address: bytes before it may be missing.`;
    return { code: "starts-late", severity: "info", message, text: { from: offset.from, to: offset.to } };
  }
  return {
    code: "starts-late",
    severity: "warning",
    message: `The dump starts at offset ${at}, so the first ${at} bytes are missing.`,
    text: { from: offset.from, to: offset.to },
  };
}

/** The most bytes that `*` can represent; an offset that needs more is wrong. */
const LONGEST_FOLD = 1 << 28;

/**
 * Advances to the offset of a row or of the end of the dump: fills a fold, or adds a problem for missing
 * bytes. A row whose offset can't be read follows the one before it.
 */
function arrive(block: OpenBlock, { line, at }: Line): void {
  const isKnown = Number.isSafeInteger(at);
  const missing = isKnown ? at - block.next : 0;
  const { sink, last } = block;
  if (!isKnown)
    block.problems.add(unexpectedText(line.offset.from, line.offset.to, "an offset like the others"));
  if (block.folded && missing > 0 && missing < LONGEST_FOLD)
    sink.repeat(sink.bytes().slice(sink.length() - last), missing);
  else if (missing !== 0) block.problems.add(gap(missing, line.offset.from, line.offset.to));
  block.folded = false;
  if (isKnown) block.next = at;
  block.to = line.to;
}

function closeBlock({ sink, from, to, start, indent, heading, problems }: OpenBlock): Block {
  return { bytes: sink.bytes(), from, to, start, indented: indent > 0, heading, problems: problems.list() };
}

/** Lines of text between rows: a heading of the next block, or text that does not belong in this block. */
interface Strays {
  readonly from: number;
  last: TextRange;
}

/** The state of reading a dump. */
interface Reader {
  readonly text: string;
  readonly layout: Layout;
  readonly blocks: Block[];
  /** The next offset of each side: of the indented rows, and of the others. */
  readonly sides: Map<boolean, number>;
  strays: Strays | undefined;
  block: OpenBlock | undefined;
}

/** Whether a row starts a new block: the side changes, or the offset goes back to 0. */
function startsBlock({ block, strays }: Reader, row: Line): boolean {
  if (block === undefined || row.line.indent > 0 !== block.indent > 0) return true;
  return row.at < block.next && (row.at === 0 || strays !== undefined);
}

function finish(reader: Reader): void {
  if (reader.block === undefined) return;
  reader.sides.set(reader.block.indent > 0, reader.block.next);
  reader.blocks.push(closeBlock(reader.block));
  reader.block = undefined;
}

/** The block that a row belongs to: the open block, or a new one whose heading is the text before the row. */
function chooseBlock(reader: Reader, row: Line): OpenBlock {
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
  const block = chooseBlock(reader, row);
  if (row.skipped !== undefined)
    block.problems.add(unexpectedText(row.skipped.from, row.skipped.to, "a whole byte of the dump"));
  arrive(block, row);
  const count = readRow(text, row, next, layout);
  block.sink.append(scratch.subarray(0, count));
  block.last = count;
  block.next += count;
  const odd = count < (layout.width ?? count + 1) ? findOddDigits(text, row.line, count, layout) : undefined;
  if (odd !== undefined) block.problems.add(odd);
}

function takeStray(reader: Reader, { from, to }: DumpLine): void {
  if (reader.strays === undefined) reader.strays = { from, last: { from, to } };
  else reader.strays.last = { from, to };
}

/**
 * Whether a line that ends after its offset is a row of blanks that were trimmed: its offset continues the
 * rows, and more rows follow.
 */
function isBlankRow({ block, layout }: Reader, read: Line, next: Line | undefined): boolean {
  if (layout.unit.radix !== "char" || read.line.kind !== "end" || block === undefined) return false;
  return (
    (block.folded ? read.at > block.next : read.at === block.next) &&
    countByOffsets(read, next, layout) !== undefined
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
      block?.problems.add(unexpectedText(line.from, line.to, "a row with an offset like the others"));
  }
}

/**
 * A first line that is a row without its offset, because the copy starts in the middle of it. Its offset is
 * calculated from the offset of the next row.
 */
function restoreFirstRow(
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

function readOffset(text: string, line: DumpLine, next: number, layout: Layout): Line {
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

/** The next line from `from` that is not blank; `undefined` if there is none before `end`. */
function nextLine(text: string, from: number, end: number, layout: Layout): Line | undefined {
  const lineAt = layout.unit.radix === "char" ? cellLine : dumpLine;
  for (let at = from; at < end; ) {
    const { from: start, to, next } = lineFrom(text, at, end);
    const line = lineAt(text, start, to);
    if (line.kind !== "blank") return readOffset(text, line, next, layout);
    at = next;
  }
  return undefined;
}

const LINES_A_STEP = 1024;

/**
 * Reads the blocks of a dump with the given layout, in order, up to `end`. Needs memory for one line at a
 * time. Total: anything that contradicts the offsets becomes a problem of its block.
 */
export function* readBlocks(text: string, end: number, layout: Layout): Steps<Block[]> {
  const reader: Reader = { text, layout, blocks: [], sides: new Map(), strays: undefined, block: undefined };
  let read = nextLine(text, 0, end, layout);
  if (read?.line.kind === "other")
    read = restoreFirstRow(text, read, nextLine(text, read.next, end, layout), layout) ?? read;
  for (let count = 1; read !== undefined; count++) {
    const ahead = nextLine(text, read.next, end, layout);
    take(reader, read, ahead);
    read = ahead;
    if (count % LINES_A_STEP === 0) yield (read?.next ?? end) / text.length;
  }
  finish(reader);
  return reader.blocks;
}
