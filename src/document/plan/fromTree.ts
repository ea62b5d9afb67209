import type { TextRange } from "../../bytes/range";
import type { CodeSpace } from "../../wbxml/codeSpace";
import {
  behindNode,
  closeOf,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import { hasContent, integerOperand, type Tree, tagIdentity } from "../../wbxml/tree";
import { attributesText } from "../notation/attributeNotation";
import { easHeader, headerText, type PlannedHeader } from "../notation/headerNotation";
import type { Rendering } from "../notation/render";
import { addElement, addLeaf, type LeafContent, type Plan, type PlannedTag, type Planning } from "./plan";
import { addRetired } from "./resolve";

/**
 * The plan of a text that was rendered from a tree without malformations, as `planXml` gives it: from the
 * tree, without reading the text.
 * `planTokens` are the tree's nodes in order.
 */
export function planTree(
  tree: Tree,
  codeSpace: CodeSpace,
  rendering: Rendering,
  planTokens: Int32Array,
): Plan {
  const { tokens } = tree;
  const written = headerText(tokens.bytes, tokens.header) !== undefined;
  const planning: Planning = {
    codeSpace,
    nodes: [],
    problems: [],
    header: written ? plannedHeader(tokens) : easHeader,
    headerRange: written ? rangeOf(rendering, 0) : undefined,
    unbound: new Set(),
    rooted: false,
    run: undefined,
    crlf: undefined,
  };
  const before = nodesBefore(tokens, planTokens);
  for (const token of planTokens) {
    const holder = parentOf(tokens, token);
    const parent = holder < 0 ? -1 : (before[holder] ?? -1);
    if (isElement(tokens, token)) planTag(planning, tree, rendering, token, parent);
    else addLeaf(planning, leafContent(tree, token), rangeOf(rendering, token), parent);
    const planned = planning.nodes.at(-1);
    if (planned !== undefined) planned.end = before[behindNode(tokens, token)] ?? planTokens.length;
  }
  return {
    header: planning.header,
    headerRange: planning.headerRange,
    nodes: planning.nodes,
    problems: planning.problems,
  };
}

function plannedHeader({ bytes, header }: TokenTable): PlannedHeader {
  const { version, publicId, publicIdIndex, charset, stringTable } = header;
  return {
    version,
    publicId,
    publicIdIndex,
    charset,
    stringTable: bytes.slice(stringTable.start, stringTable.end),
  };
}

/** By token, and for the place behind the last: how many nodes stand before it. */
function nodesBefore({ count }: TokenTable, planTokens: Int32Array): Int32Array {
  const before = new Int32Array(count + 1);
  let nodes = 0;
  for (let token = 0; token <= count; token++) {
    before[token] = nodes;
    if (planTokens[nodes] === token) nodes++;
  }
  return before;
}

function rangeOf({ from, to }: Rendering, token: number): TextRange {
  return { from: from[token] ?? 0, to: to[token] ?? 0 };
}

function planTag(planning: Planning, tree: Tree, rendering: Rendering, token: number, parent: number): void {
  const { tokens } = tree;
  const tag = rangeOf(rendering, token);
  const content = hasContent(tokens, token);
  const closing = content ? rangeOf(rendering, closeOf(tokens, token)) : { from: tag.to, to: tag.to };
  const attributes = tokens.attributesEnd.has(token) ? attributesText(tree, token) : undefined;
  const named = plannedTag(tokens, token);
  const known = named.literal === undefined ? planning.codeSpace.tag(named.page, named.identity) : undefined;
  if (known?.retired === true) addRetired(planning, known, known.name, tag);
  addElement(planning, named, {
    attributes,
    content,
    parent,
    range: { from: tag.from, to: closing.to },
    tag,
    closing,
  });
}

function plannedTag(tokens: TokenTable, token: number): PlannedTag {
  if (kindOf(tokens, token) === TokenKind.LiteralTag)
    return { page: 0, identity: 0, literal: integerOperand(tokens, token) };
  return { page: pageOf(tokens, token), identity: tagIdentity(tokens, token), literal: undefined };
}

function leafContent(tree: Tree, node: number): LeafContent {
  const { tokens } = tree;
  const token = tokens.bytes[startOf(tokens, node)] ?? 0;
  const { start, end } = tree.data(node);
  const bytes = tokens.bytes.subarray(start, end);
  switch (kindOf(tokens, node)) {
    case TokenKind.InlineString: {
      const text = tree.text(node);
      return text === undefined ? { kind: "string-bytes", bytes } : { kind: "text", text };
    }
    case TokenKind.Opaque:
      return { kind: "opaque", bytes };
    case TokenKind.TableString:
    case TokenKind.Entity:
    case TokenKind.ExtensionInteger:
      return { kind: "integer", token, value: integerOperand(tokens, node) };
    case TokenKind.ExtensionString: {
      const text = tree.text(node);
      return text === undefined
        ? { kind: "extension-bytes", token, bytes }
        : { kind: "extension-string", token, text };
    }
    case TokenKind.ExtensionByte:
      return { kind: "byte", token };
    case TokenKind.Instruction:
      return { kind: "instruction", attributes: attributesText(tree, node) };
    default:
      return { kind: "malformed", bytes };
  }
}
