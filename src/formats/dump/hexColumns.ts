import { runAtOnce, type Steps } from "../pace";
import { byteSink } from "../text/byteSink";
import type { Decoded } from "../text/decoded";
import { linesIn } from "../text/lines";
import { type Fit, onePayload } from "../text/onePayload";
import { problemList, unexpectedText } from "../text/problems";
import { columnShows } from "./textColumn";
import { HEX_BYTE, readUnits } from "./units";

const WIDEST = 256;
const scratch = new Uint8Array(WIDEST + 32);

/** The number of bytes in the line before a text column that shows them; 0 if there is no such column. */
function countShownBytes(text: string, from: number, to: number): number {
  let body = from;
  while (body < to && text.charCodeAt(body) <= 0x20) body++;
  const all = readUnits(text, body, to, HEX_BYTE, WIDEST, scratch);
  for (let count = all.count; count > 0; count--) {
    const { end } = readUnits(text, body, to, HEX_BYTE, count, scratch);
    if (columnShows(text, end, to, scratch, count)) return count;
  }
  return 0;
}

function isBlankLine(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === "";
}

/** The bytes of all rows, and the number of rows. */
interface Rows extends Decoded {
  /** The number of lines that are not blank, and how many of them are rows. */
  readonly lines: number;
  readonly rows: number;
}

const LINES_A_STEP = 256;

function* columnSteps(text: string): Steps<Rows> {
  const sink = byteSink(text.length >> 2);
  const problems = problemList();
  let [seen, lines, rows] = [0, 0, 0];
  for (const { from, to } of linesIn(text)) {
    const count = countShownBytes(text, from, to);
    if (count > 0) sink.append(scratch.subarray(0, count));
    const blank = count === 0 && isBlankLine(text, from, to);
    if (count === 0 && !blank) problems.add(unexpectedText(from, to, "bytes followed by their text"));
    if (!blank) lines++;
    if (count > 0) rows++;
    if (++seen % LINES_A_STEP === 0) yield to / text.length;
  }
  return { bytes: sink.bytes(), problems: problems.list(), lines, rows };
}

function fitColumns(sample: string): Fit | undefined {
  const { lines, rows } = runAtOnce(columnSteps(sample));
  if (rows === 0 || rows * 10 < lines * 9) return undefined;
  return { floor: 0.7, ceiling: 0.98, why: "each row of bytes is followed by its text" };
}

/**
 * Rows of bytes and their text, without offsets, as copied from Fiddler's HexView and other hex editors; one
 * payload.
 */
export const hexColumns = onePayload({
  id: "hex-columns",
  title: "Hex and text columns",
  fit: fitColumns,
  decode: columnSteps,
});
