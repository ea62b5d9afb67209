import type { ByteRange } from "../bytes/range";
import { startsWith } from "../bytes/same";
import { charsetCodec, UTF_8 } from "./charset";
import type { Malformation, MalformationCode } from "./malformation";
import { type Cursor, readMbUint32 } from "./mbUint32";
import { type Header, TokenKind } from "./tokenTable";

/** The highest defined version byte: WBXML 1.3 [WAP-192 5.4]. */
export const HIGHEST_VERSION = 0x03;

/** The public identifier for "unknown" [WAP-192 5.5]. */
export const UNKNOWN_PUBLIC_ID = 0x01;

/**
 * The header of every EAS document: WBXML 1.3, no public identifier, UTF-8, no string table [MS-ASWBXML
 * 2.1.2.1].
 */
export const EAS_HEADER: readonly number[] = [HIGHEST_VERSION, UNKNOWN_PUBLIC_ID, UTF_8, 0x00];

/** Whether the EAS header is at offset `at` of the bytes. */
export function hasEasHeader(bytes: Uint8Array, at = 0): boolean {
  return startsWith(bytes, EAS_HEADER, at);
}

/** Whether the bytes have the version and the charset of EAS, whatever the rest of the header is. */
export function hasEasVersionAndCharset(bytes: Uint8Array): boolean {
  return bytes[0] === HIGHEST_VERSION && bytes[2] === UTF_8;
}

const VERSION_1_0 = 0x00;

/** The result of reading a header: its fields, its tokens, where it ends, and what is wrong with it. */
export interface ReadHeader {
  readonly header: Header;
  readonly tokens: readonly { readonly kind: TokenKind; readonly start: number }[];
  readonly end: number;
  /** The malformation that makes it impossible to find a body; `undefined` if reading can continue. */
  readonly broken: MalformationCode | undefined;
  readonly malformations: readonly Malformation[];
}

/**
 * start = version publicid charset strtbl [WAP-192 5.3], starting at `from`. Version 1.0 has no charset
 * field. Total: a header that can't be read is `broken` and has the fields read so far.
 */
export function readHeader(bytes: Uint8Array, from: number): ReadHeader {
  const cursor: Cursor = { at: from };
  const tokens: { kind: TokenKind; start: number }[] = [];
  const field = (kind: TokenKind): number => {
    if (cursor.at >= bytes.length) return -1;
    tokens.push({ kind, start: cursor.at });
    return readMbUint32(bytes, cursor);
  };
  const version = bytes[cursor.at];
  if (version !== undefined) tokens.push({ kind: TokenKind.Version, start: cursor.at++ });
  const publicId = field(TokenKind.PublicId);
  const publicIdIndex = publicId === 0 ? readMbUint32(bytes, cursor) : undefined;
  const charset = version === VERSION_1_0 ? UTF_8 : field(TokenKind.Charset);
  const length = field(TokenKind.StringTableLength);
  const stringTable = { start: cursor.at, end: Math.min(cursor.at + Math.max(length, 0), bytes.length) };
  const read = [publicId, publicIdIndex, charset, length].every((value) => value === undefined || value >= 0);
  const missing = read ? cursor.at + length - bytes.length : 0;
  if (stringTable.end > stringTable.start)
    tokens.push({ kind: TokenKind.StringTable, start: stringTable.start });
  const broken = !read ? "truncated-header" : missing > 0 ? "truncated-string-table" : undefined;
  return {
    header: {
      version,
      publicId: publicId < 0 ? UNKNOWN_PUBLIC_ID : publicId,
      publicIdIndex: publicIdIndex !== undefined && publicIdIndex >= 0 ? publicIdIndex : undefined,
      charset: charset < 0 ? UTF_8 : charset,
      stringTable,
    },
    tokens,
    end: stringTable.end,
    broken,
    malformations: headerMalformations(
      { start: from, end: stringTable.end },
      version,
      charset,
      broken,
      missing,
    ),
  };
}

function headerMalformations(
  range: ByteRange,
  version: number | undefined,
  charset: number,
  broken: MalformationCode | undefined,
  missing: number,
): Malformation[] {
  const found: Malformation[] = [];
  if (version !== undefined && version > HIGHEST_VERSION)
    found.push({ code: "unknown-version", range: { start: range.start, end: range.start + 1 } });
  if (broken === "truncated-string-table") found.push({ code: broken, range, count: missing });
  else if (broken !== undefined) found.push({ code: broken, range });
  else if (charsetCodec(charset) === undefined) found.push({ code: "unknown-charset", range });
  return found;
}

const TEXT_SAMPLE = 64;

/**
 * Whether bytes start like text (markup, HTTP, JSON): no control characters, and a first character that is
 * typical of such texts.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE);
  const printable = sample.every(
    (byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d,
  );
  return printable && /^(?:\xef\xbb\xbf)?\s*[<{["A-Za-z]/.test(String.fromCharCode(...sample));
}
