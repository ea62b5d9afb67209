import type { Patch } from "../bytes/patch";
import { fragmentXml, withoutDeclared } from "../document/edits/excerpt";
import type { TreeEdit } from "../document/edits/place";
import { appendChild, insertAfter, insertBefore, removeNode, replaceNode } from "../document/edits/treeEdits";
import type { LinkedDocument } from "../document/open";
import { nodeBytes, nodeRange, parentOf } from "../wbxml/tokenTable";
import type { Comparison } from "./compare";
import { type ComparedRow, type ComparedRows, readRow } from "./rows";

/** An edit that restores one node: in the text, or in the bytes if only those differ. */
export type Revert = { readonly edit: TreeEdit } | { readonly patches: readonly Patch[] };

/**
 * Restores the node of the row at an index to its state in the first document; `undefined` if there is
 * nothing to restore.
 */
export function revertRow(
  original: LinkedDocument,
  document: LinkedDocument,
  { rows }: Pick<Comparison, "rows">,
  index: number,
): Revert | undefined {
  const row = readRow(rows, index);
  if (row === undefined) return undefined;
  const { a, b, difference } = row;
  const toRevert = (made: TreeEdit | undefined): Revert | undefined => made && { edit: made };
  switch (difference) {
    case "added":
      return toRevert(removeNode(document, b));
    case "removed":
      return toRevert(restoreRemoved(original, document, rows, index));
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
  rows: ComparedRows,
  index: number,
): TreeEdit | undefined {
  const xml = withoutDeclared(fragmentXml(original, rows.a[index] ?? -1), document);
  const before = findSibling(rows, index, -1);
  if (before >= 0) return insertAfter(document, before, xml);
  const after = findSibling(rows, index, 1);
  if (after >= 0) return insertBefore(document, after, xml);
  const parent = findParent(rows, index);
  return parent < 0 ? undefined : appendChild(document, parent, xml);
}

/**
 * The token, in the second document, of the next sibling after (1) or before (-1) a row that both documents
 * have; -1 if there is none. The rows of siblings and of what is in them follow each other.
 */
function findSibling({ depth, a, b }: ComparedRows, index: number, step: 1 | -1): number {
  const own = depth[index] ?? 0;
  for (let at = index + step; at >= 0 && at < b.length && Number(depth[at]) >= own; at += step) {
    const node = b[at] ?? -1;
    if (depth[at] === own && Number(a[at]) >= 0 && node >= 0) return node;
  }
  return -1;
}

/** The token, in the second document, of the element around a row; -1 at the top level. */
function findParent({ depth, b }: ComparedRows, index: number): number {
  const own = depth[index] ?? 0;
  for (let at = index - 1; at >= 0; at--) if (Number(depth[at]) < own) return b[at] ?? -1;
  return -1;
}
