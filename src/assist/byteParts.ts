import type { ByteRange } from "../bytes/range";
import { kindOf, TokenKind, type TokenTable, tokenRange } from "../wbxml/tokenTable";
import { dataRange } from "../wbxml/tree";

/**
 * The role of a byte within its token: the token itself, a length or number, the content, or the NUL that
 * ends a string.
 */
export type BytePart = "token" | "number" | "content" | "terminator";

const ONE_BYTE_KINDS: ReadonlySet<number> = new Set([
  TokenKind.Tag,
  TokenKind.End,
  TokenKind.AttributesEnd,
  TokenKind.AttributeStart,
  TokenKind.ExtensionByte,
  TokenKind.Instruction,
]);
const NUMBER_KINDS: ReadonlySet<number> = new Set([
  TokenKind.Version,
  TokenKind.PublicId,
  TokenKind.Charset,
  TokenKind.StringTableLength,
]);
const DATA_KINDS: ReadonlySet<number> = new Set([
  TokenKind.InlineString,
  TokenKind.ExtensionString,
  TokenKind.Opaque,
]);

/** The content of a token that has bytes in front of it or after it; `undefined` for any other token. */
export function findContent(tokens: TokenTable, token: number): ByteRange | undefined {
  return DATA_KINDS.has(kindOf(tokens, token)) ? dataRange(tokens, token) : undefined;
}

/** The role of the byte at an offset within its token. */
export function findBytePart(tokens: TokenTable, token: number, offset: number): BytePart {
  const kind = kindOf(tokens, token);
  if (NUMBER_KINDS.has(kind)) return "number";
  if (kind === TokenKind.StringTable || kind === TokenKind.Malformed) return "content";
  if (offset === tokenRange(tokens, token).start || ONE_BYTE_KINDS.has(kind)) return "token";
  const content = findContent(tokens, token);
  if (content === undefined || offset < content.start) return "number";
  return offset < content.end ? "content" : "terminator";
}
