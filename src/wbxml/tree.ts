import { byteAt } from "../bytes/byteAt";
import { decodeAscii } from "../bytes/latin1";
import type { ByteRange } from "../bytes/range";
import type { TextCodec } from "../bytes/text";
import { charsetCodec } from "./charset";
import { tagNumber } from "./codeSpace";
import { CONTENT_BIT, IDENTITY_BITS } from "./globalToken";
import { readMbUint32 } from "./mbUint32";
import {
  behindNode,
  closeOf,
  FLAG_ASCII,
  FLAG_IN_ATTRIBUTES,
  flagsOf,
  hasEnd,
  isElement,
  kindOf,
  pageOf,
  parentOf,
  startOf,
  TokenKind,
  type TokenTable,
  tokenRange,
} from "./tokenTable";

const { Tag, InlineString, End } = TokenKind; // local copies for the loops over all tokens

/** The tokens as a tree. A node is the index of a content token; SWITCH_PAGE and END are not nodes. */
export interface Tree {
  readonly tokens: TokenTable;
  /** The top level: the root element, and any other nodes at that level. */
  readonly roots: () => number[];
  /** The direct children of an element, in order; `[]` for other nodes. */
  readonly children: (node: number) => number[];
  /**
   * The text of a string node, from the inline string, the string table or the entity; `undefined` if it is
   * not text in the charset.
   */
  readonly text: (node: number) => string | undefined;
  /**
   * The operand's bytes: a string without its terminator, an OPAQUE without its length, any other token
   * without the token byte.
   */
  readonly data: (node: number) => ByteRange;
}

/** Tokens → tree. Costs nothing until it is used. */
export function parse(tokens: TokenTable): Tree {
  const codec = charsetCodec(tokens.header.charset);
  return {
    tokens,
    roots: () => firstNodes(tokens, { from: 0, to: tokens.count }, Number.POSITIVE_INFINITY),
    children: (node) => firstChildren(tokens, node, Number.POSITIVE_INFINITY),
    text: (node) => nodeText(tokens, codec, node),
    data: (node) => dataRange(tokens, node),
  };
}

/** The first direct children of an element, in order, `most` at most; `[]` for other nodes. */
export function firstChildren(table: TokenTable, node: number, most: number): number[] {
  if (!hasContent(table, node)) return [];
  return firstNodes(table, { from: contentStart(table, node), to: contentEnd(table, node) }, most);
}

/** The first nodes of one level among some tokens. */
function firstNodes(
  table: TokenTable,
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): number[] {
  const nodes: number[] = [];
  for (let token = from; token < to && nodes.length < most; token = behindNode(table, token))
    if (isNode(table, token)) nodes.push(token);
  return nodes;
}

/** Whether a token is a node of the tree: content of a body, and not part of an attribute list. */
export function isNode(table: TokenTable, token: number): boolean {
  const kind = kindOf(table, token);
  if ((flagsOf(table, token) & FLAG_IN_ATTRIBUTES) !== 0) return false;
  return (
    (kind >= TokenKind.Tag && kind <= TokenKind.Instruction && kind !== TokenKind.End) ||
    kind === TokenKind.Malformed
  );
}

/** Whether an element's token has the content bit set; false for other tokens. */
export function hasContent(table: TokenTable, token: number): boolean {
  return isElement(table, token) && (byteAt(table.bytes, startOf(table, token)) & CONTENT_BIT) !== 0;
}

/** The token after an element's own tag and attribute list: the first token of its content. */
export function contentStart(table: TokenTable, element: number): number {
  return table.attributesEnd.get(element) ?? element + 1;
}

/**
 * The token after the last one inside an element: its END or, if that is missing, the token after the
 * element.
 */
export function contentEnd(table: TokenTable, element: number): number {
  return hasEnd(table, element) ? closeOf(table, element) : behindNode(table, element);
}

/** The identity (0x05 to 0x3F) of a tag token. */
export function tagIdentity(table: TokenTable, token: number): number {
  return byteAt(table.bytes, startOf(table, token)) & IDENTITY_BITS;
}

/** The number of a tag token, as `tagNumber` computes it; -1 for other tokens, such as a literal tag. */
export function tagNumberAt(table: TokenTable, token: number): number {
  return kindOf(table, token) === TokenKind.Tag
    ? tagNumber(pageOf(table, token), tagIdentity(table, token))
    : -1;
}

/** The root element: the first element at the top level, or -1 if there is none. */
export function rootElement(table: TokenTable): number {
  for (let token = 0; token < table.count; token = behindNode(table, token))
    if (isNode(table, token) && isElement(table, token)) return token;
  return -1;
}

/**
 * The token after a child of an element: the same as `behindNode`, but faster for a child that holds one
 * string, as most do.
 */
export function behindChild(table: TokenTable, child: number): number {
  const { kind } = table;
  const isValue = kind[child] === Tag && kind[child + 1] === InlineString && kind[child + 2] === End;
  return isValue && parentOf(table, child + 1) === child ? child + 3 : behindNode(table, child);
}

/** The mb_u_int32 operand of a token. */
export function integerOperand(table: TokenTable, token: number): number {
  return readMbUint32(table.bytes, { at: startOf(table, token) + 1 });
}

/** See `Tree.data`. */
export function dataRange(table: TokenTable, token: number): ByteRange {
  const { start, end } = tokenRange(table, token);
  switch (kindOf(table, token)) {
    case TokenKind.InlineString:
    case TokenKind.ExtensionString:
      return stringRange(table, start + 1, end);
    case TokenKind.Opaque: {
      const cursor = { at: start + 1 };
      readMbUint32(table.bytes, cursor);
      return table.repairedData.get(token) ?? { start: cursor.at, end };
    }
    case TokenKind.Malformed:
    case TokenKind.StringTable:
      return { start, end };
    default:
      return { start: Math.min(start + 1, end), end };
  }
}

function stringRange(table: TokenTable, start: number, end: number): ByteRange {
  const unit = charsetCodec(table.header.charset)?.unit ?? 1;
  const terminator = end - unit;
  const terminated =
    terminator >= start &&
    (terminator - start) % unit === 0 &&
    table.bytes.subarray(terminator, end).every((byte) => byte === 0);
  return { start, end: terminated ? terminator : end };
}

function nodeText(table: TokenTable, codec: TextCodec | undefined, token: number): string | undefined {
  switch (kindOf(table, token)) {
    case TokenKind.InlineString:
    case TokenKind.ExtensionString: {
      const { start, end } = dataRange(table, token);
      const bytes = table.bytes.subarray(start, end);
      return (flagsOf(table, token) & FLAG_ASCII) !== 0 ? ascii(bytes) : codec?.decode(bytes);
    }
    case TokenKind.TableString:
    case TokenKind.LiteralTag:
    case TokenKind.AttributeLiteral:
      return stringOfTable(table, integerOperand(table, token));
    case TokenKind.Entity: {
      const code = integerOperand(table, token);
      return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
    }
    default:
      return undefined;
  }
}

/** The string of a document's string table at an index; see `tableString`. */
export function stringOfTable(
  { bytes, header: { stringTable, charset } }: TokenTable,
  index: number,
  longest?: number,
): string | undefined {
  return tableString(bytes.subarray(stringTable.start, stringTable.end), charset, index, longest);
}

const SHORT = 48;

/** ASCII bytes as text: short ones character by character, long ones with the platform's decoder. */
function ascii(bytes: Uint8Array): string {
  return bytes.length <= SHORT ? String.fromCharCode(...bytes) : decodeAscii(bytes);
}

/**
 * The string at an index of a string table, up to its zero; `undefined` if the index is past the table, the
 * bytes are not text in the charset (MIBenum), or the string has more than `longest` bytes.
 */
export function tableString(
  stringTable: Uint8Array,
  charset: number,
  index: number,
  longest = Number.POSITIVE_INFINITY,
): string | undefined {
  if (index >= stringTable.length) return undefined;
  const codec = charsetCodec(charset);
  const unit = codec?.unit ?? 1;
  let to = index;
  while (to + unit <= stringTable.length && !isZero(stringTable, to, unit)) {
    to += unit;
    if (to - index > longest) return undefined;
  }
  return codec?.decode(stringTable.subarray(index, to));
}

function isZero(bytes: Uint8Array, at: number, unit: number): boolean {
  for (let i = at; i < at + unit; i++) if (bytes[i] !== 0) return false;
  return true;
}
