import { byteAt } from "../bytes/byteAt";
import type { Pause } from "../formats/pace";
import type { Term } from "./query";

const BYTES_BETWEEN_PAUSES = 1 << 20;

/** A position in the pattern with a fixed byte, preferably a rare one; -1 if there is none. */
function findAnchor({ values, masks }: Extract<Term, { kind: "bytes" }>): number {
  const isCertain = (i: number): boolean => masks[i] === 0xff;
  const positions = values.map((_, i) => i).filter(isCertain);
  return positions.find((i) => (values[i] ?? 0) > 3) ?? positions[0] ?? -1;
}

/**
 * Passes every offset at which the bytes match, including overlapping matches, to the callback, until that
 * returns false.
 */
export async function searchBytes(
  bytes: Uint8Array,
  term: Extract<Term, { kind: "bytes" }>,
  onMatch: (start: number) => boolean,
  pause: Pause,
): Promise<void> {
  const { values, masks } = term;
  const anchor = findAnchor(term);
  const wanted = values[anchor];
  const last = bytes.length - values.length;
  const isMatchAt = (start: number): boolean =>
    values.every((value, i) => (byteAt(bytes, start + i) & (masks[i] ?? 0)) === value);
  let next = BYTES_BETWEEN_PAUSES;
  for (let start = 0; start <= last; start++) {
    if (wanted !== undefined) {
      const at = bytes.indexOf(wanted, start + anchor);
      if (at < 0 || at - anchor > last) return;
      start = at - anchor;
    }
    if (isMatchAt(start) && !onMatch(start)) return;
    if (start < next) continue;
    next = start + BYTES_BETWEEN_PAUSES;
    await pause(start / bytes.length, "bytes");
  }
}
