import type { LinkedDocument } from "../../document/open";
import type { Severity } from "../../lint/rule";
import type { ListedProblem } from "../problems/listProblems";
import { rowAtByte, type TreeRows } from "./rows";

/** By row, the worst that is told about it. What is about the message as a whole marks no row. */
export function problemMarks(
  document: LinkedDocument,
  rows: TreeRows,
  problems: readonly ListedProblem[],
): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { range, severity } of problems) {
    if (range === undefined || range.end - range.start >= document.bytes.length) continue;
    const row = rowAtByte(document, rows, range.start);
    if (row >= 0 && !marks.has(row)) marks.set(row, severity); // problems come with the worst first
  }
  return marks;
}
