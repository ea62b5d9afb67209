/**
 * A charset as exact text: what decodes gives the same bytes back when encoded, or it does not decode at all.
 * `unit` is the width of a code unit in bytes, and so of the terminating zero and of its alignment.
 */
export interface TextCodec {
  readonly label: string;
  readonly unit: 1 | 2 | 4;
  /** The text of the bytes; `undefined` where they are not text in this charset. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
  /**
   * The bytes of the text; `undefined` where it holds a character (or a lone surrogate) that this charset
   * lacks.
   */
  readonly encode: (text: string) => Uint8Array | undefined;
}

const utf8Encoder = new TextEncoder();

function fatalDecoder(label: string): TextCodec["decode"] {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined; // the decoder's way to say "not text in this charset"
    }
  };
}

const ASCII = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));

/**
 * A decoder for which ASCII is ASCII: some platforms (those on ICU) change places of 1A, 1C and 7F in the
 * charsets that came from DOS.
 */
function plainAscii(decode: TextCodec["decode"]): TextCodec["decode"] {
  const asRead = decode(utf8Encoder.encode(ASCII)) ?? ASCII;
  if (asRead === ASCII) return decode;
  const meant = new Map(Array.from(asRead, (char, code) => [char, ASCII.charAt(code)]));
  return (bytes) => decode(bytes)?.replace(/[\x00-\x1f\x7f]/g, (char) => meant.get(char) ?? char);
}

/** UTF-8 [RFC 3629]; a byte order mark is text like any other. */
export const utf8: TextCodec = {
  label: "utf-8",
  unit: 1,
  decode: fatalDecoder("utf-8"),
  encode: (text) => (text.isWellFormed() ? utf8Encoder.encode(text) : undefined),
};

function singleByte(label: string, chars: readonly (string | undefined)[]): TextCodec {
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

/** Fixed-width Unicode: 2 bytes is UTF-16, 4 bytes is UTF-32, in the byte order given. */
function wide(label: string, unit: 2 | 4, littleEndian: boolean): TextCodec {
  const read = (view: DataView, at: number) =>
    unit === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  return {
    label,
    unit,
    decode: (bytes) => {
      if (bytes.length % unit !== 0) return undefined;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
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
      const view = new DataView(out.buffer);
      codes.forEach((code, i) => {
        if (unit === 2) view.setUint16(i * 2, code, littleEndian);
        else view.setUint32(i * 4, code, littleEndian);
      });
      return out;
    },
  };
}

/**
 * A charset of one and two byte characters; its encoder is the decoder turned round, made when first asked
 * for.
 */
function multiByte(label: string): TextCodec {
  const decode = plainAscii(fatalDecoder(label));
  let reverse: Map<string, readonly number[]> | undefined;
  const encode = (text: string): Uint8Array | undefined => {
    reverse ??= reverseTable(decode);
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
      // several byte pairs may mean one character: only the one written again counts as text
      const back = encode(text);
      return back !== undefined && back.length === bytes.length && back.every((byte, i) => byte === bytes[i])
        ? text
        : undefined;
    },
    encode,
  };
}

function reverseTable(decode: TextCodec["decode"]): Map<string, readonly number[]> {
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

function withC1Controls(label: string): TextCodec {
  const chars = decodeEach(label);
  for (let code = 0x80; code < 0xa0; code++) chars[code] = String.fromCharCode(code);
  return singleByte(label, chars);
}

function decodeEach(label: string): (string | undefined)[] {
  const decode = plainAscii(fatalDecoder(label));
  return Array.from({ length: 256 }, (_, byte) => decode(Uint8Array.of(byte)));
}

const latin1 = (label: string, limit: number): TextCodec =>
  singleByte(
    label,
    Array.from({ length: limit }, (_, code) => String.fromCharCode(code)),
  );

/**
 * 80 to 9F of windows-1252; written out, because some versions of Node read that charset as if it were
 * Latin-1.
 */
const WINDOWS_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

function windows1252(): TextCodec {
  const chars = Array.from(
    { length: 256 },
    (_, code) => WINDOWS_1252[code - 0x80] ?? String.fromCharCode(code),
  );
  return singleByte("windows-1252", chars);
}

const MULTI_BYTE = new Set(["shift_jis", "euc-jp", "euc-kr", "big5", "gbk", "gb18030"]);

function makeCodec(label: string): TextCodec {
  switch (label) {
    case "utf-8":
      return utf8;
    case "us-ascii":
      return latin1(label, 128);
    case "iso-8859-1":
      return latin1(label, 256);
    case "windows-1252":
      return windows1252();
    case "utf-16be":
      return wide(label, 2, false);
    case "utf-16le":
      return wide(label, 2, true);
    case "utf-32be":
      return wide(label, 4, false);
    case "utf-32le":
      return wide(label, 4, true);
  }
  if (MULTI_BYTE.has(label)) return multiByte(label);
  return label.startsWith("iso-8859-") ? withC1Controls(label) : singleByte(label, decodeEach(label));
}

const codecs = new Map<string, TextCodec | undefined>();

function supported(label: string): TextCodec | undefined {
  try {
    return makeCodec(label);
  } catch (error) {
    // TextDecoder's word for a label this platform does not have
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The exact codec of a charset, by its label in lower case: utf-8, us-ascii, iso-8859-1 to -16, utf-16be/le,
 * utf-32be/le, shift_jis, euc-jp, euc-kr, big5, gbk, gb18030, windows-125x, koi8-r/u, ibm866, macintosh.
 * `undefined` for a label the platform lacks.
 */
export function textCodec(label: string): TextCodec | undefined {
  if (!codecs.has(label)) codecs.set(label, supported(label));
  return codecs.get(label);
}
