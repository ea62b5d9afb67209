import type { Hit } from "../../find/hit";
import type { FoundInCapture } from "../../find/search";

/** A line of the results: a capture with how many hits it has, or a hit with its number among all. */
export type ResultRow =
  | { readonly kind: "capture"; readonly capture: number; readonly count: number }
  | { readonly kind: "hit"; readonly capture: number; readonly hit: Hit; readonly index: number };

/** All lines in order: each capture, and below it its hits. */
export function resultRows(found: readonly FoundInCapture[]): readonly ResultRow[] {
  const rows: ResultRow[] = [];
  let index = 0;
  for (const { capture, hits } of found) {
    rows.push({ kind: "capture", capture, count: hits.length });
    for (const hit of hits) rows.push({ kind: "hit", capture, hit, index: index++ });
  }
  return rows;
}

/** The line of the hit of a number; -1 where there is none. */
export function rowOfHit(found: readonly FoundInCapture[], index: number): number {
  let before = 0;
  for (const [captures, { hits }] of found.entries()) {
    if (index >= before && index < before + hits.length) return captures + 1 + index;
    before += hits.length;
  }
  return -1;
}
