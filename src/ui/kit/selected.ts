import { nodeAtByte } from "../../document/locate";
import { elementName } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import { onlyLeaf } from "../../document/rows";
import { editingOf, type Inspector } from "../../store/inspector";
import { isElement, kindOf, parentOf, TokenKind } from "../../wbxml/tokenTable";
import { contentEnd, contentStart, hasContent } from "../../wbxml/tree";

/** A node with its own row. A value is shown in the row of its element. */
export interface SelectedNode {
  readonly document: LinkedDocument;
  readonly node: number;
}

/** The selected node, or `undefined` if nothing is selected or no payload is shown. */
export function selectedNode({ captures, current, selection }: Inspector): SelectedNode | undefined {
  const document = editingOf(captures[current])?.document;
  if (document === undefined || selection === undefined) return undefined;
  const { tokens } = document.tree;
  const node = nodeAtByte(document, selection.range.start);
  if (node < 0) return undefined;
  const parent = parentOf(tokens, node);
  return { document, node: parent >= 0 && onlyLeaf(tokens, parent) === node ? parent : node };
}

/** What a node is called in a sentence: an element's name, or "value" for a leaf. */
export function nodeName(document: LinkedDocument, node: number): string {
  return isElement(document.tree.tokens, node) ? elementName(document, node) : "value";
}

/**
 * Whether a node has a value that can be edited: a leaf, an element whose only child is a leaf, or an empty
 * element.
 */
export function hasValue({ tree: { tokens } }: LinkedDocument, node: number): boolean {
  if (!isElement(tokens, node))
    return kindOf(tokens, node) === TokenKind.InlineString || kindOf(tokens, node) === TokenKind.Opaque;
  return (
    !hasContent(tokens, node) ||
    contentStart(tokens, node) >= contentEnd(tokens, node) ||
    onlyLeaf(tokens, node) >= 0
  );
}

/**
 * The leaf that contains a node's value: the node itself, or the only leaf in its element; -1 if there is
 * none.
 */
export function valueLeaf({ tree: { tokens } }: LinkedDocument, node: number): number {
  return isElement(tokens, node) ? onlyLeaf(tokens, node) : node;
}
