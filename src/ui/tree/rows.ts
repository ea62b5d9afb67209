import { bisect } from "../../bytes/bisect";
import { nodeAtByte } from "../../document/locate";
import { elementName, pageNames } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import { formatCount } from "../../eas/values/reading";
import {
  behindHeader,
  behindNode,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
} from "../../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent, integerOperand, isNode } from "../../wbxml/tree";

/** The rows of the tree: one for each node that no collapsed element hides, with its token and depth. */
export interface TreeRows {
  readonly nodes: Int32Array;
  readonly depths: Int32Array;
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

/** Whether an element can be collapsed: it contains more than the value shown in its row. */
export function isClosable({ tree: { tokens } }: LinkedDocument, node: number): boolean {
  return (
    hasContent(tokens, node) &&
    contentStart(tokens, node) < contentEnd(tokens, node) &&
    onlyLeaf(tokens, node) < 0
  );
}

/**
 * The rows of a document's tree. Elements whose tag starts at an offset in `collapsed` hide their content.
 */
export function treeRows({ tree: { tokens } }: LinkedDocument, collapsed: ReadonlySet<number>): TreeRows {
  const nodes = new Int32Array(tokens.count);
  const depths = new Int32Array(tokens.count);
  const depthOf = new Int32Array(tokens.count);
  let count = 0;
  for (let token = behindHeader(tokens); token < tokens.count; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    const depth = parent < 0 ? 0 : (depthOf[parent] ?? 0) + 1;
    depthOf[token] = depth;
    nodes[count] = token;
    depths[count++] = depth;
    if (!isElement(tokens, token)) continue;
    const hides = collapsed.size > 0 && collapsed.has(startOf(tokens, token));
    if (hides || onlyLeaf(tokens, token) >= 0) token = behindNode(tokens, token) - 1;
  }
  return { nodes: nodes.slice(0, count), depths: depths.slice(0, count) };
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

/** What a row shows: the element's name and namespace, or the kind of leaf, and a shortened value. */
export interface RowText {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  readonly kind: "element" | "text" | "opaque" | "other" | "malformed";
}

const MAX_VALUE_LENGTH = 160;

/** What the row of a node shows. */
export function rowText(document: LinkedDocument, node: number): RowText {
  const { tokens } = document.tree;
  if (!isElement(tokens, node)) return { ...leafText(document, node), namespace: "" };
  const leaf = onlyLeaf(tokens, node);
  const value = leaf < 0 ? "" : leafText(document, leaf).value;
  if (kindOf(tokens, node) === TokenKind.LiteralTag)
    return {
      name: elementName(document, node),
      namespace: "literal",
      value,
      kind: "element",
    };
  const page = pageOf(tokens, node);
  return {
    name: elementName(document, node),
    namespace: pageNames(document.codeSpace, page).namespace,
    value,
    kind: "element",
  };
}

function leafText({ tree }: LinkedDocument, leaf: number): Omit<RowText, "namespace"> {
  const { tokens } = tree;
  const { start, end } = tree.data(leaf);
  const size = formatCount(end - start, "byte");
  switch (kindOf(tokens, leaf)) {
    case TokenKind.InlineString:
      return {
        name: "text",
        kind: "text",
        value: shorten(tree.text(leaf)) ?? `${size}, not valid in this charset`,
      };
    case TokenKind.TableString:
      return {
        name: "STR_T",
        kind: "text",
        value: shorten(tree.text(leaf)) ?? `index ${integerOperand(tokens, leaf)}`,
      };
    case TokenKind.Entity:
      return { name: "ENTITY", kind: "other", value: `${integerOperand(tokens, leaf)}` };
    case TokenKind.Opaque:
      return { name: "OPAQUE", kind: "opaque", value: `OPAQUE, ${size}` };
    case TokenKind.Malformed:
      return { name: "malformed", kind: "malformed", value: `${size}, can't be read` };
    case TokenKind.Instruction:
      return { name: "PI", kind: "other", value: "" };
    default:
      return { name: "EXT", kind: "other", value: size };
  }
}

function shorten(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
  return line.replace(/\s+/g, " ");
}
