import type { Pause } from "../formats/pace";
import type { Term } from "./query";

const STEP = 1 << 20;

/** A position of the pattern that is one certain byte, the rarer kinds of byte first; -1 where none is. */
function anchorOf({ values, masks }: Extract<Term, { kind: "bytes" }>): number {
  const isCertain = (i: number): boolean => masks[i] === 0xff;
  const positions = values.map((_, i) => i).filter(isCertain);
  return positions.find((i) => (values[i] ?? 0) > 3) ?? positions[0] ?? -1;
}

/**
 * Hands over each offset at which bytes are as a term says, overlapping ones too, until that answers false.
 */
export async function searchBytes(
  bytes: Uint8Array,
  term: Extract<Term, { kind: "bytes" }>,
  found: (start: number) => boolean,
  pause: Pause,
): Promise<void> {
  const { values, masks } = term;
  const anchor = anchorOf(term);
  const wanted = values[anchor];
  const last = bytes.length - values.length;
  const fits = (start: number): boolean =>
    values.every((value, i) => ((bytes[start + i] ?? 0) & (masks[i] ?? 0)) === value);
  let next = STEP;
  for (let start = 0; start <= last; start++) {
    if (wanted !== undefined) {
      const at = bytes.indexOf(wanted, start + anchor);
      if (at < 0 || at - anchor > last) return;
      start = at - anchor;
    }
    if (fits(start) && !found(start)) return;
    if (start < next) continue;
    next = start + STEP;
    await pause(start / bytes.length, "bytes");
  }
}
