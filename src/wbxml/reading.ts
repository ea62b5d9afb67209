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

/** What stands in for an element at the top, where there is none. */
export const NO_ELEMENT = -1;

/** All that one reading of a document changes while it goes. */
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
  /** The element, or while its attribute list is read the owner of the list, that new tokens belong to. */
  open: number;
  inAttributes: 0 | typeof FLAG_IN_ATTRIBUTES;
  trailing: boolean;
  depth: number;
  roots: number;
  malformationCount: number;
  /** Strings without a terminator. */
  unterminated: number;
  /**
   * Strings that hold what looks like tokens: one without its terminator swallows all up to the next zero.
   */
  swallowing: number;
}

/** A reading of bytes before its first token. `repair`: try what broken senders are known to do. */
export function startReading(bytes: Uint8Array, repair: boolean): ReadState {
  return {
    bytes,
    builder: tokenTableBuilder(bytes.length),
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
    malformationCount: 0,
    unterminated: 0,
    swallowing: 0,
  };
}

/** Adds a token that is content: what holds it is mixed. Answers the token. */
export function addItem(reading: ReadState, at: number, kind: TokenKind, flags = 0): number {
  if (reading.open >= 0 && reading.inAttributes === 0) reading.builder.mark(reading.open, FLAG_MIXED);
  return reading.builder.add(kind, at, reading.page, reading.open, flags | reading.inAttributes);
}

/**
 * Adds a token of bytes that are none, and reports them; bytes of the same fault next to each other become
 * one token.
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

/** Reports a malformation; beyond the first ten thousand they are counted only. */
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
 * The mb_u_int32 at the cursor, handed to `use`; where it can't be read the token at `at` becomes malformed
 * instead.
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
