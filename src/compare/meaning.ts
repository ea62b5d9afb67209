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
import { integerOperand, isNode, tagIdentity } from "../wbxml/tree";

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
  const children = indexChildren(document);
  const leafText = (leaf: number): string => describeLeaf(document, leaf);
  for (let token = tokens.count - 1; token >= behindHeader(tokens); token--) {
    if (!isNode(tokens, token)) continue;
    if (!isElement(tokens, token)) {
      tag[token] = assignNumber(numbering, "leaf");
      meaning[token] = assignNumber(numbering, `text ${leafText(token)}`);
      continue;
    }
    tag[token] = assignNumber(numbering, describeTag(document, token));
    meaning[token] = assignNumber(
      numbering,
      `${tag[token]}:${describeContent(document, children(token), meaning, leafText)}`,
    );
  }
  return { document, meaning, tag, children, isRoot: (node) => parentOf(tokens, node) < 0 };
}

/** The children of every element, collected in one pass. */
function indexChildren({ tree: { tokens } }: LinkedDocument): (node: number) => readonly number[] {
  const lists = new Map<number, number[]>();
  for (let token = behindHeader(tokens); token < tokens.count; token++) {
    if (!isNode(tokens, token)) continue;
    const parent = parentOf(tokens, token);
    const list = lists.get(parent);
    if (list === undefined) lists.set(parent, [token]);
    else list.push(token);
  }
  return (node) => lists.get(node) ?? [];
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

function describeContent(
  { tree: { tokens } }: LinkedDocument,
  children: readonly number[],
  meaning: Int32Array,
  leafText: (leaf: number) => string,
): string {
  const parts: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") parts.push(JSON.stringify(text));
    text = "";
  };
  for (const child of children) {
    if (!isElement(tokens, child)) text += leafText(child);
    else {
      flush();
      parts.push(String(meaning[child]));
    }
  }
  flush();
  return parts.join(",");
}
