import { trimBytes } from "../bytes/growing";
import type { Capture, InputProblem, Reading } from "../formats/format";

/** Captures and problems to send at once, and the buffers that are handed over with them. */
export interface FoundBatch {
  readonly captures: readonly Capture[];
  readonly problems: readonly InputProblem[];
  readonly transfer: readonly ArrayBufferLike[];
}

/** How many captures or problems the page receives at once: about 10 ms of its time. */
const MOST_CAPTURES = 250;
const MOST_PROBLEMS = 2000;

const listContents = ({ payload, parts = [] }: Capture): readonly Uint8Array[] => [payload, ...parts];

/*
 * Bytes are handed over, not copied, but only a buffer as a whole can be. So the content of a capture whose
 * buffer it shares with others, or of which it is a small part, is first copied into a buffer of its own: a
 * body of a few bytes must not keep a file of 500 MB in memory, nor be copied with all of it each time the
 * capture is sent to another worker.
 */

/** The captures and problems of a reading in the order of its lists, in batches. */
export function* splitIntoBatches({ captures, problems }: Reading): Generator<FoundBatch, void, void> {
  const uses = new Map<ArrayBufferLike, number>();
  for (const { buffer } of captures.flatMap(listContents)) uses.set(buffer, (uses.get(buffer) ?? 0) + 1);
  const own = (bytes: Uint8Array): Uint8Array =>
    uses.get(bytes.buffer) === 1 ? trimBytes(bytes) : bytes.slice();
  for (let at = 0; at < captures.length; at += MOST_CAPTURES) {
    const batch = captures.slice(at, at + MOST_CAPTURES).map((capture) => ({
      ...capture,
      payload: own(capture.payload),
      ...(capture.parts && { parts: capture.parts.map(own) }),
    }));
    const transfer = batch.flatMap(listContents).map(({ buffer }) => buffer);
    yield { captures: batch, problems: [], transfer };
  }
  for (let at = 0; at < problems.length; at += MOST_PROBLEMS)
    yield { captures: [], problems: problems.slice(at, at + MOST_PROBLEMS), transfer: [] };
}
