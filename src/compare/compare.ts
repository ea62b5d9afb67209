import type { LinkedDocument } from "../document/open";
import { behindHeader, isElement, nodeRange, startOf } from "../wbxml/tokenTable";
import { alignChildren } from "./align";
import { type Meanings, meaningsOf, type Numbering } from "./meaning";

/**
 * How a node differs. `inside`: only in what it holds. `moved`: stands elsewhere among its siblings, and may
 * differ inside as well. `wire`: means the same, and is encoded otherwise.
 */
export type Difference = "same" | "inside" | "changed" | "removed" | "added" | "moved" | "wire";

/** A node of one side or of both, in the order of the second document. */
export interface ComparedRow {
  readonly depth: number;
  /** The token of the first document, -1 where it has none; and that of the second. */
  readonly a: number;
  readonly b: number;
  readonly difference: Difference;
}

/** What two documents differ in. Nodes that are the same have one row, for all they hold. */
export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** How many rows differ so. */
  readonly counts: Readonly<Record<Exclude<Difference, "same" | "inside">, number>>;
  /** Whether the headers are encoded otherwise: version, public identifier, charset, string table. */
  readonly header: boolean;
}

/** Below this depth differences in encoding are told of the whole subtree. */
const DEEPEST_WIRE = 200;

interface Pending {
  readonly a: number;
  readonly b: number;
  readonly depth: number;
  readonly moved: boolean;
}

/**
 * What two documents differ in, in meaning and on the wire. Total; takes time in proportion to their size for
 * documents of usual depth.
 */
export function compareDocuments(first: LinkedDocument, second: LinkedDocument): Comparison {
  const numbering: Numbering = new Map();
  const a = meaningsOf(first, numbering);
  const b = meaningsOf(second, numbering);
  const rows: ComparedRow[] = [];
  const pending: Pending[] = alignChildren(a, b, a.children(-1), b.children(-1))
    .map((pair) => ({ ...pair, depth: 0 }))
    .reverse();
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const { depth } = pair;
    const difference = differenceOf(a, b, pair);
    rows.push({ depth, a: pair.a, b: pair.b, difference });
    if (!goesOn(a, b, pair, difference)) continue;
    const inside = alignChildren(a, b, a.children(pair.a), b.children(pair.b));
    for (const child of inside.reverse()) pending.push({ ...child, depth: depth + 1 });
  }
  const count = (one: Difference): number => rows.filter(({ difference }) => difference === one).length;
  return {
    rows,
    counts: {
      changed: count("changed"),
      removed: count("removed"),
      added: count("added"),
      moved: count("moved"),
      wire: count("wire"),
    },
    header: !sameBytes(headerOf(first), headerOf(second)),
  };
}

function differenceOf(a: Meanings, b: Meanings, pair: Pending): Difference {
  if (pair.a < 0) return "added";
  if (pair.b < 0) return "removed";
  if (pair.moved) return "moved";
  if (a.meaning[pair.a] !== b.meaning[pair.b])
    return hasElements(a, pair.a) || hasElements(b, pair.b) ? "inside" : "changed";
  if (sameBytes(bytesOf(a.document, pair.a), bytesOf(b.document, pair.b))) return "same";
  return hasElements(b, pair.b) && pair.depth < DEEPEST_WIRE && tagBytesSame(a, b, pair) ? "inside" : "wire";
}

/**
 * Whether the children are compared one by one: where something differs inside, and what differs is not the
 * node itself.
 */
function goesOn(a: Meanings, b: Meanings, pair: Pending, difference: Difference): boolean {
  if (difference === "inside") return true;
  return (
    difference === "moved" &&
    a.meaning[pair.a] !== b.meaning[pair.b] &&
    hasElements(a, pair.a) &&
    hasElements(b, pair.b)
  );
}

function hasElements({ children, document }: Meanings, node: number): boolean {
  return children(node).some((child) => isElement(document.tree.tokens, child));
}

/** Where only the children are encoded otherwise, the element itself is not told of. */
function tagBytesSame(a: Meanings, b: Meanings, pair: Pending): boolean {
  const own = ({ document }: Meanings, node: number): number => {
    const { bytes, start } = document.tree.tokens;
    return bytes[start[node] ?? 0] ?? 0;
  };
  const children = a.children(pair.a);
  const others = b.children(pair.b);
  if (own(a, pair.a) !== own(b, pair.b) || children.length !== others.length) return false;
  return children.some(
    (child, i) => !sameBytes(bytesOf(a.document, child), bytesOf(b.document, others[i] ?? -1)),
  );
}

function bytesOf({ tree: { tokens } }: LinkedDocument, node: number): Uint8Array {
  const { start, end } = nodeRange(tokens, node);
  return tokens.bytes.subarray(start, end);
}

function headerOf({ tree: { tokens } }: LinkedDocument): Uint8Array {
  return tokens.bytes.subarray(0, startOf(tokens, behindHeader(tokens)));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
