import { fromBase64, toBase64 } from "../../bytes/base64";
import { byteAt } from "../../bytes/byteAt";
import { formatByte } from "../../bytes/hex";
import { GlobalToken, isGlobal } from "../../wbxml/globalToken";
import { kindOf, startOf, TokenKind } from "../../wbxml/tokenTable";
import { contentStart, integerOperand, type Tree } from "../../wbxml/tree";
import { readValue, type ValueContent } from "./content";
import { quote, readNumber, unquote } from "./operands";

// The attribute list of a tag or of a PI, as one line of text. EAS payloads have none; WAP documents do.
// Start and value tokens are written as their byte in hexadecimal, everything else by name: 05 "http://" 85
// STR_T(12) ENTITY(160) OPAQUE(GZk=) PAGE(1) LITERAL(3) EXT_2.

/** One token of an attribute list. A start or value token is a `byte`; `page` switches the attribute page. */
export type AttributeContent = ValueContent | { readonly kind: "page"; readonly page: number };

/** The attribute tokens of an element or PI as text, without the END that closes the list. */
export function attributesText(tree: Tree, owner: number): string {
  const parts: string[] = [];
  for (let token = owner + 1; token < contentStart(tree.tokens, owner); token++) {
    if (kindOf(tree.tokens, token) !== TokenKind.AttributesEnd)
      parts.push(attributeText(readAttribute(tree, token)));
  }
  return parts.join(" ");
}

function readAttribute(tree: Tree, token: number): AttributeContent {
  const { tokens } = tree;
  const at = startOf(tokens, token);
  switch (kindOf(tokens, token)) {
    case TokenKind.AttributeStart:
    case TokenKind.AttributeValue:
      return { kind: "byte", token: byteAt(tokens.bytes, at) };
    case TokenKind.AttributeSwitchPage:
      return { kind: "page", page: byteAt(tokens.bytes, at + 1) };
    case TokenKind.AttributeLiteral:
      return { kind: "integer", token: GlobalToken.LITERAL, value: integerOperand(tokens, token) };
    default:
      return readValue(tree, token);
  }
}

function attributeText(content: AttributeContent): string {
  switch (content.kind) {
    case "text":
      return quote(content.text);
    case "string-bytes":
      return `STR_I(${toBase64(content.bytes)})`;
    case "opaque":
      return `OPAQUE(${toBase64(content.bytes)})`;
    case "malformed":
      return `MALFORMED(${toBase64(content.bytes)})`;
    case "integer":
      return `${tokenName(content.token)}(${content.value})`;
    case "extension-string":
      return `${tokenName(content.token)}(${quote(content.text)})`;
    case "extension-bytes":
      return `${tokenName(content.token)}(${toBase64(content.bytes)})`;
    case "byte":
      return isGlobal(content.token) ? tokenName(content.token) : formatByte(content.token);
    case "page":
      return `PAGE(${content.page})`;
  }
}

/** Global tokens by their byte. */
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(GlobalToken).map(([name, token]) => [token, name]),
);

/** The token with a name, the inverse of `tokenName`. */
const TOKENS: ReadonlyMap<string, number> = new Map(Object.entries(GlobalToken));

function tokenName(token: number): string {
  return NAMES.get(token) ?? formatByte(token);
}

const PART =
  /\s*(?:"([^"]*)"|([0-9A-Fa-f]{2})(?![^\s])|([A-Z][A-Z_]*(?:_?[0-2])?)(?:\((?:"([^"]*)"|([^")]*))\))?)(?=\s|$)/y;

/**
 * The tokens for a text in the notation of `attributesText`; `undefined` if any part of the text is not a
 * token.
 */
export function readAttributes(notation: string): AttributeContent[] | undefined {
  const contents: AttributeContent[] = [];
  const trimmed = notation.trimEnd();
  PART.lastIndex = 0;
  while (PART.lastIndex < trimmed.length) {
    const match = PART.exec(trimmed);
    const content = match === null ? undefined : readPart(match);
    if (content === undefined) return undefined;
    contents.push(content);
  }
  return contents;
}

function readPart([, string, hex, name, quoted, operand = ""]: RegExpExecArray):
  | AttributeContent
  | undefined {
  if (string !== undefined) return readText(string);
  if (hex !== undefined) return readByte(Number.parseInt(hex, 16));
  if (name === undefined) return undefined;
  if (quoted !== undefined) return readQuoted(name, quoted);
  return readOperand(name, operand);
}

function readText(quoted: string): AttributeContent | undefined {
  const text = unquote(quoted);
  return text === undefined ? undefined : { kind: "text", text };
}

/** A global token is written by its name. */
function readByte(token: number): AttributeContent | undefined {
  return isGlobal(token) ? undefined : { kind: "byte", token };
}

/** EXT_I_n with a text; no other token has text in quotes. */
function readQuoted(name: string, quoted: string): AttributeContent | undefined {
  const text = unquote(quoted);
  const token = TOKENS.get(name);
  if (text === undefined || token === undefined || !name.startsWith("EXT_I_")) return undefined;
  return { kind: "extension-string", token, text };
}

function readOperand(name: string, operand: string): AttributeContent | undefined {
  const token = TOKENS.get(name);
  if (token !== undefined && /^EXT_[012]$/.test(name))
    return operand === "" ? { kind: "byte", token } : undefined;
  if (name === "PAGE") return readPage(operand);
  if (token !== undefined && /^(ENTITY|STR_T|LITERAL|EXT_T_[012])$/.test(name))
    return readInteger(token, operand);
  const bytes = fromBase64(operand);
  return bytes && readBytes(name, token, bytes);
}

function readPage(operand: string): AttributeContent | undefined {
  const page = readNumber(operand);
  return page === undefined || page > 255 ? undefined : { kind: "page", page };
}

function readInteger(token: number, operand: string): AttributeContent | undefined {
  const value = readNumber(operand);
  return value === undefined ? undefined : { kind: "integer", token, value };
}

function readBytes(name: string, token: number | undefined, bytes: Uint8Array): AttributeContent | undefined {
  if (name === "STR_I") return { kind: "string-bytes", bytes };
  if (name === "OPAQUE") return { kind: "opaque", bytes };
  if (name === "MALFORMED") return { kind: "malformed", bytes };
  return token !== undefined && name.startsWith("EXT_I_")
    ? { kind: "extension-bytes", token, bytes }
    : undefined;
}
