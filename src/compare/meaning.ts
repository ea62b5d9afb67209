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

/** Numbers for texts: equal texts have the same one, in all documents that were numbered with it. */
export type Numbering = Map<string, number>;

function numberOf(numbering: Numbering, text: string): number {
  const known = numbering.get(text);
  if (known !== undefined) return known;
  numbering.set(text, numbering.size);
  return numbering.size - 1;
}

/** What the nodes of a document mean, by token. */
export interface Meanings {
  readonly document: LinkedDocument;
  /**
   * Equal for nodes that mean the same, whatever they hold and however it is encoded. -1 for a token that is
   * no node.
   */
  readonly meaning: Int32Array;
  /** Equal for elements of the same tag, and for leaves. */
  readonly tag: Int32Array;
  /** Nodes directly inside an element, or at the top for -1, in order. */
  readonly children: (node: number) => readonly number[];
  readonly isRoot: (node: number) => boolean;
}

/**
 * Numbers the nodes of a document by what they mean: its tag (with attributes) and what it holds. Inline,
 * table and opaque strings and entities mean the text they stand for, and several side by side that of all of
 * them; code page switches, the length of integers, the content bit of an empty element and the header mean
 * nothing. White space, case and the order of elements count.
 */
export function meaningsOf(document: LinkedDocument, numbering: Numbering): Meanings {
  const { tree } = document;
  const { tokens } = tree;
  const meaning = new Int32Array(tokens.count).fill(-1);
  const tag = new Int32Array(tokens.count).fill(-1);
  const children = childLists(document);
  const leafText = (leaf: number): string => leafMeaning(document, leaf);
  for (let token = tokens.count - 1; token >= behindHeader(tokens); token--) {
    if (!isNode(tokens, token)) continue;
    if (!isElement(tokens, token)) {
      tag[token] = numberOf(numbering, "leaf");
      meaning[token] = numberOf(numbering, `text ${leafText(token)}`);
      continue;
    }
    tag[token] = numberOf(numbering, tagMeaning(document, token));
    meaning[token] = numberOf(
      numbering,
      `${tag[token]}:${contentMeaning(document, children(token), meaning, leafText)}`,
    );
  }
  return { document, meaning, tag, children, isRoot: (node) => parentOf(tokens, node) < 0 };
}

/** The children of every element, worked out once. */
function childLists({ tree: { tokens } }: LinkedDocument): (node: number) => readonly number[] {
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

function tagMeaning({ tree }: LinkedDocument, element: number): string {
  const { tokens } = tree;
  const attributes = tokens.attributesEnd.has(element) ? attributesText(tree, element) : "";
  if (kindOf(tokens, element) === TokenKind.LiteralTag)
    return `literal ${tree.text(element) ?? integerOperand(tokens, element)} ${attributes}`;
  return `tag ${pageOf(tokens, element)}/${tagIdentity(tokens, element)} ${attributes}`;
}

/** What a leaf means, as text: its characters, or where it has none its bytes in base64. */
function leafMeaning({ tree }: LinkedDocument, leaf: number): string {
  const { tokens } = tree;
  switch (kindOf(tokens, leaf)) {
    case TokenKind.Entity:
      return entityText(integerOperand(tokens, leaf));
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

function entityText(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : `\0entity ${code}`;
}

function contentMeaning(
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
