import { byteAt } from "../bytes/byteAt";
import { printableLength } from "../bytes/utf8";
import { isCommonCharset } from "./charset";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, isGlobal } from "./globalToken";
import { EAS_HEADER, HIGHEST_VERSION, hasEasHeader, hasEasVersionAndCharset } from "./header";
import { type Cursor, readMbUint32 } from "./mbUint32";

/*
 * Measures how much bytes of unknown origin look like WBXML. `tokenize` cannot do that: it is total and turns
 * any bytes into a document. This code walks the grammar strictly, builds no table and no text, and stops at
 * the first byte that contradicts the grammar. Anything that EAS does not send also counts as a
 * contradiction: attribute lists, literals, extensions, a page far above the defined ones, control characters
 * in a string. The score depends on how far the walk got. The walk is bounded, because every candidate format
 * of an input asks for the score of the bytes it decoded.
 */

const { SWITCH_PAGE, END, ENTITY, STR_I, STR_T, OPAQUE } = GlobalToken;

/** Pages above this one count as noise; EAS defines 0 to 25. */
const LAST_PAGE = 31;

/** The most tokens that a walk reads. */
const MOST_TOKENS = 20_000;

/**
 * The result of `tokenEnd` for a byte that does not start a token EAS sends; also stands for a missing byte.
 */
const NO_TOKEN = -1;

/**
 * The offset where the body starts, if the bytes begin with a plausible header: version 00 to 03, publicid, a
 * common charset, string table [WAP-192 5.3]; otherwise `undefined`. `whole` is false if the bytes are the
 * start of something longer.
 */
export function bodyStart(bytes: Uint8Array, whole = true): number | undefined {
  const version = bytes[0];
  if (version === undefined || version > HIGHEST_VERSION) return undefined;
  const cursor: Cursor = { at: 1 };
  const publicId = readMbUint32(bytes, cursor);
  const index = publicId === 0 ? readMbUint32(bytes, cursor) : publicId;
  if (index < 0 || !isCommonCharset(readMbUint32(bytes, cursor))) return undefined;
  const tableLength = readMbUint32(bytes, cursor);
  if (tableLength < 0) return undefined;
  const start = cursor.at + tableLength;
  return start <= bytes.length || !whole ? start : undefined;
}

const EMPTY_TAG = 1;
const OPENING_TAG = 2;

/** For each byte: whether it is a tag without attributes, with or without content, or something else. */
const TAGS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isGlobal(byte) || (byte & ATTRIBUTE_BIT) !== 0) return 0;
  return (byte & CONTENT_BIT) === 0 ? EMPTY_TAG : OPENING_TAG;
});

function isTag(token: number): boolean {
  return TAGS[token] === EMPTY_TAG || TAGS[token] === OPENING_TAG;
}

function opensElement(token: number): boolean {
  return TAGS[token] === OPENING_TAG;
}

/** The offset after the token at `at`; NO_TOKEN if there is no token, NaN if it runs past the end. */
function tokenEnd(bytes: Uint8Array, at: number): number {
  const token = bytes[at] ?? NO_TOKEN;
  switch (token) {
    case SWITCH_PAGE:
      return byteAt(bytes, at + 1) <= LAST_PAGE ? at + 2 : NO_TOKEN;
    case END:
      return at + 1;
    case STR_I:
      return stringEnd(bytes, at + 1);
    case ENTITY:
    case STR_T:
      return operandEnd(bytes, at + 1, false);
    case OPAQUE:
      return operandEnd(bytes, at + 1, true);
    default:
      return isTag(token) ? at + 1 : NO_TOKEN;
  }
}

/**
 * The offset after an integer and, if the integer is a length, after that many bytes; NaN if the integer is
 * cut off.
 */
function operandEnd(bytes: Uint8Array, at: number, isLength: boolean): number {
  const cursor: Cursor = { at };
  const value = readMbUint32(bytes, cursor);
  if (value < 0) return Number.NaN;
  return isLength ? cursor.at + value : cursor.at;
}

function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; ) {
    const byte = byteAt(bytes, at);
    if (byte === 0) return at + 1;
    const length = byte >= 0x20 && byte < 0x80 ? 1 : printableLength(bytes, at); // mostly ASCII: no call
    if (length === 0) return NO_TOKEN;
    at += length;
  }
  return Number.NaN;
}

interface Walk {
  readonly tokens: number;
  /** No byte contradicted the grammar. */
  readonly clean: boolean;
  /** There was exactly one root element, and every element was closed at the end. */
  readonly closed: boolean;
}

function walk(bytes: Uint8Array, from: number): Walk {
  let [depth, tokens, roots] = [0, 0, 0];
  for (let at = from; at < bytes.length && tokens < MOST_TOKENS; tokens++) {
    const token = bytes[at] ?? NO_TOKEN;
    const end = tokenEnd(bytes, at);
    if (Number.isNaN(end) || end > bytes.length) return { tokens, clean: true, closed: false };
    if (depth === 0 && isTag(token)) roots++;
    if (token === END) depth--;
    else if (opensElement(token)) depth++;
    if (end < 0 || depth < 0) return { tokens, clean: false, closed: false };
    at = end;
  }
  return { tokens, clean: true, closed: depth === 0 && roots === 1 };
}

/**
 * How much the bytes look like a document with a header: from 0.3 to 1 for a complete EAS document;
 * `undefined` if there is no plausible header. `whole` is false if the bytes are the start of a longer
 * document.
 */
export function documentScore(bytes: Uint8Array, whole: boolean): number | undefined {
  const start = bodyStart(bytes, whole);
  if (start === undefined) return undefined;
  if (start > bytes.length) return 0.3;
  const { tokens, clean, closed } = walk(bytes, start);
  const eas = hasEasVersionAndCharset(bytes) ? 0.2 : 0;
  if (clean && (closed || !whole)) return 0.8 + eas;
  return 0.45 + eas + (clean ? 0.2 : Math.min(0.15, tokens / 100));
}

/**
 * How much the bytes look like the body of a document whose header is missing: 0 or 0.6. `whole` is false if
 * the bytes are the start of something longer.
 */
export function bodyScore(bytes: Uint8Array, whole: boolean): number {
  const first = bytes[0] === SWITCH_PAGE ? bytes[2] : bytes[0];
  if (first === undefined || !opensElement(first)) return 0;
  const { tokens, clean, closed } = walk(bytes, 0);
  if (!clean || tokens < 4) return 0;
  if (!closed && whole) return 0;
  return bytes.includes(END) && bytes.includes(STR_I) ? 0.6 : 0;
}

/**
 * Where the EAS document that starts at `from` ends (after its root element); `undefined` if it is
 * incomplete.
 */
function documentEnd(bytes: Uint8Array, from: number): number | undefined {
  let depth = 0;
  for (let at = from + EAS_HEADER.length; at < bytes.length; ) {
    const token = bytes[at] ?? NO_TOKEN;
    const end = tokenEnd(bytes, at);
    if (!(end > at) || end > bytes.length) return undefined;
    if (token === END) depth--;
    else if (opensElement(token)) depth++;
    at = end;
    if (depth === 0 && (token === END || isTag(token))) return at;
  }
  return undefined;
}

/**
 * The ends of the complete EAS documents that are directly followed by another one, in order; empty if the
 * bytes are not several documents in a row.
 */
export function documentEnds(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; hasEasHeader(bytes, at); ) {
    const end = documentEnd(bytes, at);
    if (end === undefined || !hasEasHeader(bytes, end)) return ends;
    ends.push(end);
    at = end;
  }
  return ends;
}
