import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { getTextCodec, type TextCodec, utf8 } from "./text";

const ISO = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16]
  .map((part) => `iso-8859-${part}`)
  // not every platform has that one
  .filter((label) => label !== "iso-8859-16" || getTextCodec(label) !== undefined);
const WINDOWS = ["874", "1250", "1251", "1252", "1253", "1254", "1255", "1256", "1257", "1258"].map(
  (page) => `windows-${page}`,
);
const SINGLE = ["us-ascii", ...ISO, ...WINDOWS, "koi8-r", "koi8-u", "ibm866", "macintosh"];
const MULTI = ["shift_jis", "euc-jp", "euc-kr", "big5", "gbk", "gb18030"];
const WIDE = ["utf-16be", "utf-16le", "utf-32be", "utf-32le"];

function codec(label: string): TextCodec {
  const found = getTextCodec(label);
  if (found === undefined) throw new Error(`no codec ${label}`);
  return found;
}

/** Bytes that decode must encode to themselves. */
function isExact({ decode, encode }: TextCodec, bytes: Uint8Array): boolean {
  const text = decode(bytes);
  if (text === undefined) return true;
  const back = encode(text);
  return back !== undefined && back.length === bytes.length && back.every((byte, i) => byte === bytes[i]);
}

describe("text codecs", () => {
  it.each(["utf-8", ...SINGLE, ...MULTI, ...WIDE])(
    "%s: any bytes decode to text that encodes to the same bytes, or do not decode",
    (label) => {
      const tested = codec(label);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
          expect(isExact(tested, bytes)).toBe(true);
        }),
      );
    },
  );

  it.each(["utf-8", ...SINGLE, ...MULTI, ...WIDE])(
    "%s: any text encodes to bytes that decode to the same text, or does not encode",
    (label) => {
      const { encode, decode } = codec(label);
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 12 }), (text) => {
          const bytes = encode(text);
          if (bytes !== undefined) expect(decode(bytes)).toBe(text);
        }),
      );
    },
  );

  it.each([...SINGLE, ...MULTI])("%s: every byte and every pair is exact", (label) => {
    const tested = codec(label);
    const inexact: number[] = [];
    for (let byte = 0; byte < 256; byte++) if (!isExact(tested, Uint8Array.of(byte))) inexact.push(byte);
    if (MULTI.includes(label)) {
      for (let pair = 0x8000; pair < 0x10000; pair++)
        if (!isExact(tested, Uint8Array.of(pair >> 8, pair & 0xff))) inexact.push(pair);
    }
    expect(inexact).toEqual([]);
  });

  it.each(["utf-8", ...SINGLE, ...MULTI])("%s: ASCII is ASCII", (label) => {
    const bytes = Uint8Array.from({ length: 128 }, (_, code) => code);
    expect(codec(label).unit).toBe(1);
    expect(codec(label).decode(bytes)).toBe(String.fromCharCode(...bytes));
  });

  it.each([
    ["utf-8", "é€😀", "C3 A9 E2 82 AC F0 9F 98 80"],
    ["iso-8859-1", "é\u0080ÿ", "E9 80 FF"],
    ["iso-8859-15", "€", "A4"],
    ["iso-8859-5", "Ж", "B6"],
    ["windows-1252", "€\u0081ÿ", "80 81 FF"],
    ["ibm866", "Ж\u001a\u001c\u007f", "86 1A 1C 7F"],
    ["koi8-r", "Ж", "F6"],
    ["shift_jis", "日本ｱ", "93 FA 96 7B B1"],
    ["shift_jis", "\u001a日\u001c\u007f", "1A 93 FA 1C 7F"],
    ["euc-jp", "日本", "C6 FC CB DC"],
    ["euc-kr", "한", "C7 D1"],
    ["big5", "中文", "A4 A4 A4 E5"],
    ["gbk", "中文", "D6 D0 CE C4"],
    ["utf-16be", "é😀", "00 E9 D8 3D DE 00"],
    ["utf-16le", "é😀", "E9 00 3D D8 00 DE"],
    ["utf-32be", "é😀", "00 00 00 E9 00 01 F6 00"],
    ["utf-32le", "é😀", "E9 00 00 00 00 F6 01 00"],
  ])("%s writes %j as %s", (label, text, bytes) => {
    expect(codec(label).encode(text)).toEqual(hex(bytes));
    expect(codec(label).decode(hex(bytes))).toBe(text);
  });

  it.each([
    ["utf-8, a byte that begins nothing", "utf-8", "80"],
    ["utf-8, a sequence that is cut", "utf-8", "E2 82"],
    ["utf-8, a lone surrogate", "utf-8", "ED A0 80"],
    ["utf-8, a longer spelling than needed", "utf-8", "C0 80"],
    ["us-ascii, bit 7 set", "us-ascii", "41 80"],
    ["utf-16be, half a unit", "utf-16be", "00 41 00"],
    ["utf-16be, a lone surrogate", "utf-16be", "00 41 D8 00"],
    ["utf-16le, surrogates the wrong way round", "utf-16le", "00 DE 3D D8"],
    ["utf-32be, beyond Unicode", "utf-32be", "00 11 00 00"],
    ["utf-32le, a surrogate", "utf-32le", "00 D8 00 00"],
    ["shift_jis, a lead byte alone", "shift_jis", "93"],
  ])("has no text for %s", (_, label, bytes) => {
    expect(codec(label).decode(hex(bytes))).toBeUndefined();
  });

  it("has no bytes for a lone surrogate, in any Unicode charset", () => {
    for (const label of ["utf-8", ...WIDE]) {
      expect(codec(label).encode("a\ud800b")).toBeUndefined();
      expect(codec(label).encode("\udc00")).toBeUndefined();
    }
  });

  it("has no bytes for a character that the charset lacks", () => {
    expect(codec("us-ascii").encode("é")).toBeUndefined();
    expect(codec("iso-8859-1").encode("€")).toBeUndefined();
    expect(codec("shift_jis").encode("😀")).toBeUndefined();
    expect(codec("big5").encode("é")).toBeUndefined();
  });

  it("keeps a byte order mark as text", () => {
    expect(utf8.decode(hex("EF BB BF 41"))).toBe("\ufeffA");
    expect(codec("utf-16be").decode(hex("FE FF 00 41"))).toBe("\ufeffA");
  });

  it("knows the width of a code unit, and nothing of other labels", () => {
    expect(["utf-8", "big5", "utf-16le", "utf-32be"].map((label) => codec(label).unit)).toEqual([1, 1, 2, 4]);
    expect(getTextCodec("ebcdic-us")).toBeUndefined();
    expect(getTextCodec("ebcdic-us")).toBeUndefined();
  });
});
