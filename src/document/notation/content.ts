import { byteAt } from "../../bytes/byteAt";
import { kindOf, startOf, TokenKind, tokenBytes } from "../../wbxml/tokenTable";
import { integerOperand, type Tree } from "../../wbxml/tree";
import type { PlannedHeader } from "./header";

/** A token with a value that is allowed both in the content of an element and in an attribute list. */
export type ValueContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "string-bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "opaque" | "malformed"; readonly bytes: Uint8Array }
  | { readonly kind: "integer"; readonly token: number; readonly value: number }
  | { readonly kind: "extension-string"; readonly token: number; readonly text: string }
  | { readonly kind: "extension-bytes"; readonly token: number; readonly bytes: Uint8Array }
  | { readonly kind: "byte"; readonly token: number };

/**
 * The content that a leaf is written as. It contains everything needed to write the leaf, and nothing about
 * its origin: tokens and XML text give equal content if they mean the same bytes.
 */
export type LeafContent =
  | ValueContent
  | { readonly kind: "instruction"; readonly attributes: string }
  | { readonly kind: "header"; readonly header: PlannedHeader };

/** The content of a token with a value. Bytes that can't be read are `malformed`. */
export function readValue(tree: Tree, node: number): ValueContent {
  const { tokens } = tree;
  const token = byteAt(tokens.bytes, startOf(tokens, node));
  switch (kindOf(tokens, node)) {
    case TokenKind.InlineString: {
      const text = tree.text(node);
      return text === undefined
        ? { kind: "string-bytes", bytes: readData(tree, node) }
        : { kind: "text", text };
    }
    case TokenKind.Opaque:
      return { kind: "opaque", bytes: readData(tree, node) };
    case TokenKind.TableString:
    case TokenKind.Entity:
    case TokenKind.ExtensionInteger:
      return { kind: "integer", token, value: integerOperand(tokens, node) };
    case TokenKind.ExtensionString: {
      const text = tree.text(node);
      return text === undefined
        ? { kind: "extension-bytes", token, bytes: readData(tree, node) }
        : { kind: "extension-string", token, text };
    }
    case TokenKind.ExtensionByte:
      return { kind: "byte", token };
    default:
      return { kind: "malformed", bytes: tokenBytes(tokens, node) };
  }
}

function readData(tree: Tree, node: number): Uint8Array {
  const { start, end } = tree.data(node);
  return tree.tokens.bytes.subarray(start, end);
}
