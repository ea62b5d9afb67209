import { byteAt } from "../../bytes/byteAt";
import { append, appendAscii, createGrowingBytes, type GrowingBytes, reserve } from "../../bytes/growing";
import { escapeText, hasForbidden, reference } from "../../xml/write";

/**
 * A growing text that knows its length. It is stored as UTF-8 and becomes one flat string at the end, so that
 * only bytes are left to garbage-collect.
 */
export interface TextSink {
  /** Appends a well-formed text. */
  readonly put: (text: string) => void;
  /** Appends ASCII bytes unchanged. */
  readonly putBytes: (bytes: Uint8Array) => void;
  /**
   * Appends UTF-8 bytes as character data, escaped where necessary. If they contain characters that XML can't
   * contain, invisible characters, or only white space, appends nothing and returns false.
   */
  readonly putData: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** The number of UTF-16 units so far. */
  readonly length: () => number;
  readonly text: () => string;
}

const SHORT = 64;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const LOOK = 1;
const CONTINUES = 2;

/** Lead bytes of U+0080 to U+009F and U+00AD, of U+2028 and U+2029, and of U+FEFF, U+FFFE and U+FFFF. */
const LEADS_TO_UNSEEN = new Set([0xc2, 0xe2, 0xef]);

/**
 * By ASCII code: the escape in character data, as bytes; `undefined` if the character is written literally or
 * XML can't contain it.
 */
const ESCAPES = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  const escaped = char === ">" ? reference(char) : escapeText(char);
  return escaped === char || hasForbidden(char) ? undefined : encoder.encode(escaped);
});

/** By byte: 0 is written literally, 1 needs a check, 2 continues a character. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80 && byte < 0xc0) return CONTINUES;
  if (byte >= 0x80) return LEADS_TO_UNSEEN.has(byte) || byte >= 0xf0 ? LOOK : 0;
  return hasForbidden(String.fromCharCode(byte)) || ESCAPES[byte] !== undefined ? LOOK : 0;
});

const BRACKET = 0x5d;
const GREATER = 0x3e;

/** An empty sink with an initial capacity of `capacity` bytes. */
export function textSink(capacity: number): TextSink {
  const out = createGrowingBytes(capacity);
  let beyondAscii = 0; // UTF-8 bytes that don't add a UTF-16 unit
  return {
    put: (text) => {
      if (text.length <= SHORT && appendAscii(out, text)) return;
      beyondAscii += appendEncoded(out, text) - text.length;
    },
    putBytes: (bytes) => append(out, bytes),
    putData: (bytes, start, end) => {
      const beyond = isBlank(bytes, start, end) ? IMPOSSIBLE : appendData(out, bytes, start, end);
      if (beyond === IMPOSSIBLE) return false;
      beyondAscii += beyond;
      return true;
    },
    length: () => out.length - beyondAscii,
    text: () => decoder.decode(out.buffer.subarray(0, out.length)),
  };
}

/** Appends a text as UTF-8 and returns the number of bytes. */
function appendEncoded(out: GrowingBytes, text: string): number {
  reserve(out, text.length * 3);
  const { written } = encoder.encodeInto(text, out.buffer.subarray(out.length));
  out.length += written;
  return written;
}

const IMPOSSIBLE = -1;

/**
 * Appends character data and returns how many of its bytes don't add a UTF-16 unit; appends nothing if the
 * result is IMPOSSIBLE.
 */
function appendData(out: GrowingBytes, bytes: Uint8Array, start: number, end: number): number {
  const before = out.length;
  let beyond = 0;
  let clean = start; // start of the part that is not copied yet
  for (let i = start; i < end; i++) {
    while (i + 4 < end && arePlain(bytes, i)) i += 4;
    const byte = byteAt(bytes, i);
    const kind = byteAt(CLASSES, byte);
    beyond += kind >> 1;
    if (kind !== LOOK) continue;
    const escape = escapeAt(bytes, start, i);
    if (escape === false) {
      out.length = before;
      return IMPOSSIBLE;
    }
    if (escape === undefined) {
      if (byte >= 0xf0) beyond--; // a surrogate pair: two units
      continue;
    }
    append(out, bytes, clean, i);
    append(out, escape);
    clean = i + 1;
  }
  append(out, bytes, clean, end);
  return beyond;
}

/** Whether the next four bytes are all written literally: four at a time cost little more than one. */
function arePlain(bytes: Uint8Array, at: number): boolean {
  const kinds =
    byteAt(CLASSES, byteAt(bytes, at)) |
    byteAt(CLASSES, byteAt(bytes, at + 1)) |
    byteAt(CLASSES, byteAt(bytes, at + 2)) |
    byteAt(CLASSES, byteAt(bytes, at + 3));
  return kinds === 0;
}

/** Only white space, or nothing. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && byteAt(bytes, at) <= 0x20) at++;
  return at === end;
}

/**
 * What replaces the byte at `at` of a text: its escape, nothing (`undefined`, it is written literally), or
 * false if it can't be written from bytes.
 */
function escapeAt(bytes: Uint8Array, start: number, at: number): Uint8Array | undefined | false {
  const byte = byteAt(bytes, at);
  if (byte === GREATER)
    return at >= start + 2 && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET
      ? ESCAPES[byte]
      : undefined;
  if (byte < 0x80) return ESCAPES[byte] ?? false;
  return isUnseen(byte, byteAt(bytes, at + 1), byteAt(bytes, at + 2)) ? false : undefined;
}

function isUnseen(first: number, second: number, third: number): boolean {
  if (first === 0xc2) return second < 0xa0 || second === 0xad;
  if (first === 0xe2) return second === 0x80 && (third === 0xa8 || third === 0xa9);
  return first === 0xef && ((second === 0xbb && third === 0xbf) || (second === 0xbf && third >= 0xbe));
}
