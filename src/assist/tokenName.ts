import { TokenKind } from "../wbxml/tokenTable";

const NAMES: Readonly<Record<number, string>> = {
  [TokenKind.Version]: "version",
  [TokenKind.PublicId]: "public id",
  [TokenKind.Charset]: "charset",
  [TokenKind.StringTableLength]: "string table length",
  [TokenKind.StringTable]: "string table",
  [TokenKind.SwitchPage]: "SWITCH_PAGE",
  [TokenKind.Tag]: "tag",
  [TokenKind.LiteralTag]: "LITERAL tag",
  [TokenKind.End]: "END",
  [TokenKind.InlineString]: "STR_I",
  [TokenKind.TableString]: "STR_T",
  [TokenKind.Entity]: "ENTITY",
  [TokenKind.ExtensionString]: "EXT_I",
  [TokenKind.ExtensionInteger]: "EXT_T",
  [TokenKind.ExtensionByte]: "EXT",
  [TokenKind.Opaque]: "OPAQUE",
  [TokenKind.Instruction]: "PI",
  [TokenKind.AttributeSwitchPage]: "SWITCH_PAGE (attributes)",
  [TokenKind.AttributeStart]: "attribute start",
  [TokenKind.AttributeLiteral]: "attribute LITERAL",
  [TokenKind.AttributeValue]: "attribute value",
  [TokenKind.AttributesEnd]: "END of attributes",
  [TokenKind.Malformed]: "malformed",
};

/** The name of a token kind (a number of `TokenKind`), as shown to people. */
export function tokenName(kind: number): string {
  return NAMES[kind] ?? "";
}
