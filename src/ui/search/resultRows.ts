import type { Hit } from "../../find/hit";
import type { SearchResult } from "../../find/search";

/** A row of the results: a capture with its number of hits, or a hit with its index among all hits. */
export type ResultRow =
  | { readonly kind: "capture"; readonly capture: number; readonly count: number }
  | { readonly kind: "hit"; readonly capture: number; readonly hit: Hit; readonly index: number };

/** All rows in order: each capture, followed by its hits. */
export function resultRows(found: readonly SearchResult[]): readonly ResultRow[] {
  const rows: ResultRow[] = [];
  let index = 0;
  for (const { capture, hits } of found) {
    rows.push({ kind: "capture", capture, count: hits.length });
    for (const hit of hits) rows.push({ kind: "hit", capture, hit, index: index++ });
  }
  return rows;
}

/** The row of the hit with the given index; -1 if there is none. */
export function findHitRow(found: readonly SearchResult[], index: number): number {
  let before = 0;
  for (const [captures, { hits }] of found.entries()) {
    if (index >= before && index < before + hits.length) return captures + 1 + index;
    before += hits.length;
  }
  return -1;
}
