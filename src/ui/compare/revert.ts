import { type ComparedRow, type Comparison, compareDocuments } from "../../compare/compare";
import { revertRow } from "../../compare/revert";
import type { LinkedDocument } from "../../document/open";
import { editText, patchBytes } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { toast } from "../toast/toasts";
import { nodeName, selectedNode } from "../tree/selected";
import { openOriginal } from "./sides";

/** Reverts a row of a comparison with the original, as one step of the history. */
export function revertInPage(
  original: LinkedDocument,
  document: LinkedDocument,
  comparison: Comparison,
  row: ComparedRow,
): void {
  const name = `Revert ${row.b >= 0 ? nodeName(document, row.b) : nodeName(original, row.a)}`;
  const revert = revertRow(original, document, comparison, row);
  if (revert === undefined) toast("Nothing to revert here.");
  else if ("patches" in revert) patchBytes(revert.patches, name);
  else editText(revert.edit.text, name);
}

/** Reverts the selected node to its state in the original payload. */
export function revertSelected(): void {
  const state = useInspector.getState();
  const editing = editingOf(state.captures[state.current]);
  const selected = selectedNode(state);
  if (editing === undefined || selected === undefined) return;
  const original = openOriginal(editing);
  const comparison = compareDocuments(original, editing.document);
  const row = comparison.rows.find(({ b }) => b === selected.node);
  if (row === undefined || row.difference === "same")
    toast(`${nodeName(selected.document, selected.node)} has not changed since it was opened.`);
  else revertInPage(original, editing.document, comparison, row);
}

/** How nodes differ from the original, by token of the current document; used to mark the tree. */
export function nodeChanges(
  original: LinkedDocument,
  document: LinkedDocument,
): ReadonlyMap<number, ComparedRow["difference"]> {
  const changes = new Map<number, ComparedRow["difference"]>();
  const { rows } = compareDocuments(original, document);
  const around: number[] = []; // tokens of the elements around a row, by depth
  for (const { depth, b, difference } of rows) {
    if (b >= 0) around[depth] = b;
    if (difference === "same" || difference === "inside") continue;
    if (b >= 0) changes.set(b, difference);
    else if (depth > 0 && !changes.has(around[depth - 1] ?? -1))
      changes.set(around[depth - 1] ?? -1, "removed");
  }
  return changes;
}
