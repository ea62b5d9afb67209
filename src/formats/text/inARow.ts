import type { Steps } from "../pace";
import { documentEnds } from "./likeness";
import type { Decoded } from "./onePayload";
import { movedBy } from "./problems";

/** One of several payloads in a text, and where it stands there. */
export interface PayloadPart extends Decoded {
  readonly from: number;
  readonly to: number;
}

function lineEndsOf(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at + 1);
  return ends;
}

/** The line end in front of which the text comes to `count` bytes; `undefined` where that is within a line. Halves the lines each time. */
function* lineEndAfter(
  text: string,
  count: number,
  decode: (text: string) => Steps<Decoded>,
  lineEnds: readonly number[],
): Steps<number | undefined> {
  let [low, high] = [0, lineEnds.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const to = lineEnds[middle] ?? 0;
    const { length } = (yield* decode(text.slice(0, to))).bytes;
    if (length === count) return to;
    if (length < count) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/**
 * The payloads of a text that holds several, one after the other, each from the start of a line: `bytes` are what all of it comes to.
 * Empty where it is one payload.
 */
export function* payloadsInARow(text: string, bytes: Uint8Array, decode: (text: string) => Steps<Decoded>): Steps<readonly PayloadPart[]> {
  const counts = documentEnds(bytes);
  if (counts.length === 0) return [];
  const lineEnds = lineEndsOf(text);
  const starts = [0];
  for (const count of counts) {
    const end = yield* lineEndAfter(text, count, decode, lineEnds);
    if (end !== undefined) starts.push(end);
  }
  if (starts.length === 1) return [];
  const parts: PayloadPart[] = [];
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? text.length;
    const part = yield* decode(text.slice(from, to));
    parts.push({ from, to, bytes: part.bytes.slice(), problems: part.problems.map((problem) => movedBy(problem, from)) });
  }
  return parts;
}
