import { bisect } from "../../bytes/bisect";
import { nodeAtByte } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import { onlyLeaf, type TreeRows } from "../../document/rows";
import { behindNode, startOf, tokenAt } from "../../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent } from "../../wbxml/tree";

/** Whether an element can be collapsed: it contains more than the value shown in its row. */
export function isClosable({ tree: { tokens } }: LinkedDocument, node: number): boolean {
  return (
    hasContent(tokens, node) &&
    contentStart(tokens, node) < contentEnd(tokens, node) &&
    onlyLeaf(tokens, node) < 0
  );
}

/** From row `from` on, up to row `to`, nothing is shown. */
interface HiddenRows {
  readonly from: number;
  readonly to: number;
}

/** What the elements hide whose tags start at these offsets, in order and not overlapping. */
function findHidden(
  document: LinkedDocument,
  rows: TreeRows,
  collapsed: ReadonlySet<number>,
): readonly HiddenRows[] {
  const { tokens } = document.tree;
  const hidden: HiddenRows[] = [];
  for (const offset of [...collapsed].sort((a, b) => a - b)) {
    const token = tokenAt(tokens, offset);
    const row = findNodeRow(rows, token);
    if (row < (hidden.at(-1)?.to ?? 0) || rows.nodes[row] !== token || startOf(tokens, token) !== offset)
      continue;
    const to = findNodeRow(rows, behindNode(tokens, token) - 1) + 1;
    if (to > row + 1) hidden.push({ from: row + 1, to });
  }
  return hidden;
}

/**
 * The rows of a document's tree. Elements whose tag starts at an offset in `collapsed` hide their content.
 * What is hidden is cut out of the rows of all nodes, so that collapsing does not read the document again.
 */
export function treeRows(document: LinkedDocument, collapsed: ReadonlySet<number>): TreeRows {
  const all = document.rows();
  const hidden = findHidden(document, all, collapsed);
  if (hidden.length === 0) return all;
  const count = hidden.reduce((left, { from, to }) => left - (to - from), all.nodes.length);
  const nodes = new Int32Array(count);
  const depths = new Int32Array(count);
  let [from, at] = [0, 0];
  for (const gap of [...hidden, { from: all.nodes.length, to: all.nodes.length }]) {
    nodes.set(all.nodes.subarray(from, gap.from), at);
    depths.set(all.depths.subarray(from, gap.from), at);
    at += gap.from - from;
    from = gap.to;
  }
  return { nodes, depths };
}

/** The row that shows a node, or the collapsed element that hides it; -1 if there is none. */
function findNodeRow({ nodes }: TreeRows, node: number): number {
  return bisect(nodes.length, (row) => Number(nodes[row]) > node) - 1;
}

/** The row of the node that a byte belongs to; -1 if it belongs to none. */
export function rowAtByte(document: LinkedDocument, rows: TreeRows, offset: number): number {
  const node = nodeAtByte(document, offset);
  return node < 0 ? -1 : findNodeRow(rows, node);
}
