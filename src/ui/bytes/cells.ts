import { endOf, kindOf, TokenKind, type TokenTable, tokenAt } from "../../wbxml/tokenTable";

/** The kinds of bytes that the bytes pane distinguishes. */
export type CellKind =
  | "header"
  | "switch"
  | "tag"
  | "end"
  | "text"
  | "opaque"
  | "operand"
  | "attribute"
  | "malformed";

const KINDS: Readonly<Record<number, CellKind>> = {
  [TokenKind.Version]: "header",
  [TokenKind.PublicId]: "header",
  [TokenKind.Charset]: "header",
  [TokenKind.StringTableLength]: "header",
  [TokenKind.StringTable]: "header",
  [TokenKind.SwitchPage]: "switch",
  [TokenKind.Tag]: "tag",
  [TokenKind.LiteralTag]: "tag",
  [TokenKind.End]: "end",
  [TokenKind.InlineString]: "text",
  [TokenKind.TableString]: "text",
  [TokenKind.Opaque]: "opaque",
  [TokenKind.Malformed]: "malformed",
  [TokenKind.AttributeStart]: "attribute",
  [TokenKind.AttributeValue]: "attribute",
  [TokenKind.AttributeLiteral]: "attribute",
  [TokenKind.AttributeSwitchPage]: "attribute",
  [TokenKind.AttributesEnd]: "attribute",
};

/** The kind of each byte in a row. */
export function cellKinds(tokens: TokenTable, start: number, end: number): CellKind[] {
  const kinds: CellKind[] = [];
  let token = tokenAt(tokens, start);
  for (let at = start; at < end; at++) {
    while (endOf(tokens, token) <= at && token + 1 < tokens.count) token++;
    kinds.push(KINDS[kindOf(tokens, token)] ?? "operand");
  }
  return kinds;
}

/** A byte as the text column shows it: itself if it is printable ASCII, otherwise a dot. */
export function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}
