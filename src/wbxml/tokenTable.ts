import { bisect } from "../bytes/bisect";
import type { ByteRange } from "../bytes/range";
import type { Sparse } from "../bytes/sparse";
import type { Malformation } from "./malformation";

/**
 * The kind of a token. Header fields come first, then body tokens, then tokens that appear only in an
 * attribute list.
 */
export const TokenKind = {
  Version: 1,
  PublicId: 2,
  Charset: 3,
  StringTableLength: 4,
  StringTable: 5,
  SwitchPage: 6,
  Tag: 7,
  LiteralTag: 8,
  End: 9,
  InlineString: 10,
  TableString: 11,
  Entity: 12,
  ExtensionString: 13,
  ExtensionInteger: 14,
  ExtensionByte: 15,
  Opaque: 16,
  Instruction: 17,
  AttributeSwitchPage: 18,
  AttributeStart: 19,
  AttributeLiteral: 20,
  AttributeValue: 21,
  AttributesEnd: 22,
  Malformed: 23,
} as const;

/** A value of `TokenKind`. */
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Flag of an element: some of its children are not elements, so white space between them is data. */
export const FLAG_MIXED = 1;

/** Flag of a text token: every byte is below 0x80. */
export const FLAG_ASCII = 2;

/** Flag of a token inside an attribute list or a processing instruction. */
export const FLAG_IN_ATTRIBUTES = 4;

/** Flag of a text token: its bytes are UTF-8, and so is the document's charset. */
export const FLAG_UTF_8 = 8;

/** The header of a document [WAP-192 5.4 to 5.7], as far as it can be read. */
export interface Header {
  /** The version byte: 0x03 is 1.3. `undefined` if the payload has no header. */
  readonly version: number | undefined;
  /** The public identifier's number; 0 if `publicIdIndex` holds its index in the string table. */
  readonly publicId: number;
  readonly publicIdIndex: number | undefined;
  /** MIBenum of the charset. */
  readonly charset: number;
  readonly stringTable: ByteRange;
}

/**
 * All tokens of a payload in document order, as a struct of typed arrays; a token is an index. They tile the
 * bytes: token `i` ends where token `i + 1` starts, and `start[count]` is the payload's length. The arrays
 * can be longer than `count`.
 */
export interface TokenTable {
  readonly bytes: Uint8Array;
  readonly header: Header;
  readonly count: number;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  /** The tag code page in effect after the token. */
  readonly page: Uint8Array;
  readonly start: Uint32Array;
  /**
   * The element that contains the token, or -1 at the top level. The parent of an END is the parent of the
   * element it closes.
   */
  readonly parent: Int32Array;
  /**
   * For an element: its END or, if that is missing, the token after its last descendant. For any other token:
   * itself.
   */
  readonly close: Uint32Array;
  /** Element or processing instruction with attribute tokens → the token after the last of them. */
  readonly attributesEnd: Sparse<number>;
  /** OPAQUE token whose length was repaired → where its data starts. */
  readonly repairedData: Sparse<ByteRange>;
  readonly malformations: readonly Malformation[];
  /** The code pages of the tags, in order of first use. */
  readonly pagesUsed: readonly number[];
  /**
   * The first tag of a code page at the top level, or -1 if there is none. It identifies the command of a
   * payload, even if a literal tag comes before it.
   */
  readonly rootTag: number;
}

type Column = Uint8Array | Uint32Array | Int32Array;

function growColumn<T extends Column>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

/** The bytes have more tokens than the reader was allowed to make. */
export class TooManyTokensError extends Error {
  override readonly name = "TooManyTokensError";
}

/** A token table under construction. Internal to reading: `finish` returns the readonly table. */
export interface TokenTableBuilder {
  readonly count: () => number;
  readonly add: (kind: TokenKind, start: number, page: number, parent: number, flags: number) => number;
  readonly setClose: (token: number, close: number) => void;
  readonly kindOf: (token: number) => number;
  readonly parentOf: (token: number) => number;
  readonly mark: (token: number, flag: number) => void;
  readonly columns: () => Pick<TokenTable, "kind" | "flags" | "page" | "start" | "parent" | "close">;
}

/**
 * An empty builder for a payload of `length` bytes. It grows as needed, each time to the size predicted by
 * the bytes read so far. It throws a `TooManyTokensError` instead of taking more than `maxTokens`.
 */
export function tokenTableBuilder(length: number, maxTokens = Number.POSITIVE_INFINITY): TokenTableBuilder {
  const maxSize = maxTokens + 1; // one more: start[count] will hold the payload's length
  let size = Math.min(Math.max(64, length >>> 6), maxSize);
  let count = 0;
  let kind = new Uint8Array(size);
  let flags = new Uint8Array(size);
  let page = new Uint8Array(size);
  let start = new Uint32Array(size);
  let parent = new Int32Array(size);
  let close = new Uint32Array(size);

  const grow = (at: number): void => {
    if (size === maxSize) throw new TooManyTokensError(`more than ${maxTokens} tokens`);
    const predicted = Math.min(Math.ceil((count * length * 1.02) / Math.max(at, 1)), length) + 16;
    size = Math.min(Math.max(Math.ceil(size * 1.25), predicted), maxSize);
    kind = growColumn(kind, new Uint8Array(size));
    flags = growColumn(flags, new Uint8Array(size));
    page = growColumn(page, new Uint8Array(size));
    start = growColumn(start, new Uint32Array(size));
    parent = growColumn(parent, new Int32Array(size));
    close = growColumn(close, new Uint32Array(size));
  };

  return {
    count: () => count,
    add: (tokenKind, at, tokenPage, tokenParent, tokenFlags) => {
      if (count + 1 >= size) grow(at);
      kind[count] = tokenKind;
      flags[count] = tokenFlags;
      page[count] = tokenPage;
      start[count] = at;
      parent[count] = tokenParent;
      close[count] = count;
      return count++;
    },
    setClose: (token, end) => {
      close[token] = end;
    },
    kindOf: (token) => kind[token] ?? 0,
    parentOf: (token) => parent[token] ?? -1,
    mark: (token, flag) => {
      flags[token] = (flags[token] ?? 0) | flag;
    },
    columns: () => {
      start[count] = length;
      return { kind, flags, page, start, parent, close };
    },
  };
}

/** The kind of a token; 0, which is not a kind, if there is no such token. */
export function kindOf(table: TokenTable, token: number): number {
  return table.kind[token] ?? 0;
}

/** The flags of a token (`FLAG_…`); 0 if there is no such token. */
export function flagsOf(table: TokenTable, token: number): number {
  return table.flags[token] ?? 0;
}

/** The tag code page in effect after a token; 0 if there is no such token. */
export function pageOf(table: TokenTable, token: number): number {
  return table.page[token] ?? 0;
}

/**
 * Where a token's bytes start; the payload's length for the index after the last token, and 0 if there is no
 * such token.
 */
export function startOf(table: TokenTable, token: number): number {
  return table.start[token] ?? 0;
}

/** Where a token's bytes end. */
export function endOf(table: TokenTable, token: number): number {
  return startOf(table, token + 1);
}

/** The element that contains a token; -1 at the top level, or if there is no such token. */
export function parentOf(table: TokenTable, token: number): number {
  return table.parent[token] ?? -1;
}

/** The token that closes an element, as in `TokenTable.close`; for any other token, the token itself. */
export function closeOf(table: TokenTable, token: number): number {
  return table.close[token] ?? token;
}

/** The bytes of a token. */
export function tokenBytes(table: TokenTable, token: number): Uint8Array {
  return table.bytes.subarray(startOf(table, token), endOf(table, token));
}

/** The byte range of a token. */
export function tokenRange(table: TokenTable, token: number): ByteRange {
  return { start: startOf(table, token), end: endOf(table, token) };
}

/** Whether a token is an element: a tag of the code page, or one that the string table names. */
export function isElement(table: TokenTable, token: number): boolean {
  const kind = kindOf(table, token);
  return kind === TokenKind.Tag || kind === TokenKind.LiteralTag;
}

/** The byte range of a node. */
export function nodeRange(table: TokenTable, token: number): ByteRange {
  return { start: startOf(table, token), end: startOf(table, behindNode(table, token)) };
}

/** The bytes of a node: for an element, including its content and its END. */
export function nodeBytes(table: TokenTable, token: number): Uint8Array {
  const { start, end } = nodeRange(table, token);
  return table.bytes.subarray(start, end);
}

/**
 * The token after a node: after its END, or after its last descendant if END is missing, or after its
 * attributes.
 */
export function behindNode(table: TokenTable, token: number): number {
  const close = closeOf(table, token);
  if (close === token) return table.attributesEnd.get(token) ?? token + 1;
  return hasEnd(table, token) ? close + 1 : close;
}

/** Whether an element has content and a matching END. */
export function hasEnd(table: TokenTable, token: number): boolean {
  const close = closeOf(table, token);
  return (
    close > token &&
    close < table.count &&
    kindOf(table, close) === TokenKind.End &&
    parentOf(table, close) === parentOf(table, token)
  );
}

/**
 * The token after the header that starts at the token `first`; `first` itself if no header starts there. A
 * second version byte starts the header of another document.
 */
export function behindHeader(table: TokenTable, first = 0): number {
  let token = first;
  while (token < table.count && kindOf(table, token) <= TokenKind.StringTable) {
    if (token > first && kindOf(table, token) === TokenKind.Version) break;
    token++;
  }
  return token;
}

/** The token at a byte offset (0 to length - 1); -1 outside the payload. Takes logarithmic time. */
export function tokenAt(table: TokenTable, offset: number): number {
  if (offset < 0 || offset >= table.bytes.length) return -1;
  return bisect(table.count, (token) => startOf(table, token) > offset) - 1;
}
