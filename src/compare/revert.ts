import type { Patch } from "../bytes/patch";
import { fragmentXml, withoutDeclared } from "../document/edits/excerpt";
import type { TreeEdit } from "../document/edits/place";
import { appendChild, insertAfter, insertBefore, removeNode, replaceNode } from "../document/edits/treeEdits";
import type { LinkedDocument } from "../document/open";
import { nodeRange, parentOf } from "../wbxml/tokenTable";
import type { ComparedRow, Comparison } from "./compare";

/** What puts one node back: an edit of the text, or of the bytes where only those differ. */
export type Revert = { readonly edit: TreeEdit } | { readonly patches: readonly Patch[] };

/**
 * Puts the node of a row back to what it was in the first document, in the second one; `undefined` where
 * there is nothing to put back.
 */
export function revertRow(
  original: LinkedDocument,
  document: LinkedDocument,
  { rows }: Comparison,
  row: ComparedRow,
): Revert | undefined {
  const { a, b, difference } = row;
  const edit = (made: TreeEdit | undefined): Revert | undefined => made && { edit: made };
  switch (difference) {
    case "added":
      return edit(removeNode(document, b));
    case "removed":
      return edit(putBack(original, document, rows, row));
    case "changed":
    case "inside":
      return edit(replaceNode(document, b, replacement(original, document, row)));
    case "wire":
      return { patches: [{ range: nodeRange(document.tree.tokens, b), bytes: bytesOf(original, a) }] };
    default:
      return undefined;
  }
}

/** The original's node as XML; the root keeps its declarations, as it is where they stand. */
function replacement(original: LinkedDocument, document: LinkedDocument, { a, b }: ComparedRow): string {
  const xml = fragmentXml(original, a);
  return parentOf(document.tree.tokens, b) < 0 ? xml : withoutDeclared(xml, document);
}

function bytesOf({ tree: { tokens } }: LinkedDocument, node: number): Uint8Array {
  const { start, end } = nodeRange(tokens, node);
  return tokens.bytes.slice(start, end);
}

/**
 * A removed node behind the sibling it stood behind, before the one it stood before, or alone in its parent.
 */
function putBack(
  original: LinkedDocument,
  document: LinkedDocument,
  rows: readonly ComparedRow[],
  row: ComparedRow,
): TreeEdit | undefined {
  const xml = withoutDeclared(fragmentXml(original, row.a), document);
  const at = rows.indexOf(row);
  const parentOfRow = ({ a }: ComparedRow): number => parentOf(original.tree.tokens, a);
  const isSibling = (other: ComparedRow): boolean =>
    other.a >= 0 && other.b >= 0 && other.depth === row.depth && parentOfRow(other) === parentOfRow(row);
  const before = rows.slice(0, at).findLast(isSibling);
  if (before !== undefined) return insertAfter(document, before.b, xml);
  const behind = rows.slice(at).find(isSibling);
  if (behind !== undefined) return insertBefore(document, behind.b, xml);
  const parent = rows.find(({ a, b }) => a === parentOfRow(row) && b >= 0);
  return parent && appendChild(document, parent.b, xml);
}
