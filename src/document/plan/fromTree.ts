import type { CodeSpace } from "../../wbxml/codeSpace";
import {
  behindNode,
  closeOf,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import { hasContent, integerOperand, type Tree, tagIdentity } from "../../wbxml/tree";
import { attributesText } from "../notation/attributes";
import { type LeafContent, readValue } from "../notation/content";
import { easHeader, headerText, type PlannedHeader } from "../notation/header";
import { type Rendering, textRange } from "../notation/render";
import type { Problem } from "../problem";
import { makeElement, makeLeaf, type Plan, type PlanElement, type PlanNode, type PlannedTag } from "./plan";
import { retiredTagProblem } from "./resolve";

/**
 * The plan of a text that was rendered from a tree without malformations, the same as `planXml` returns, but
 * created from the tree without reading the text. `planTokens` are the tree's nodes in order.
 */
export function planTree(
  tree: Tree,
  codeSpace: CodeSpace,
  rendering: Rendering,
  planTokens: Int32Array,
): Plan {
  const { tokens } = tree;
  const isWritten = headerText(tokens.bytes, tokens.header) !== undefined;
  const header = isWritten ? planHeader(tokens) : easHeader;
  const indexOf = countNodesBefore(tokens, planTokens);
  const nodes: PlanNode[] = [];
  for (const token of planTokens) {
    const parent = indexOf(parentOf(tokens, token));
    const end = indexOf(behindNode(tokens, token));
    if (isElement(tokens, token)) nodes.push(planElement(tree, rendering, token, parent, end));
    else {
      const range = textRange(rendering, token);
      nodes.push(makeLeaf(readContent(tree, token), header.charset, { parent, end, range }));
    }
  }
  return {
    header,
    headerRange: isWritten ? textRange(rendering, 0) : undefined,
    nodes,
    problems: nodes.flatMap((node) => (node.kind === "element" ? findRetired(node, codeSpace) : [])),
  };
}

function planHeader({ bytes, header }: TokenTable): PlannedHeader {
  const { version, publicId, publicIdIndex, charset, stringTable } = header;
  return {
    version,
    publicId,
    publicIdIndex,
    charset,
    stringTable: bytes.slice(stringTable.start, stringTable.end),
  };
}

/** By token, and for the index after the last token: the number of nodes before it; -1 for no token. */
function countNodesBefore({ count }: TokenTable, planTokens: Int32Array): (token: number) => number {
  const before = new Int32Array(count + 1);
  let nodes = 0;
  for (let token = 0; token <= count; token++) {
    before[token] = nodes;
    if (planTokens[nodes] === token) nodes++;
  }
  return (token) => (token < 0 ? token : (before[token] ?? nodes));
}

function planElement(
  tree: Tree,
  rendering: Rendering,
  token: number,
  parent: number,
  end: number,
): PlanElement {
  const { tokens } = tree;
  const tag = textRange(rendering, token);
  const content = hasContent(tokens, token);
  const closing = content ? textRange(rendering, closeOf(tokens, token)) : { from: tag.to, to: tag.to };
  const attributes = tokens.attributesEnd.has(token) ? attributesText(tree, token) : undefined;
  const range = { from: tag.from, to: closing.to };
  return makeElement(readTag(tokens, token), attributes, content, { parent, end, range, tag, closing });
}

function readTag(tokens: TokenTable, token: number): PlannedTag {
  if (kindOf(tokens, token) === TokenKind.LiteralTag)
    return { page: 0, identity: 0, literal: integerOperand(tokens, token) };
  return { page: pageOf(tokens, token), identity: tagIdentity(tokens, token), literal: undefined };
}

function readContent(tree: Tree, token: number): LeafContent {
  return kindOf(tree.tokens, token) === TokenKind.Instruction
    ? { kind: "instruction", attributes: attributesText(tree, token) }
    : readValue(tree, token);
}

function findRetired({ literal, page, identity, tag }: PlanElement, codeSpace: CodeSpace): Problem[] {
  const known = literal === undefined ? codeSpace.tag(page, identity) : undefined;
  return known?.retired === true ? [retiredTagProblem(known, known.name, tag)] : [];
}
