import { behindHeader, behindNode, isElement, parentOf, type TokenTable } from "../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent, isNode } from "../wbxml/tree";

/** The rows of a tree: one for each node, with its token and its depth, in order. */
export interface TreeRows {
  readonly nodes: Int32Array<ArrayBuffer>;
  readonly depths: Int32Array<ArrayBuffer>;
}

/**
 * The only child of an element, if it is a leaf: it is shown in the element's own row. -1 if there is none.
 */
export function onlyLeaf(tokens: TokenTable, element: number): number {
  if (!hasContent(tokens, element)) return -1;
  const first = contentStart(tokens, element);
  const isOnly =
    first < contentEnd(tokens, element) && behindNode(tokens, first) === contentEnd(tokens, element);
  return isOnly && isNode(tokens, first) && !isElement(tokens, first) ? first : -1;
}

/** The rows of all nodes, except values that are shown in the row of their element. Reads every token. */
export function listRows(tokens: TokenTable): TreeRows {
  const nodes = new Int32Array(tokens.count);
  const depths = new Int32Array(tokens.count);
  const open: number[] = []; // the elements around a token, innermost last
  let count = 0;
  for (let token = behindHeader(tokens); token < tokens.count; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    while (open.length > 0 && open.at(-1) !== parent) open.pop();
    nodes[count] = token;
    depths[count++] = open.length;
    if (!isElement(tokens, token)) continue;
    if (onlyLeaf(tokens, token) >= 0) token = behindNode(tokens, token) - 1;
    else open.push(token);
  }
  return { nodes: nodes.slice(0, count), depths: depths.slice(0, count) };
}
