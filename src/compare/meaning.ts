import { toBase64 } from "../bytes/base64";
import { utf8 } from "../bytes/text";
import { attributesText } from "../document/notation/attributes";
import type { LinkedDocument } from "../document/open";
import {
  behindHeader,
  behindNode,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
} from "../wbxml/tokenTable";
import { integerOperand, isNode, tagIdentity, tagNumberAt } from "../wbxml/tree";

/**
 * Assigns numbers to texts: equal texts get the same number, in every document that uses the same numbering.
 */
export type Numbering = Map<string, number>;

function assignNumber(numbering: Numbering, text: string): number {
  const known = numbering.get(text);
  if (known !== undefined) return known;
  numbering.set(text, numbering.size);
  return numbering.size - 1;
}

/** The meaning of each node of a document, by token. */
export interface NodeMeanings {
  readonly document: LinkedDocument;
  /** Equal for nodes with the same meaning, however they are encoded. -1 for a token that is not a node. */
  readonly meaning: Int32Array;
  /** Equal for elements with the same tag, and for all leaves. */
  readonly tag: Int32Array;
  /** The direct children of a node in order, or the top-level nodes for -1. */
  readonly children: (node: number) => readonly number[];
  readonly isRoot: (node: number) => boolean;
}

/**
 * Numbers the nodes of a document by meaning: the tag with its attributes, and the content. Inline, table and
 * opaque strings and entities mean the text they represent, and adjacent ones the joined text. Code page
 * switches, the length of integers, the content bit of an empty element and the header are ignored. White
 * space, case and the order of elements count.
 */
export function numberMeanings(document: LinkedDocument, numbering: Numbering): NodeMeanings {
  const { tree } = document;
  const { tokens } = tree;
  const meaning = new Int32Array(tokens.count).fill(-1);
  const tag = new Int32Array(tokens.count).fill(-1);
  const children = (node: number): readonly number[] => (node < 0 ? tree.roots() : tree.children(node));
  const readTag = numberTags(document, numbering);
  const leaf = assignNumber(numbering, "leaf");
  for (let token = tokens.count - 1; token >= behindHeader(tokens); token--) {
    if (!isNode(tokens, token)) continue;
    const isLeaf = !isElement(tokens, token);
    tag[token] = isLeaf ? leaf : readTag(token);
    meaning[token] = isLeaf
      ? numberText(numbering, describeLeaf(document, token))
      : assignNumber(
          numbering,
          `${tag[token]}:${describeContent(document, children(token), meaning, numbering)}`,
        );
  }
  return { document, meaning, tag, children, isRoot: (node) => parentOf(tokens, node) < 0 };
}

function numberText(numbering: Numbering, text: string): number {
  return assignNumber(numbering, `text ${text}`);
}

/** Numbers tags. Most have no attributes and a number of their own; those are described only once each. */
function numberTags(document: LinkedDocument, numbering: Numbering): (element: number) => number {
  const { tokens } = document.tree;
  const known = new Map<number, number>();
  return (element) => {
    const own = tokens.attributesEnd.has(element) ? -1 : tagNumberAt(tokens, element);
    const number = known.get(own) ?? assignNumber(numbering, describeTag(document, element));
    if (own >= 0) known.set(own, number);
    return number;
  };
}

function describeTag({ tree }: LinkedDocument, element: number): string {
  const { tokens } = tree;
  const attributes = tokens.attributesEnd.has(element) ? attributesText(tree, element) : "";
  if (kindOf(tokens, element) === TokenKind.LiteralTag)
    return `literal ${tree.text(element) ?? integerOperand(tokens, element)} ${attributes}`;
  return `tag ${pageOf(tokens, element)}/${tagIdentity(tokens, element)} ${attributes}`;
}

/** The meaning of a leaf as text: its characters, or its bytes in base64 if it is not text. */
function describeLeaf({ tree }: LinkedDocument, leaf: number): string {
  const { tokens } = tree;
  switch (kindOf(tokens, leaf)) {
    case TokenKind.Entity:
      return decodeEntity(integerOperand(tokens, leaf));
    case TokenKind.InlineString:
    case TokenKind.TableString:
    case TokenKind.Opaque: {
      const { start, end } = tree.data(leaf);
      const bytes = tokens.bytes.subarray(start, end);
      return (
        (kindOf(tokens, leaf) === TokenKind.Opaque ? utf8.decode(bytes) : tree.text(leaf)) ??
        `\0base64 ${toBase64(bytes)}`
      );
    }
    default: {
      const start = startOf(tokens, leaf);
      return `\0raw ` + toBase64(tokens.bytes.subarray(start, startOf(tokens, behindNode(tokens, leaf))));
    }
  }
}

function decodeEntity(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : `\0entity ${code}`;
}

/** The children of an element by their numbers; adjacent leaves by that of their joined text. */
function describeContent(
  document: LinkedDocument,
  children: readonly number[],
  meaning: Int32Array,
  numbering: Numbering,
): string {
  const { tokens } = document.tree;
  const parts: string[] = [];
  const noText = numberText(numbering, "");
  let leaves: number[] = [];
  const flush = (): void => {
    const [first = -1] = leaves;
    const text =
      leaves.length > 1
        ? numberText(numbering, leaves.map((leaf) => describeLeaf(document, leaf)).join(""))
        : (meaning[first] ?? noText);
    if (text !== noText) parts.push(`t${text}`);
    leaves = [];
  };
  for (const child of children) {
    if (!isElement(tokens, child)) leaves.push(child);
    else {
      flush();
      parts.push(String(meaning[child]));
    }
  }
  flush();
  return parts.join(",");
}
