import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import type { Severity } from "../../lint/rule";
import type { Finding } from "../problems/listFindings";
import { rowAtByte } from "./rows";

/** The findings about a row. */
export interface RowMark {
  /** The worst. */
  readonly severity: Severity;
  /** How many there are of each severity, worst first. */
  readonly counts: Readonly<Partial<Record<Severity, number>>>;
}

/** The findings about each row that has any. Those about the whole message mark no row. */
export function findingMarks(
  document: LinkedDocument,
  rows: TreeRows,
  findings: readonly Finding[],
): ReadonlyMap<number, RowMark> {
  const marks = new Map<number, RowMark>();
  for (const { range, severity } of findings) {
    if (range === undefined || range.end - range.start >= document.bytes.length) continue;
    const row = rowAtByte(document, rows, range.start);
    if (row < 0) continue;
    const { severity: worst, counts } = marks.get(row) ?? { severity, counts: {} }; // findings are sorted
    marks.set(row, { severity: worst, counts: { ...counts, [severity]: (counts[severity] ?? 0) + 1 } });
  }
  return marks;
}
