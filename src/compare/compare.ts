import { byteAt } from "../bytes/byteAt";
import { isSameBytes } from "../bytes/same";
import type { LinkedDocument } from "../document/open";
import { behindHeader, isElement, nodeBytes, startOf } from "../wbxml/tokenTable";
import { alignChildren } from "./align";
import { type FilteredRows, filterRows } from "./filter";
import { type NodeMeanings, type Numbering, numberMeanings } from "./meaning";
import { type ComparedRows, codeOf, collectRows, type Difference } from "./rows";

/** The differences between two documents. A subtree without differences is a single row. */
export interface Comparison {
  readonly rows: ComparedRows;
  readonly filtered: FilteredRows;
  /** The number of rows with each difference. */
  readonly counts: Readonly<Record<Exclude<Difference, "same" | "inside">, number>>;
  /** Whether the headers are encoded differently: version, public identifier, charset or string table. */
  readonly isHeaderDifferent: boolean;
}

/** Below this depth, differences in encoding are reported for the whole subtree. */
const MAX_WIRE_DEPTH = 200;

interface Pending {
  readonly a: number;
  readonly b: number;
  readonly depth: number;
  readonly isMoved: boolean;
}

/**
 * Compares the meaning and the encoding of two documents. Total. The time is proportional to their size for
 * documents of ordinary depth.
 */
export function compareDocuments(first: LinkedDocument, second: LinkedDocument): Comparison {
  const numbering: Numbering = new Map();
  const a = numberMeanings(first, numbering);
  const b = numberMeanings(second, numbering);
  const collector = collectRows();
  const pending: Pending[] = alignChildren(a, b, a.children(-1), b.children(-1))
    .map((pair) => ({ ...pair, depth: 0 }))
    .reverse();
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const { depth } = pair;
    const difference = classify(a, b, pair);
    collector.add({ depth, a: pair.a, b: pair.b, difference });
    if (!hasInnerRows(a, b, pair, difference)) continue;
    const inside = alignChildren(a, b, a.children(pair.a), b.children(pair.b));
    for (const child of inside.reverse()) pending.push({ ...child, depth: depth + 1 });
  }
  const rows = collector.finish();
  return {
    rows,
    filtered: filterRows(rows),
    counts: countDifferences(rows),
    isHeaderDifferent: !isSameBytes(getHeaderBytes(first), getHeaderBytes(second)),
  };
}

function countDifferences({ difference }: ComparedRows): Comparison["counts"] {
  const counts = new Map<number, number>();
  for (const code of difference) counts.set(code, (counts.get(code) ?? 0) + 1);
  const countOf = (one: Difference): number => counts.get(codeOf(one)) ?? 0;
  return {
    changed: countOf("changed"),
    removed: countOf("removed"),
    added: countOf("added"),
    moved: countOf("moved"),
    wire: countOf("wire"),
  };
}

function classify(a: NodeMeanings, b: NodeMeanings, pair: Pending): Difference {
  if (pair.a < 0) return "added";
  if (pair.b < 0) return "removed";
  if (pair.isMoved) return "moved";
  if (a.meaning[pair.a] !== b.meaning[pair.b])
    return hasElements(a, pair.a) || hasElements(b, pair.b) ? "inside" : "changed";
  if (isSameNode(a, pair.a, b, pair.b)) return "same";
  return hasElements(b, pair.b) && pair.depth < MAX_WIRE_DEPTH && isDifferentOnlyInside(a, b, pair)
    ? "inside"
    : "wire";
}

/**
 * Whether to compare the children one by one: something differs inside the node, and the node itself is not
 * the difference.
 */
function hasInnerRows(a: NodeMeanings, b: NodeMeanings, pair: Pending, difference: Difference): boolean {
  if (difference === "inside") return true;
  return (
    difference === "moved" &&
    a.meaning[pair.a] !== b.meaning[pair.b] &&
    hasElements(a, pair.a) &&
    hasElements(b, pair.b)
  );
}

function hasElements({ children, document }: NodeMeanings, node: number): boolean {
  return children(node).some((child) => isElement(document.tree.tokens, child));
}

/** Whether only the children are encoded differently. If so, the element itself is not reported. */
function isDifferentOnlyInside(a: NodeMeanings, b: NodeMeanings, pair: Pending): boolean {
  const readTagByte = ({ document: { tree } }: NodeMeanings, node: number): number =>
    byteAt(tree.tokens.bytes, startOf(tree.tokens, node));
  const children = a.children(pair.a);
  const others = b.children(pair.b);
  if (readTagByte(a, pair.a) !== readTagByte(b, pair.b) || children.length !== others.length) return false;
  return children.some((child, i) => !isSameNode(a, child, b, Number(others[i])));
}

/** Whether two nodes are the same bytes. */
function isSameNode(a: NodeMeanings, node: number, b: NodeMeanings, other: number): boolean {
  return isSameBytes(nodeBytes(a.document.tree.tokens, node), nodeBytes(b.document.tree.tokens, other));
}

function getHeaderBytes({ tree: { tokens } }: LinkedDocument): Uint8Array {
  return tokens.bytes.subarray(0, startOf(tokens, behindHeader(tokens)));
}
