import { bisect } from "../bytes/bisect";
import { behindNode, parentOf, type TokenTable } from "../wbxml/tokenTable";
import { contentEnd, contentStart, isNode } from "../wbxml/tree";
import type { LinkedDocument } from "./open";
import type { TreeRows } from "./rows";

/*
 * A screen reader tells the place of a node among its siblings. Listing the siblings takes a step for each,
 * which is too much while a row is drawn if there are hundreds of thousands. Those of such parents are listed
 * when the document is opened, in a worker.
 */

/** Parents with more nodes than this are listed when the document is opened. */
const MANY_NODES = 10_000;

/** The nodes of the parents that have very many. */
export interface LargeFamilies {
  /** The parents, rising; -1 is the top level. */
  readonly parents: Int32Array<ArrayBuffer>;
  /** By parent, where its nodes end in `nodes`. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** The nodes of one parent after those of the other, rising for each parent. */
  readonly nodes: Int32Array<ArrayBuffer>;
}

/** Lists the nodes of parents that have more than `many`. */
export function listLargeFamilies(
  tokens: TokenTable,
  { nodes: rows }: TreeRows,
  many = MANY_NODES,
): LargeFamilies {
  const counts = new Uint32Array(tokens.count + 1); // by parent, from -1 on
  for (const node of rows) counts[parentOf(tokens, node) + 1] = countOf(counts, parentOf(tokens, node)) + 1;
  const parents: number[] = [];
  for (let parent = -1; parent < tokens.count; parent++)
    if (countOf(counts, parent) > many) parents.push(parent);
  const ends = new Int32Array(parents.length);
  let end = 0;
  parents.forEach((parent, index) => {
    const start = end;
    end += countOf(counts, parent);
    ends[index] = end;
    counts[parent + 1] = start; // where its next node goes
  });
  const nodes = new Int32Array(end);
  if (parents.length > 0) fillFamilies(tokens, rows, new Set(parents), counts, nodes);
  return { parents: Int32Array.from(parents), ends, nodes };
}

function countOf(counts: Uint32Array, parent: number): number {
  return counts[parent + 1] ?? 0;
}

/** Writes the nodes of these parents; `next` is by parent where its next node goes. */
function fillFamilies(
  tokens: TokenTable,
  rows: Int32Array,
  parents: ReadonlySet<number>,
  next: Uint32Array,
  nodes: Int32Array,
): void {
  for (const node of rows) {
    const parent = parentOf(tokens, node);
    if (!parents.has(parent)) continue;
    const at = countOf(next, parent);
    nodes[at] = node;
    next[parent + 1] = at + 1;
  }
}

/** The place of a node among the nodes with the same parent, counted from 1, and how many these are. */
export interface SiblingPlace {
  readonly position: number;
  readonly count: number;
  /** The node before it; -1 if it is the first. */
  readonly before: number;
}

/** The nodes of each parent that was asked for and is not a large family. */
const listed = new WeakMap<TokenTable, Map<number, Int32Array>>();

/** Finds the place of a node among its siblings, as a screen reader tells it. */
export function findSiblingPlace(document: LinkedDocument, node: number): SiblingPlace {
  const parent = parentOf(document.tree.tokens, node);
  const siblings = listFamily(document, parent);
  const before = bisect(siblings.length, (at) => Number(siblings[at]) >= node);
  return { position: before + 1, count: siblings.length, before: siblings[before - 1] ?? -1 };
}

/** How many nodes an element contains, not counting theirs. */
export function countChildren(document: LinkedDocument, element: number): number {
  return listFamily(document, element).length;
}

/** The nodes of a parent; -1 is the top level. */
function listFamily(document: LinkedDocument, parent: number): Int32Array {
  return findLargeFamily(document.largeFamilies(), parent) ?? listSiblings(document.tree.tokens, parent);
}

function findLargeFamily({ parents, ends, nodes }: LargeFamilies, parent: number): Int32Array | undefined {
  const at = bisect(parents.length, (index) => Number(parents[index]) >= parent);
  return parents[at] === parent ? nodes.subarray(ends[at - 1] ?? 0, ends[at]) : undefined;
}

function listSiblings(tokens: TokenTable, parent: number): Int32Array {
  const lists = listed.get(tokens) ?? new Map<number, Int32Array>();
  listed.set(tokens, lists);
  const known = lists.get(parent);
  if (known !== undefined) return known;
  const nodes = listNodes(tokens, parent);
  lists.set(parent, nodes);
  return nodes;
}

function listNodes(tokens: TokenTable, parent: number): Int32Array {
  const [from, to] =
    parent < 0 ? [0, tokens.count] : [contentStart(tokens, parent), contentEnd(tokens, parent)];
  const nodes: number[] = [];
  for (let token = from; token < to; token = behindNode(tokens, token))
    if (isNode(tokens, token)) nodes.push(token);
  return Int32Array.from(nodes);
}
