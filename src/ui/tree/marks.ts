import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import type { Severity } from "../../lint/rule";
import type { Finding } from "../problems/listFindings";
import { rowAtByte } from "./rows";

/** By row, the worst severity of the findings about it. Findings about the whole message mark no row. */
export function findingMarks(
  document: LinkedDocument,
  rows: TreeRows,
  findings: readonly Finding[],
): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { range, severity } of findings) {
    if (range === undefined || range.end - range.start >= document.bytes.length) continue;
    const row = rowAtByte(document, rows, range.start);
    if (row >= 0 && !marks.has(row)) marks.set(row, severity); // findings are sorted, worst first
  }
  return marks;
}
