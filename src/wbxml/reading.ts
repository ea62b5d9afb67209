import type { ByteRange } from "../bytes/range";
import type { TextCodec } from "../bytes/text";
import type { Malformation, MalformationCode } from "./malformation";
import { type Cursor, MB_OVERFLOW, MB_TRUNCATED, readMbUint32 } from "./mbUint32";
import type { StringScan } from "./stringScan";
import {
  type FLAG_IN_ATTRIBUTES,
  FLAG_MIXED,
  TokenKind,
  type TokenTableBuilder,
  tokenTableBuilder,
} from "./tokenTable";

const MOST_MALFORMATIONS = 10_000;

/** The parent of tokens at the top level, which have no element around them. */
export const NO_ELEMENT = -1;

/** The state of one reading of a document. */
export interface ReadState {
  readonly bytes: Uint8Array;
  readonly builder: TokenTableBuilder;
  readonly cursor: Cursor;
  readonly repair: boolean;
  readonly scan: StringScan;
  readonly malformations: Malformation[];
  readonly attributesEnd: Map<number, number>;
  readonly repairedData: Map<number, ByteRange>;
  readonly pagesUsed: number[];
  readonly pageSeen: Uint8Array;
  version: number | undefined;
  stringTableLength: number;
  codec: TextCodec | undefined;
  page: number;
  /** The owner of new tokens: the open element or, inside an attribute list, the owner of the list. */
  open: number;
  inAttributes: 0 | typeof FLAG_IN_ATTRIBUTES;
  trailing: boolean;
  depth: number;
  roots: number;
  /** The first tag of a code page at the top level; -1 before it. */
  rootTag: number;
  malformationCount: number;
  /** The number of strings without a terminator. */
  unterminated: number;
  /**
   * The number of strings that contain something like tokens: a string without its terminator swallows
   * everything up to the next zero.
   */
  swallowing: number;
}

/** How bytes are read. */
export interface ReadingOptions {
  /** Handle the known mistakes of broken senders. */
  readonly repair: boolean;
  /** Throw a `TooManyTokensError` when there are more tokens. */
  readonly maxTokens: number;
}

/** The state before the first token is read. */
export function startReading(bytes: Uint8Array, { repair, maxTokens }: ReadingOptions): ReadState {
  return {
    bytes,
    builder: tokenTableBuilder(bytes.length, maxTokens),
    cursor: { at: 0 },
    repair,
    scan: { end: 0, ascii: true, holdsEnd: false },
    malformations: [],
    attributesEnd: new Map(),
    repairedData: new Map(),
    pagesUsed: [],
    pageSeen: new Uint8Array(256),
    version: undefined,
    stringTableLength: 0,
    codec: undefined,
    page: 0,
    open: NO_ELEMENT,
    inAttributes: 0,
    trailing: false,
    depth: 0,
    roots: 0,
    rootTag: -1,
    malformationCount: 0,
    unterminated: 0,
    swallowing: 0,
  };
}

/** Adds a content token, which makes its parent mixed. Returns the token. */
export function addItem(reading: ReadState, at: number, kind: TokenKind, flags = 0): number {
  if (reading.open >= 0 && reading.inAttributes === 0) reading.builder.mark(reading.open, FLAG_MIXED);
  return reading.builder.add(kind, at, reading.page, reading.open, flags | reading.inAttributes);
}

/**
 * Adds a token for bytes that can't be read, and reports them. Adjacent bytes with the same malformation
 * become one token.
 */
export function addMalformed(reading: ReadState, at: number, code: MalformationCode): void {
  const last = reading.builder.count() - 1;
  const grows = reading.malformations.at(-1);
  const again =
    reading.builder.kindOf(last) === TokenKind.Malformed && grows?.code === code && grows.range.end === at;
  if (again && reading.builder.parentOf(last) === reading.open) {
    reading.malformations[reading.malformations.length - 1] = {
      code,
      range: { start: grows.range.start, end: reading.cursor.at },
    };
    return;
  }
  addItem(reading, at, TokenKind.Malformed);
  report(reading, code, at, reading.cursor.at);
}

/** Reports a malformation. After the first ten thousand, malformations are only counted. */
export function report(
  reading: ReadState,
  code: MalformationCode,
  start: number,
  end: number,
  count?: number,
): void {
  if (code !== "missing-header") reading.malformationCount++;
  if (reading.malformations.length >= MOST_MALFORMATIONS) return;
  reading.malformations.push(
    count === undefined ? { code, range: { start, end } } : { code, range: { start, end }, count },
  );
}

/**
 * Reads the mb_u_int32 at the cursor and passes it to `use`. If it can't be read, the token at `at` becomes
 * malformed instead.
 */
export function readInteger(reading: ReadState, at: number, use: (value: number) => void): void;
export function readInteger(reading: ReadState, at: number): number | undefined;
export function readInteger(
  reading: ReadState,
  at: number,
  use?: (value: number) => void,
): number | undefined {
  const value = readMbUint32(reading.bytes, reading.cursor);
  if (value === MB_TRUNCATED) addMalformed(reading, at, "truncated-integer");
  else if (value === MB_OVERFLOW) addMalformed(reading, at, "integer-overflow");
  else if (use === undefined) return value;
  else use(value);
  return undefined;
}
