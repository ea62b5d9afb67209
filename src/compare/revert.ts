import type { Patch } from "../bytes/patch";
import { fragmentXml, withoutDeclared } from "../document/edits/excerpt";
import type { TreeEdit } from "../document/edits/place";
import { appendChild, insertAfter, insertBefore, removeNode, replaceNode } from "../document/edits/treeEdits";
import type { LinkedDocument } from "../document/open";
import { nodeBytes, nodeRange, parentOf } from "../wbxml/tokenTable";
import type { ComparedRow, Comparison } from "./compare";

/** An edit that restores one node: in the text, or in the bytes if only those differ. */
export type Revert = { readonly edit: TreeEdit } | { readonly patches: readonly Patch[] };

/**
 * Restores the node of a row to its state in the first document; `undefined` if there is nothing to restore.
 */
export function revertRow(
  original: LinkedDocument,
  document: LinkedDocument,
  { rows }: Comparison,
  row: ComparedRow,
): Revert | undefined {
  const { a, b, difference } = row;
  const toRevert = (made: TreeEdit | undefined): Revert | undefined => made && { edit: made };
  switch (difference) {
    case "added":
      return toRevert(removeNode(document, b));
    case "removed":
      return toRevert(restoreRemoved(original, document, rows, row));
    case "changed":
    case "inside":
      return toRevert(replaceNode(document, b, renderOriginal(original, document, row)));
    case "wire":
      return {
        patches: [
          { range: nodeRange(document.tree.tokens, b), bytes: nodeBytes(original.tree.tokens, a).slice() },
        ],
      };
    default:
      return undefined;
  }
}

/** The original node as XML. The root keeps its namespace declarations, because they belong to it. */
function renderOriginal(original: LinkedDocument, document: LinkedDocument, { a, b }: ComparedRow): string {
  const xml = fragmentXml(original, a);
  return parentOf(document.tree.tokens, b) < 0 ? xml : withoutDeclared(xml, document);
}

/** Puts a removed node back after its previous sibling, before its next sibling, or alone into its parent. */
function restoreRemoved(
  original: LinkedDocument,
  document: LinkedDocument,
  rows: readonly ComparedRow[],
  row: ComparedRow,
): TreeEdit | undefined {
  const xml = withoutDeclared(fragmentXml(original, row.a), document);
  const at = rows.indexOf(row);
  const getOriginalParent = ({ a }: ComparedRow): number => parentOf(original.tree.tokens, a);
  const isSibling = (other: ComparedRow): boolean =>
    other.a >= 0 &&
    other.b >= 0 &&
    other.depth === row.depth &&
    getOriginalParent(other) === getOriginalParent(row);
  const before = rows.slice(0, at).findLast(isSibling);
  if (before !== undefined) return insertAfter(document, before.b, xml);
  const after = rows.slice(at).find(isSibling);
  if (after !== undefined) return insertBefore(document, after.b, xml);
  const parent = rows.find(({ a, b }) => a === getOriginalParent(row) && b >= 0);
  return parent && appendChild(document, parent.b, xml);
}
