import { fromBase64, toBase64 } from "../../bytes/base64";
import { hexByte } from "../../bytes/hex";
import type { TextCodec } from "../../bytes/text";
import { GlobalToken, isGlobal } from "../../wbxml/globalToken";
import { kindOf, startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { contentStart, integerOperand, type Tree } from "../../wbxml/tree";
import type { WbxmlWriter } from "../../wbxml/writer";
import { quote, unquote } from "./quoting";

// The attribute list of a tag, or of a PI, as one line of text. No EAS payload has one; WAP documents do.
// Start and value tokens are their byte in hexadecimal, everything else is named: 05 "http://" 85 STR_T(12)
// ENTITY(160) OPAQUE(GZk=) PAGE(1) LITERAL(3) EXT_2.

/** The attribute tokens of an element or PI, without the END that closes the list. */
export function attributesText(tree: Tree, owner: number): string {
  const parts: string[] = [];
  for (let token = owner + 1; token < contentStart(tree.tokens, owner); token++) {
    if (kindOf(tree.tokens, token) !== TokenKind.AttributesEnd) parts.push(attributeToken(tree, token));
  }
  return parts.join(" ");
}

function attributeToken(tree: Tree, token: number): string {
  const { tokens } = tree;
  const first = tokens.bytes[startOf(tokens, token)] ?? 0;
  const data = (): string => {
    const { start, end } = tree.data(token);
    return toBase64(tokens.bytes.subarray(start, end));
  };
  const stringOf = (): string | undefined => {
    const text = tree.text(token);
    return text === undefined ? undefined : quote(text);
  };
  switch (kindOf(tokens, token)) {
    case TokenKind.AttributeStart:
    case TokenKind.AttributeValue:
      return hexByte(first);
    case TokenKind.AttributeSwitchPage:
      return `PAGE(${tokens.bytes[startOf(tokens, token) + 1] ?? 0})`;
    case TokenKind.AttributeLiteral:
      return `LITERAL(${integerOperand(tokens, token)})`;
    case TokenKind.InlineString:
      return stringOf() ?? `STR_I(${data()})`;
    case TokenKind.TableString:
      return `STR_T(${integerOperand(tokens, token)})`;
    case TokenKind.Entity:
      return `ENTITY(${integerOperand(tokens, token)})`;
    case TokenKind.ExtensionString:
      return `EXT_I_${first & 3}(${stringOf() ?? data()})`;
    case TokenKind.ExtensionInteger:
      return `EXT_T_${first & 3}(${integerOperand(tokens, token)})`;
    case TokenKind.ExtensionByte:
      return `EXT_${first & 3}`;
    case TokenKind.Opaque:
      return `OPAQUE(${data()})`;
    default: {
      const { start, end } = tokenRange(tokens, token);
      return `MALFORMED(${toBase64(tokens.bytes.subarray(start, end))})`;
    }
  }
}

const PART =
  /\s*(?:"([^"]*)"|([0-9A-Fa-f]{2})(?![^\s])|([A-Z][A-Z_]*(?:_?[0-2])?)(?:\((?:"([^"]*)"|([^")]*))\))?)(?=\s|$)/y;

interface Part {
  readonly text: string | undefined;
  readonly byte: number | undefined;
  readonly name: string;
  readonly operand: string;
}

function splitParts(notation: string): Part[] | undefined {
  const parts: Part[] = [];
  const trimmed = notation.trimEnd();
  PART.lastIndex = 0;
  while (PART.lastIndex < trimmed.length) {
    const match = PART.exec(trimmed);
    if (match === null) return undefined;
    const [, string, hex, name = "", quoted, operand = ""] = match;
    const text = string ?? quoted;
    parts.push({
      text: text === undefined ? undefined : unquote(text),
      byte: hex === undefined ? undefined : Number.parseInt(hex, 16),
      name,
      operand,
    });
    if (text !== undefined && unquote(text) === undefined) return undefined;
  }
  return parts;
}

/**
 * Writes what `attributesText` says, without the closing END. False where the notation says nothing that can
 * be written.
 */
export function writeAttributes(writer: WbxmlWriter, codec: TextCodec, notation: string): boolean {
  return splitParts(notation)?.every((part) => writePart(writer, codec, part)) ?? false;
}

function writePart(writer: WbxmlWriter, codec: TextCodec, part: Part): boolean {
  const { text, byte, name, operand } = part;
  if (byte !== undefined) {
    if (isGlobal(byte)) return false;
    writer.byte(byte);
    return true;
  }
  if (name === "") return text !== undefined && writer.text(text);
  const numbered = /^(ENTITY|STR_T|LITERAL|EXT_T_[012])$/.test(name);
  if (numbered) return writeNumbered(writer, tokenNamed(name), operand);
  if (name === "PAGE") return writePageSwitch(writer, operand);
  if (/^EXT_[012]$/.test(name)) {
    writer.byte(tokenNamed(name));
    return operand === "" && text === undefined;
  }
  if (/^EXT_I_[012]$/.test(name) && text !== undefined)
    return writeExtensionString(writer, codec, tokenNamed(name), text);
  return writeBytes(writer, name, fromBase64(operand));
}

function tokenNamed(name: string): number {
  return Object.entries(GlobalToken).find(([key]) => key === name)?.[1] ?? GlobalToken.OPAQUE;
}

function writeNumbered(writer: WbxmlWriter, token: number, operand: string): boolean {
  const value = readNumber(operand);
  if (value === undefined) return false;
  writer.byte(token);
  writer.integer(value);
  return true;
}

function writePageSwitch(writer: WbxmlWriter, operand: string): boolean {
  const page = readNumber(operand);
  if (page === undefined || page > 255) return false;
  writer.byte(GlobalToken.SWITCH_PAGE);
  writer.byte(page);
  return true;
}

/**
 * EXT_I_n with a text: the token, the text, and its terminator. False where the charset lacks a character.
 */
export function writeExtensionString(
  writer: WbxmlWriter,
  codec: TextCodec,
  token: number,
  text: string,
): boolean {
  const bytes = text.includes("\0") ? undefined : codec.encode(text);
  if (bytes === undefined) return false;
  return writer.string(token, bytes);
}

function writeBytes(writer: WbxmlWriter, name: string, bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  if (name === "STR_I" || /^EXT_I_[012]$/.test(name)) return writer.string(tokenNamed(name), bytes);
  if (name === "OPAQUE") writer.opaque(bytes);
  else if (name === "MALFORMED") writer.raw(bytes);
  else return false;
  return true;
}

/** A decimal mb_u_int32; `undefined` where the text is none or has more than 32 bits. */
export function readNumber(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  return value <= 0xffffffff ? value : undefined;
}
