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

/** Finds the place of a node among its siblings, as a screen reader tells it. */
export function findSiblingPlace(tokens: TokenTable, node: number): SiblingPlace {
  const siblings = siblingsOf(tokens, parentOf(tokens, node));
  const before = bisect(siblings.length, (at) => Number(siblings[at]) >= node);
  return { position: before + 1, count: siblings.length };
}

function siblingsOf(tokens: TokenTable, parent: number): Int32Array {
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
