import { bisect } from "../../bytes/bisect";
import { behindNode, parentOf, type TokenTable } from "../../wbxml/tokenTable";
import { contentEnd, contentStart, isNode } from "../../wbxml/tree";

/** The place of a node among the nodes with the same parent, counted from 1, and how many these are. */
export interface SiblingPlace {
  readonly position: number;
  readonly count: number;
}

/**
 * The nodes of a parent, in order, for each parent that was asked for. Listing the children of an element
 * takes a step per child, so that it is done once and not for each row that is drawn. All lists together are
 * no longer than the table.
 */
const listed = new WeakMap<TokenTable, Map<number, Int32Array>>();

/** Counting more would hold up the page for longer than 50 ms. */
const MAX_SIBLINGS = 300_000;

/**
 * Finds the place of a node among its siblings, as a screen reader tells it; `undefined` if these are too many
 * to be counted while a row is drawn.
 */
export function findSiblingPlace(
  tokens: TokenTable,
  node: number,
  maxSiblings = MAX_SIBLINGS,
): SiblingPlace | undefined {
  const siblings = siblingsOf(tokens, parentOf(tokens, node), maxSiblings);
  if (siblings.length > maxSiblings) return undefined;
  const before = bisect(siblings.length, (at) => Number(siblings[at]) >= node);
  return { position: before + 1, count: siblings.length };
}

function siblingsOf(tokens: TokenTable, parent: number, most: number): Int32Array {
  const lists = listed.get(tokens) ?? new Map<number, Int32Array>();
  listed.set(tokens, lists);
  const known = lists.get(parent);
  if (known !== undefined) return known;
  const nodes = listNodes(tokens, parent, most);
  lists.set(parent, nodes);
  return nodes;
}

/** The nodes of a parent; one more than `most` if there are more. */
function listNodes(tokens: TokenTable, parent: number, most: number): Int32Array {
  const [from, to] =
    parent < 0 ? [0, tokens.count] : [contentStart(tokens, parent), contentEnd(tokens, parent)];
  const nodes: number[] = [];
  for (let token = from; token < to && nodes.length <= most; token = behindNode(tokens, token))
    if (isNode(tokens, token)) nodes.push(token);
  return Int32Array.from(nodes);
}
