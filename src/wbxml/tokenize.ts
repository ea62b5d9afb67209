import { byteAt } from "../bytes/byteAt";
import { utf8 } from "../bytes/text";
import { charsetCodec, UTF_8 } from "./charset";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, isGlobal } from "./globalToken";
import { looksLikeText, type ReadHeader, readHeader } from "./header";
import type { MalformationCode } from "./malformation";
import { readAttributes, readInstruction } from "./readAttributes";
import {
  addMalformed,
  NO_ELEMENT,
  type ReadingOptions,
  type ReadState,
  readInteger,
  report,
  startReading,
} from "./reading";
import { checkStringIndex, readString, readValue } from "./readValue";
import { TokenKind, type TokenTable, type TokenTableBuilder, tokenTableBuilder } from "./tokenTable";

/**
 * More than the cost of one string without a terminator, so that a reading that avoids the swallowing is
 * preferred.
 */
const SWALLOWING_COST = 2;

/** A table with more tokens than this takes so much memory that no second one is made beside it. */
const MANY_TOKENS = 1 << 22;
/** So many bytes show whether another reading of a large payload is better. */
const START_BYTES = 1 << 20;

/**
 * Bytes → tokens [WAP-192 5]. Total and lossless: any bytes produce a table whose tokens tile them, and
 * everything that is not WBXML is a malformation with its range.
 *
 * Nearly all payloads are sound, so the bytes are first read as the specification says. Only if that finds
 * malformations are other readings tried. Each reads the whole payload and makes one assumption about the
 * sender: it omits the NUL of strings or the last byte of an OPAQUE length (`repair.ts`), the header is
 * missing, or the header fields are wrong. The readings are compared by the evidence against them. A reading
 * with an assumption wins only if there is less evidence against it, so a sound payload is never read
 * differently.
 *
 * With `maxTokens` it is no longer total: bytes with more tokens throw a `TooManyTokensError`.
 */
export function tokenize(bytes: Uint8Array, maxTokens = Number.POSITIVE_INFINITY): TokenTable {
  if (bytes.length === 0) return makeUntokenized(bytes, "empty-body");
  const header = readHeader(bytes, 0);
  if (header.malformations.some(({ code }) => code === "unknown-version") && looksLikeText(bytes))
    return makeUntokenized(bytes, "not-wbxml");
  const plain = readDocument(bytes, header, { repair: false, maxTokens });
  if (plain.faults === 0) return plain.table;
  if (plain.table.count > MANY_TOKENS) return chooseByStart(bytes, header, plain.table, maxTokens);
  const repaired = readDocument(bytes, header, { repair: true, maxTokens });
  const better = repaired.faults < plain.faults ? repaired : plain;
  const headerless = readDocument(bytes, makeMissingHeader(), { repair: false, maxTokens });
  if (headerless.faults === 0) return headerless.table;
  return tryOtherHeaders(bytes, header, maxTokens) ?? better.table;
}

/**
 * The reading of a large payload with malformations: as the specification says, unless its start alone has
 * less evidence against the repaired one.
 */
function chooseByStart(
  bytes: Uint8Array,
  header: ReadHeader,
  plain: TokenTable,
  maxTokens: number,
): TokenTable {
  const start = bytes.subarray(0, START_BYTES);
  const isBetter =
    readDocument(start, header, { repair: true, maxTokens }).faults <
    readDocument(start, header, { repair: false, maxTokens }).faults;
  return isBetter ? readDocument(bytes, header, { repair: true, maxTokens }).table : plain;
}

/**
 * For a header that can't be right: the reading without a string table, or without a header, if everything
 * else is fine except that the end is cut off. Otherwise there is too little evidence.
 */
function tryOtherHeaders(bytes: Uint8Array, header: ReadHeader, maxTokens: number): TokenTable | undefined {
  const { version = 0 } = header.header;
  const others: ReadHeader[] = [];
  if (header.broken === "truncated-string-table") others.push(dropStringTable(header));
  if (header.broken !== undefined || version === 0 || version > 3) others.push(makeMissingHeader());
  return others
    .map((other) => readDocument(bytes, other, { repair: false, maxTokens }).table)
    .find(isWellToItsEnd);
}

/** Malformations of bytes that end too early or lack their start. */
const CUT: ReadonlySet<MalformationCode> = new Set([
  "missing-header",
  "unknown-version",
  "truncated-string-table",
  "truncated-integer",
  "truncated-token",
  "truncated-opaque",
  "unterminated-string",
  "unclosed-elements",
]);

/**
 * A root with at least one element and one value, no attributes, and no malformation except that it ends too
 * early.
 */
function isWellToItsEnd({ malformations, count, kind, attributesEnd }: TokenTable): boolean {
  const kinds = kind.subarray(0, count);
  const values = kinds.filter((one) => one === TokenKind.InlineString || one === TokenKind.Opaque).length;
  const elements = kinds.filter((one) => one === TokenKind.Tag).length;
  return (
    elements > 1 && values > 0 && attributesEnd.size === 0 && malformations.every(({ code }) => CUT.has(code))
  );
}

/** A header whose string table is longer than the remaining bytes: its length is assumed to be wrong. */
function dropStringTable({ header, tokens, malformations }: ReadHeader): ReadHeader {
  const { start } = header.stringTable;
  return {
    header: { ...header, stringTable: { start, end: start } },
    tokens: tokens.filter(({ kind }) => kind !== TokenKind.StringTable),
    end: start,
    broken: undefined,
    malformations: malformations.map((found) => ({
      ...found,
      range: { start: found.range.start, end: start },
    })),
  };
}

function makeUntokenized(bytes: Uint8Array, code: MalformationCode): TokenTable {
  const builder = tokenTableBuilder(bytes.length);
  if (bytes.length > 0) builder.add(TokenKind.Malformed, 0, 0, NO_ELEMENT, 0);
  return {
    bytes,
    header: { ...makeMissingHeader().header },
    ...finishColumns(builder),
    attributesEnd: new Map(),
    repairedData: new Map(),
    malformations: [{ code, range: { start: 0, end: bytes.length } }],
    pagesUsed: [],
    rootTag: -1,
  };
}

function makeMissingHeader(): ReadHeader {
  return {
    header: {
      version: undefined,
      publicId: 1,
      publicIdIndex: undefined,
      charset: 106,
      stringTable: { start: 0, end: 0 },
    },
    tokens: [],
    end: 0,
    broken: undefined,
    malformations: [{ code: "missing-header", range: { start: 0, end: 0 } }],
  };
}

function finishColumns(
  builder: TokenTableBuilder,
): Pick<TokenTable, "count" | "kind" | "flags" | "page" | "start" | "parent" | "close"> {
  return { count: builder.count(), ...builder.columns() };
}

interface DocumentReading {
  readonly table: TokenTable;
  /**
   * The evidence against this reading: malformations, elements left open, and strings that contain tokens.
   * The cost of a missing header is not counted, and all strings without a terminator count as one: a sender
   * that omits it always omits it.
   */
  readonly faults: number;
}

function readDocument(bytes: Uint8Array, read: ReadHeader, options: ReadingOptions): DocumentReading {
  const reading = startReading(bytes, options);
  takeHeader(reading, read);
  if (read.broken !== undefined) rejectRest(reading);
  else readBody(reading);
  const leftOpen = closeWhatIsOpen(reading);
  return finish(reading, read, leftOpen);
}

function takeHeader(reading: ReadState, { header, tokens, end, malformations }: ReadHeader): void {
  for (const { kind, start } of tokens) reading.builder.add(kind, start, 0, NO_ELEMENT, 0);
  for (const found of malformations)
    report(reading, found.code, found.range.start, found.range.end, found.count);
  reading.version = header.version;
  reading.stringTableLength = header.stringTable.end - header.stringTable.start;
  reading.codec = charsetCodec(header.charset);
  reading.page = 0;
  reading.cursor.at = end;
}

function rejectRest(reading: ReadState): void {
  const { bytes, cursor, builder } = reading;
  if (cursor.at < bytes.length) builder.add(TokenKind.Malformed, cursor.at, 0, NO_ELEMENT, 0);
  cursor.at = bytes.length;
}

/** body = *pi element *pi [WAP-192 5.3], read leniently: anything else is read too, and reported. */
function readBody(reading: ReadState): void {
  const { bytes, cursor } = reading;
  while (cursor.at < bytes.length) {
    if (reading.open === NO_ELEMENT) readTopLevel(reading);
    else readContent(reading);
  }
  if (reading.roots === 0) report(reading, "no-root", bytes.length, bytes.length);
}

function readTopLevel(reading: ReadState): void {
  const { bytes, cursor, builder } = reading;
  const at = cursor.at;
  const byte = byteAt(bytes, at);
  if (byte === GlobalToken.PI) return readInstruction(reading);
  if (reading.roots > 0) reportTrailing(reading, at);
  if (reading.roots > 0 && readNextHeader(reading)) return;
  if (byte === GlobalToken.END) {
    cursor.at++;
    return addMalformed(reading, at, "unexpected-end");
  }
  const before = builder.count();
  readContent(reading);
  if (builder.count() === before) return; // the bytes read joined the malformed bytes before them
  const kind = builder.kindOf(before);
  if (kind === TokenKind.Tag && reading.rootTag < 0) reading.rootTag = before;
  if (kind === TokenKind.Tag || kind === TokenKind.LiteralTag) reading.roots++;
  else if (kind !== TokenKind.SwitchPage && kind !== TokenKind.Malformed && reading.roots === 0)
    report(reading, "content-outside-root", at, cursor.at);
}

/** One malformation for everything after the root, however long it is. */
function reportTrailing(reading: ReadState, at: number): void {
  if (reading.trailing) return;
  reading.trailing = true;
  report(reading, "trailing-bytes", at, reading.bytes.length, reading.bytes.length - at);
}

/**
 * A second document after the first: its header is read as a header, so that its body keeps its meaning. Only
 * if both are in UTF-8, and not for WBXML 1.0, whose first byte reads as a SWITCH_PAGE here.
 */
function readNextHeader(reading: ReadState): boolean {
  const { bytes, cursor, codec } = reading;
  const [version = 0, publicId, charset, stringTable] = bytes.subarray(cursor.at, cursor.at + 4);
  if (
    version === 0 ||
    version > 3 ||
    publicId !== 1 ||
    charset !== UTF_8 ||
    stringTable !== 0 ||
    codec !== utf8
  )
    return false;
  takeHeader(reading, readHeader(bytes, cursor.at));
  return true;
}

/**
 * content = element | string | extension | entity | pi | opaque [WAP-192 5.3], or the END of the open
 * element.
 */
function readContent(reading: ReadState): void {
  const { bytes, cursor } = reading;
  const at = cursor.at++;
  const byte = byteAt(bytes, at);
  if (!isGlobal(byte)) return openElement(reading, at, byte, TokenKind.Tag);
  switch (byte) {
    case GlobalToken.END:
      return closeElement(reading, at);
    case GlobalToken.STR_I:
      return readString(reading, at, TokenKind.InlineString);
    case GlobalToken.SWITCH_PAGE:
      return readSwitchPage(reading, at);
    case GlobalToken.PI:
      cursor.at = at;
      return readInstruction(reading);
    case GlobalToken.LITERAL:
    case GlobalToken.LITERAL_C:
    case GlobalToken.LITERAL_A:
    case GlobalToken.LITERAL_AC:
      return readLiteralTag(reading, at, byte);
    default:
      return readValue(reading, at, byte);
  }
}

/** element = ([switchPage] stag) [1*attribute END] [*content END] [WAP-192 5.3]. */
function openElement(
  reading: ReadState,
  at: number,
  byte: number,
  kind: typeof TokenKind.Tag | typeof TokenKind.LiteralTag,
): void {
  const { builder, page } = reading;
  const element = builder.add(kind, at, page, reading.open, 0);
  if (kind === TokenKind.Tag && reading.pageSeen[page] === 0) {
    reading.pageSeen[page] = 1;
    reading.pagesUsed.push(page);
  }
  if ((byte & ATTRIBUTE_BIT) !== 0) {
    readAttributes(reading, element);
    reading.attributesEnd.set(element, builder.count());
  }
  if ((byte & CONTENT_BIT) === 0) return;
  // any byte except END: there is content, and an END will close it
  builder.setClose(element, element + 1);
  reading.open = element;
  reading.depth++;
}

function readLiteralTag(reading: ReadState, at: number, byte: number): void {
  const index = readInteger(reading, at);
  if (index === undefined) return;
  checkStringIndex(reading, index, at);
  openElement(reading, at, byte, TokenKind.LiteralTag);
}

function closeElement(reading: ReadState, at: number): void {
  const { builder, open } = reading;
  const parent = builder.parentOf(open);
  builder.setClose(open, builder.add(TokenKind.End, at, reading.page, parent, 0));
  reading.open = parent;
  reading.depth--;
}

/** switchPage = SWITCH_PAGE pageindex [WAP-192 5.3]. */
function readSwitchPage(reading: ReadState, at: number): void {
  const page = reading.bytes[reading.cursor.at];
  if (page === undefined) return addMalformed(reading, at, "truncated-token");
  reading.cursor.at++;
  reading.page = page;
  reading.builder.add(TokenKind.SwitchPage, at, page, reading.open, 0);
}

/** Closes all elements that are open at the end of the bytes. Returns their number. */
function closeWhatIsOpen(reading: ReadState): number {
  const { builder } = reading;
  const count = reading.depth;
  for (let element = reading.open; element !== NO_ELEMENT; element = builder.parentOf(element))
    builder.setClose(element, builder.count());
  if (count > 0) report(reading, "unclosed-elements", reading.bytes.length, reading.bytes.length, count);
  return count;
}

function finish(reading: ReadState, read: ReadHeader, leftOpen: number): DocumentReading {
  const { bytes, malformations, malformationCount, unterminated, swallowing } = reading;
  const hidden = malformationCount - malformations.length;
  if (hidden > 0)
    malformations.push({
      code: "too-many-malformations",
      range: { start: 0, end: bytes.length },
      count: hidden,
    });
  const table = {
    bytes,
    header: read.header,
    ...finishColumns(reading.builder),
    attributesEnd: reading.attributesEnd,
    repairedData: reading.repairedData,
    malformations,
    pagesUsed: reading.pagesUsed,
    rootTag: reading.rootTag,
  };
  return {
    table,
    faults: malformationCount - Math.max(unterminated - 1, 0) + leftOpen + SWALLOWING_COST * swallowing,
  };
}
