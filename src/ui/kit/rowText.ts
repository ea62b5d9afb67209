import { elementName, pageNames } from "../../document/notation/names";
import type { LinkedDocument } from "../../document/open";
import { onlyLeaf } from "../../document/rows";
import { formatCount } from "../../eas/values/reading";
import { isElement, kindOf, pageOf, TokenKind } from "../../wbxml/tokenTable";
import { integerOperand } from "../../wbxml/tree";

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
  return line.replace(/\r\n?|\n/g, "⏎").replace(/\s+/g, " ");
}
