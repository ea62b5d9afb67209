import { documentEnds } from "../../wbxml/likeness";
import type { Steps } from "../pace";
import type { Decoded } from "./decoded";
import { moveProblem } from "./problems";

/*
 * The bytes show where one document ends and the next starts, but not where that is in the text: only
 * decoding shows how many bytes a stretch of text contains. A payload starts on its own line, so the position
 * is a line end, and the byte count grows with the line number. It is searched for in doubling steps from the
 * last known position, followed by a binary search, so that the work stays proportional to the size of the
 * text. Where several documents in a row end within a line, no more are searched for.
 */

/** After this many documents that do not end where a line ends, the text is not written that way. */
const MOST_MISSES = 16;

/** One of several payloads in a text, and where it is in the text. */
export interface PayloadInRow extends Decoded {
  readonly from: number;
  readonly to: number;
}

type Decode = (text: string) => Steps<Decoded>;

function findLineEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at + 1);
  return ends;
}

/** The last known position, and the number of bytes in the text from there to a line end, by line number. */
interface LineSearch {
  readonly text: string;
  readonly decode: Decode;
  readonly lineEnds: readonly number[];
  readonly counts: Map<number, number>;
  from: number;
  /** The first line end after `from`. */
  line: number;
  bytes: number;
}

function* countTo(search: LineSearch, line: number): Steps<number> {
  const known = search.counts.get(line);
  if (known !== undefined) return known;
  const { bytes } = yield* search.decode(search.text.slice(search.from, search.lineEnds[line]));
  search.counts.set(line, bytes.length);
  return bytes.length;
}

/**
 * Advances to the line end before which the text contains `bytes` bytes; false if that is within a line.
 * Doubles its steps, then halves.
 */
function* advance(search: LineSearch, bytes: number): Steps<boolean> {
  const { lineEnds, line: first } = search;
  const wanted = bytes - search.bytes;
  let [low, high] = [first, first];
  for (let step = 1; high < lineEnds.length && (yield* countTo(search, high)) < wanted; step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, lineEnds.length - 1);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const count = yield* countTo(search, middle);
    if (count < wanted) low = middle + 1;
    else if (count > wanted) high = middle - 1;
    else {
      Object.assign(search, { from: lineEnds[middle], line: middle + 1, bytes });
      search.counts.clear();
      return true;
    }
  }
  return false;
}

/**
 * The payloads of a text that contains several in a row, each from the start of a line: `bytes` are the bytes
 * of the whole text. Empty if it is one payload.
 */
export function* payloadsInARow(
  text: string,
  bytes: Uint8Array,
  decode: Decode,
): Steps<readonly PayloadInRow[]> {
  const ends = documentEnds(bytes);
  if (ends.length === 0) return [];
  const search: LineSearch = {
    text,
    decode,
    lineEnds: findLineEnds(text),
    counts: new Map(),
    from: 0,
    line: 0,
    bytes: 0,
  };
  const starts = [0];
  for (let i = 0, misses = 0; i < ends.length && misses < MOST_MISSES; i++) {
    const isFound = yield* advance(search, ends[i] ?? 0);
    if (isFound) starts.push(search.from);
    misses = isFound ? 0 : misses + 1;
  }
  if (starts.length === 1) return [];
  const parts: PayloadInRow[] = [];
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? text.length;
    const part = yield* decode(text.slice(from, to));
    parts.push({
      from,
      to,
      bytes: part.bytes.slice(),
      problems: part.problems.map((problem) => moveProblem(problem, from)),
    });
  }
  return parts;
}
