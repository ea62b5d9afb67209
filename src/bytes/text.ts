import { createView } from "./integers";
import { isSameBytes } from "./same";
/**
 * A charset as an exact codec: what decodes also encodes back to the same bytes; anything else does not
 * decode. `unit` is the width of a code unit in bytes, and so of the terminating zero and its alignment.
 */
export interface TextCodec {
  readonly label: string;
  readonly unit: 1 | 2 | 4;
  /** Decodes the bytes, or returns `undefined` if they are not text in this charset. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
  /**
   * Encodes the text, or returns `undefined` if it contains a character (or a lone surrogate) that this
   * charset lacks.
   */
  readonly encode: (text: string) => Uint8Array | undefined;
}

const utf8Encoder = new TextEncoder();

function makeFatalDecoder(label: string): TextCodec["decode"] {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined; // TextDecoder throws for bytes that are not text in this charset
    }
  };
}

const ASCII = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));

/**
 * A decoder that maps ASCII to ASCII: some platforms (those that use ICU) swap 1A, 1C and 7F in charsets that
 * come from DOS.
 */
function withPlainAscii(decode: TextCodec["decode"]): TextCodec["decode"] {
  const asRead = decode(utf8Encoder.encode(ASCII)) ?? ASCII;
  if (asRead === ASCII) return decode;
  const meant = new Map(Array.from(asRead, (char, code) => [char, ASCII.charAt(code)]));
  return (bytes) => decode(bytes)?.replace(/[\x00-\x1f\x7f]/g, (char) => meant.get(char) ?? char);
}

/** UTF-8 [RFC 3629]; a byte order mark is text like any other. */
export const utf8: TextCodec = {
  label: "utf-8",
  unit: 1,
  decode: makeFatalDecoder("utf-8"),
  encode: (text) => (text.isWellFormed() ? utf8Encoder.encode(text) : undefined),
};

function makeSingleByteCodec(label: string, chars: readonly (string | undefined)[]): TextCodec {
  const codes = new Map(chars.flatMap((char, code) => (char === undefined ? [] : [[char, code] as const])));
  return {
    label,
    unit: 1,
    decode: (bytes) => {
      const out: string[] = [];
      for (const byte of bytes) {
        const char = chars[byte];
        if (char === undefined) return undefined;
        out.push(char);
      }
      return out.join("");
    },
    encode: (text) => {
      const out = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = codes.get(text.charAt(i));
        if (code === undefined) return undefined;
        out[i] = code;
      }
      return out;
    },
  };
}

/** Fixed-width Unicode: 2 bytes for UTF-16, 4 bytes for UTF-32, in the given byte order. */
function makeWideCodec(label: string, unit: 2 | 4, littleEndian: boolean): TextCodec {
  const read = (view: DataView, at: number) =>
    unit === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  return {
    label,
    unit,
    decode: (bytes) => {
      if (bytes.length % unit !== 0) return undefined;
      const view = createView(bytes);
      const out: string[] = [];
      for (let at = 0; at < bytes.length; at += unit) {
        const code = read(view, at);
        if (unit === 4 && (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))) return undefined;
        out.push(unit === 2 ? String.fromCharCode(code) : String.fromCodePoint(code));
      }
      const text = out.join("");
      return text.isWellFormed() ? text : undefined;
    },
    encode: (text) => {
      if (!text.isWellFormed()) return undefined;
      const codes =
        unit === 2
          ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
          : Array.from(text, (char) => char.codePointAt(0) ?? 0);
      const out = new Uint8Array(codes.length * unit);
      const view = createView(out);
      codes.forEach((code, i) => {
        if (unit === 2) view.setUint16(i * 2, code, littleEndian);
        else view.setUint32(i * 4, code, littleEndian);
      });
      return out;
    },
  };
}

/** A charset of one- and two-byte characters. Its encoder is the decoder reversed, built on first use. */
function makeMultiByteCodec(label: string): TextCodec {
  const decode = withPlainAscii(makeFatalDecoder(label));
  let reverse: Map<string, readonly number[]> | undefined;
  const encode = (text: string): Uint8Array | undefined => {
    reverse ??= buildReverseTable(decode);
    const out: number[] = [];
    for (const char of text) {
      const code = reverse.get(char);
      if (code === undefined) return undefined;
      for (const byte of code) out.push(byte);
    }
    return Uint8Array.from(out);
  };
  return {
    label,
    unit: 1,
    decode: (bytes) => {
      const text = decode(bytes);
      if (text === undefined || bytes.every((byte) => byte < 0x80)) return text;
      // several byte pairs may mean one character: only the pair that encoding gives back counts as text
      const back = encode(text);
      return back !== undefined && isSameBytes(back, bytes) ? text : undefined;
    },
    encode,
  };
}

function buildReverseTable(decode: TextCodec["decode"]): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const learn = (...code: number[]): void => {
    const text = decode(Uint8Array.from(code));
    if (text !== undefined && Array.from(text).length === 1 && !table.has(text)) table.set(text, code);
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  for (let lead = 0x80; lead < 0x100; lead++)
    for (let trail = 0x40; trail < 0x100; trail++) learn(lead, trail);
  return table;
}

function makeC1Codec(label: string): TextCodec {
  const chars = decodeEach(label);
  for (let code = 0x80; code < 0xa0; code++) chars[code] = String.fromCharCode(code);
  return makeSingleByteCodec(label, chars);
}

function decodeEach(label: string): (string | undefined)[] {
  const decode = withPlainAscii(makeFatalDecoder(label));
  return Array.from({ length: 256 }, (_, byte) => decode(Uint8Array.of(byte)));
}

const makeLatin1Codec = (label: string, limit: number): TextCodec =>
  makeSingleByteCodec(
    label,
    Array.from({ length: limit }, (_, code) => String.fromCharCode(code)),
  );

/**
 * Characters 80 to 9F of windows-1252, written out because some versions of Node decode that charset as
 * Latin-1.
 */
const WINDOWS_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

function makeWindows1252Codec(): TextCodec {
  const chars = Array.from(
    { length: 256 },
    (_, code) => WINDOWS_1252[code - 0x80] ?? String.fromCharCode(code),
  );
  return makeSingleByteCodec("windows-1252", chars);
}

const MULTI_BYTE = new Set(["shift_jis", "euc-jp", "euc-kr", "big5", "gbk", "gb18030"]);

function makeCodec(label: string): TextCodec {
  switch (label) {
    case "utf-8":
      return utf8;
    case "us-ascii":
      return makeLatin1Codec(label, 128);
    case "iso-8859-1":
      return makeLatin1Codec(label, 256);
    case "windows-1252":
      return makeWindows1252Codec();
    case "utf-16be":
      return makeWideCodec(label, 2, false);
    case "utf-16le":
      return makeWideCodec(label, 2, true);
    case "utf-32be":
      return makeWideCodec(label, 4, false);
    case "utf-32le":
      return makeWideCodec(label, 4, true);
  }
  if (MULTI_BYTE.has(label)) return makeMultiByteCodec(label);
  return label.startsWith("iso-8859-") ? makeC1Codec(label) : makeSingleByteCodec(label, decodeEach(label));
}

const codecs = new Map<string, TextCodec | undefined>();

function tryMakeCodec(label: string): TextCodec | undefined {
  try {
    return makeCodec(label);
  } catch (error) {
    // TextDecoder throws a RangeError for a label that the platform does not support
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The exact codec of a charset, by its lower-case label: utf-8, us-ascii, iso-8859-1 to -16, utf-16be/le,
 * utf-32be/le, shift_jis, euc-jp, euc-kr, big5, gbk, gb18030, windows-125x, koi8-r/u, ibm866, macintosh.
 * `undefined` if the platform does not support the label.
 */
export function getTextCodec(label: string): TextCodec | undefined {
  if (!codecs.has(label)) codecs.set(label, tryMakeCodec(label));
  return codecs.get(label);
}
