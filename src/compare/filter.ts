import { bisect } from "../bytes/bisect";
import { type ComparedRows, codeOf } from "./rows";

/** Which rows are shown. */
export type RowFilter = "all" | NarrowFilter;
type NarrowFilter = "differences" | "meaning" | "wire";

/** For each filter except "all", the indexes of the rows that it shows, rising. */
export type FilteredRows = Readonly<Record<NarrowFilter, Int32Array<ArrayBuffer>>>;

const [INSIDE, WIRE] = [codeOf("inside"), codeOf("wire")];

/** Finds the rows of each filter: those that it selects, and the elements around them. */
export function filterRows(rows: ComparedRows): FilteredRows {
  return {
    differences: listKept(rows, (code) => code > INSIDE),
    meaning: listKept(rows, (code) => code > INSIDE && code !== WIRE),
    wire: listKept(rows, (code) => code === WIRE),
  };
}

/**
 * From the last row to the first: after a row that is kept, the next ones that are less deep than all since
 * are the elements around it.
 */
function listKept({ difference, depth }: ComparedRows, isWanted: (code: number) => boolean) {
  const kept = new Int32Array(difference.length);
  let first = kept.length;
  let around = 0; // depth of the nearest kept row below; the elements around it are less deep
  for (let i = difference.length - 1; i >= 0; i--) {
    const own = depth[i] ?? 0;
    if (!(isWanted(difference[i] ?? 0) || own < around)) continue;
    kept[--first] = i;
    around = own;
  }
  return kept.slice(first);
}

/** Rows that are shown: how many there are, and the index of each among all rows. */
export interface ShownRows {
  readonly count: number;
  /** The index of the row at a place; -1 if there is none. */
  readonly indexAt: (place: number) => number;
}

/** What of a comparison can be filtered. */
interface Filterable {
  readonly rows: ComparedRows;
  readonly filtered: FilteredRows;
}

/** The rows that a filter shows. */
export function showRows({ rows, filtered }: Filterable, filter: RowFilter): ShownRows {
  if (filter !== "all") {
    const kept = filtered[filter];
    return { count: kept.length, indexAt: (place) => kept[place] ?? -1 };
  }
  const count = rows.difference.length;
  return { count, indexAt: (place) => (place >= 0 && place < count ? place : -1) };
}

/**
 * The place of the next row after (1) or before (-1) this one that differs itself; this one if there is none.
 * Passes only over rows that differ and the elements around them, never over all that are the same.
 */
export function findDifference(
  { rows, filtered }: Filterable,
  filter: RowFilter,
  place: number,
  step: 1 | -1,
): number {
  const isAll = filter === "all";
  const kept = isAll ? filtered.differences : filtered[filter];
  const findFrom = (row: number): number => bisect(kept.length, (i) => Number(kept[i]) >= row);
  const next = step === 1 ? findFrom(place + 1) : findFrom(place) - 1;
  for (let at = isAll ? next : place + step; at >= 0 && at < kept.length; at += step) {
    const row = Number(kept[at]);
    if ((rows.difference[row] ?? 0) > INSIDE) return isAll ? row : at;
  }
  return place;
}
