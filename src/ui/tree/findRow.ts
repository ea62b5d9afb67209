import type { LinkedDocument } from "../../document/open";
import { rowText } from "../kit/rowText";

/** After so many milliseconds, the page gets a turn. */
const SLICE = 12;
/** The clock is looked at after so many rows. */
const ROWS = 64;

/** Where a search through the tree starts, and which way it goes. */
export interface RowSearch {
  readonly words: string;
  /** The row before the first that is looked at; -1 for the top. */
  readonly from: number;
  readonly step: 1 | -1;
  readonly signal: AbortSignal;
}

/**
 * Finds the next row whose name or shown value contains some words, whatever their case, and goes on at the
 * other end. Resolves to the index among all rows, folded or not; -1 if there is none or it was aborted.
 */
export async function findRow(document: LinkedDocument, search: RowSearch): Promise<number> {
  const { nodes } = document.rows();
  const words = search.words.toLowerCase();
  let turn = performance.now();
  for (let count = 1; count <= nodes.length; count++) {
    const row = (search.from + search.step * count + nodes.length * 2) % nodes.length;
    const { name, value } = rowText(document, nodes[row] ?? -1);
    if (name.toLowerCase().includes(words) || value.toLowerCase().includes(words)) return row;
    if (count % ROWS !== 0 || performance.now() - turn < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (search.signal.aborted) return -1;
    turn = performance.now();
  }
  return -1;
}
