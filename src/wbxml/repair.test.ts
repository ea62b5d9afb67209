import { describe, expect, it } from "vitest";
import { utf8 } from "../bytes/text";
import { hex } from "../testing/bytes";
import { hasShared, needsShared, readSharedBytes } from "../testing/shared";
import { formatBodyTokens, formatTokens } from "../testing/tokens";
import { completeOpaque, endOpaqueBeforeEnds } from "./repair";
import { tokenize } from "./tokenize";
import type { TokenTable } from "./tokenTable";
import { pageOf } from "./tokenTable";
import { parse } from "./tree";

const body = (text: string): TokenTable => tokenize(hex(`03 01 6A 00 ${text}`));
const codes = (table: TokenTable): string[] => table.malformations.map(({ code }) => code);
const ranges = (table: TokenTable): number[][] =>
  table.malformations.map(({ range }) => [range.start, range.end]);

describe("a string without its NUL", () => {
  it("at the end of the document: ends before the END bytes", () => {
    const table = body("45 5C 4F 4B 03 30 01 01 01 01");
    expect(codes(table)).toEqual(["unterminated-string"]);
    expect(ranges(table)).toEqual([[8, 10]]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag 45",
      "Tag 5C",
      "Tag 4F",
      "Tag 4B",
      "InlineString 03 30",
      "End 01",
      "End 01",
      "End 01",
      "End 01",
    ]);
  });

  it.each([
    [
      "an element with a string",
      "45 4F 4B 03 30 01 52 03 31 00 01 01 01",
      ["Tag 52", "InlineString 03 31 00"],
    ],
    [
      "an element with opaque data",
      "45 4F 4B 03 30 01 60 C3 02 41 42 01 52 03 31 00 01 01 01",
      ["Tag 60", "Opaque C3 02 41 42", "End 01", "Tag 52", "InlineString 03 31 00"],
    ],
    [
      "an empty element",
      "45 4F 4B 03 30 01 05 52 03 31 00 01 01 01",
      ["Tag 05", "Tag 52", "InlineString 03 31 00"],
    ],
    [
      "a switch of the page",
      "45 4F 4B 03 30 01 00 11 52 03 31 00 01 01 01",
      ["SwitchPage 00 11", "Tag 52", "InlineString 03 31 00"],
    ],
    [
      "several END and another parent",
      "45 4F 4B 03 30 01 01 4F 4B 03 31 00 01 01 01",
      ["End 01", "Tag 4F", "Tag 4B", "InlineString 03 31 00"],
    ],
  ])("in the middle, before %s: ends before the END it swallowed", (_, text, behind) => {
    const table = body(text);
    expect(codes(table)).toEqual(["unterminated-string"]);
    expect(ranges(table)).toEqual([[7, 9]]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag 45",
      "Tag 4F",
      "Tag 4B",
      "InlineString 03 30",
      "End 01",
      ...behind,
      "End 01",
      "End 01",
      "End 01",
    ]);
  });

  it("is ended in a payload of millions of tokens too, if its start shows that this is better", () => {
    const broken = hex("4B 03 37 01 4B 03 38 01 4B 03 39 00 01"); // the first two lack their NUL
    const bytes = new Uint8Array(4_300_000).fill(0x0b);
    bytes.set(hex("03 01 6A 00 45"));
    bytes.set(broken, 5);
    bytes[bytes.length - 1] = 0x01;
    const table = tokenize(bytes);
    expect(table.malformations.map(({ code }) => code)).toEqual([
      "unterminated-string",
      "unterminated-string",
    ]);
    expect(table.count).toBeGreaterThan(4_200_000);
  });

  it("every time, by a sender that never writes one", () => {
    const table = body("45 4F 4B 03 30 01 52 03 31 01 53 03 32 01 54 03 33 01 55 03 34 01 56 03 35 01 01 01");
    expect(codes(table)).toEqual(Array.from({ length: 6 }, () => "unterminated-string"));
    expect(formatBodyTokens(table).filter((text) => text.startsWith("InlineString"))).toEqual(
      ["30", "31", "32", "33", "34", "35"].map((byte) => `InlineString 03 ${byte}`),
    );
    expect(formatBodyTokens(table).filter((text) => text.startsWith("End"))).toHaveLength(8);
  });

  it("of UTF-16 at the end of the document: runs to the end, and is reported", () => {
    const table = tokenize(hex("03 01 87 75 00 45 03 00 41 00 42"));
    expect(codes(table)).toEqual(["unterminated-string", "unclosed-elements"]);
  });

  it.each([
    ["U+0001 alone", "45 4B 03 30 01 00 01 01"],
    ["U+0001 and letters", "45 4B 03 01 45 46 47 00 01 01"],
    ["U+0003 after a letter", "45 4B 03 45 03 45 00 01 01"],
    ["text, then a second string", "45 4B 03 30 00 03 31 00 01 01"],
  ])("is not assumed in %s", (_, text) => {
    expect(codes(body(text))).toEqual([]);
    expect(
      formatBodyTokens(body(text))
        .join(" ")
        .replace(/[A-Za-z]{2,}/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    ).toBe(text);
  });
});

describe("an OPAQUE length that lacks its last byte", () => {
  const data = "61 ".repeat(1604);

  it("is completed so that an END follows the data", () => {
    const table = body(`45 46 03 31 00 01 50 C3 8C ${data} 01 47 03 32 00 01 01`);
    expect(codes(table)).toEqual(["opaque-length-byte-missing"]);
    expect(ranges(table)).toEqual([[11, 13]]);
    const opaque = formatBodyTokens(table).findIndex((text) => text.startsWith("Opaque")) + 4;
    expect(parse(table).data(opaque)).toEqual({ start: 13, end: 13 + 1604 });
    expect(formatBodyTokens(table).slice(-5)).toEqual([
      "End 01",
      "Tag 47",
      "InlineString 03 32 00",
      "End 01",
      "End 01",
    ]);
  });

  it("is left alone if the length as written leads to an END", () => {
    expect(completeOpaque(hex("C3 81 00 01 01"), 0, 3)).toBeUndefined();
    expect(completeOpaque(hex(`C3 81 ${"61 ".repeat(130)} 01`), 0, 99)).toEqual({ start: 2, end: 132 });
    expect(completeOpaque(hex(`C3 81 ${"61 ".repeat(300)} 01`), 0, 99)).toBeUndefined();
    expect(completeOpaque(hex("C3 05 61 61"), 0, 7)).toBeUndefined();
  });

  it.skipIf(!hasShared)(`as a phone wrote it${needsShared}`, () => {
    const table = tokenize(readSharedBytes("samples/samsung-s6802-mb-bug.wbxml"));
    expect(codes(table)).toEqual(["opaque-length-byte-missing"]);
    const opaque = formatTokens(table).findIndex((text) => text.startsWith("Opaque"));
    const { start, end } = parse(table).data(opaque);
    expect(utf8.decode(table.bytes.subarray(start, end))).toMatch(/^[A-Z][A-Za-z-]+: /);
    expect(formatTokens(table).at(-1)).toBe("End 01");
  });
});

describe("an OPAQUE length past the end", () => {
  it("leaves the END bytes at the very end to the open elements", () => {
    const table = body("45 46 C3 20 61 62 63 01 01");
    expect(codes(table)).toEqual(["truncated-opaque"]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag 45",
      "Tag 46",
      "Opaque C3 20 61 62 63",
      "End 01",
      "End 01",
    ]);
  });

  it("takes no more END bytes than there are open elements", () => {
    expect(endOpaqueBeforeEnds(hex("C3 20 61 01 01 01"), 2, 2)).toBe(4);
    expect(endOpaqueBeforeEnds(hex("C3 20 01 01"), 2, 5)).toBe(2);
    expect(endOpaqueBeforeEnds(hex("C3 20 61"), 2, 5)).toBe(3);
  });

  it("allocates no room for the missing bytes", () => {
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 50; i++) {
      const table = body("45 C3 8F FF FF FF 7F 61 62");
      expect(table.malformations[0]).toEqual({
        code: "truncated-opaque",
        range: { start: 5, end: 13 },
        count: 0xffffffff - 2,
      });
      expect(table.start.length).toBeLessThan(1000);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});

describe("bytes after the root", () => {
  it("are a second document if they have their own header: it starts on page 0 again", () => {
    const table = body("00 11 45 01 03 01 6A 00 45 03 41 00 01");
    expect(table.malformations).toEqual([{ code: "trailing-bytes", range: { start: 8, end: 17 }, count: 9 }]);
    expect(formatTokens(table).slice(7)).toEqual([
      "Version 03",
      "PublicId 01",
      "Charset 6A",
      "StringTableLength 00",
      "Tag 45",
      "InlineString 03 41 00",
      "End 01",
    ]);
    expect(pageOf(table, 11)).toBe(0);
  });

  it("are read as content if they have none", () => {
    const table = body("45 01 46 03 41 00 01 C3 01 FF");
    expect(codes(table)).toEqual(["trailing-bytes"]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag 45",
      "End 01",
      "Tag 46",
      "InlineString 03 41 00",
      "End 01",
      "Opaque C3 01 FF",
    ]);
  });

  it("can be extra END bytes", () => {
    expect(codes(body("45 01 01 01"))).toEqual(["trailing-bytes", "unexpected-end"]);
  });
});

describe("no header", () => {
  it.each([
    ["whose first bytes would do for a header", "45 5C 4F 03 41 00 01 01 01", 7],
    [
      "long enough for the string table they would speak of",
      `45 5C 4F 4B 03 ${"41 ".repeat(90)} 00 01 01 01 01`,
      9,
    ],
    ["that would be one of version 1.0", `00 07 56 52 03 ${"41 ".repeat(90)} 00 01 01`, 6],
  ])("is assumed for a body %s", (_, text, count) => {
    const table = tokenize(hex(text));
    expect(codes(table)).toEqual(["missing-header"]);
    expect(table.count).toBe(count);
    expect(table.header.version).toBeUndefined();
  });

  it("is not assumed if the bytes have fewer malformations with a header, or none", () => {
    expect(codes(body("45 4B 03 31 00"))).toEqual(["unclosed-elements"]);
    expect(formatTokens(tokenize(hex("00 01 00 45 C3 01 41 01")))[0]).toBe("Version 00");
  });

  it("is assumed if the bytes read as a sound body", () => {
    const table = tokenize(hex("00 07 56 52 03 30 00 01 01"));
    expect(codes(table)).toEqual(["missing-header"]);
    expect(formatTokens(table)).toEqual([
      "SwitchPage 00 07",
      "Tag 56",
      "Tag 52",
      "InlineString 03 30 00",
      "End 01",
      "End 01",
    ]);
    expect(table.header.version).toBeUndefined();
  });
});

describe("an impossible header, before a body that was cut off", () => {
  const CUT = "45 5C 4F 4B 03 31 32 33 00 01 52 03 35 00 01 56 47 4C 03 61";

  it("is not a header: the body is read as far as it goes", () => {
    const table = tokenize(hex(CUT));
    expect(codes(table)).toEqual(["missing-header", "unterminated-string", "unclosed-elements"]);
    expect(formatBodyTokens(table).slice(0, 5)).toEqual([
      "Tag 45",
      "Tag 5C",
      "Tag 4F",
      "Tag 4B",
      "InlineString 03 31 32 33 00",
    ]);
  });

  it("is not a header if its first byte is a SWITCH_PAGE", () => {
    const table = tokenize(hex("00 07 56 4C 03 30 00 01 57 03 31"));
    expect(codes(table)).toEqual(["missing-header", "unterminated-string", "unclosed-elements"]);
    expect(formatBodyTokens(table)[0]).toBe("SwitchPage 00 07");
  });

  it("has no string table if that would be longer than the payload", () => {
    const table = tokenize(hex(`03 01 6A 7F ${CUT}`));
    expect(
      table.malformations.map(({ code, range, count }) => [code, range.start, range.end, count]),
    ).toEqual([
      ["truncated-string-table", 0, 4, 107],
      ["unterminated-string", 22, 24, undefined],
      ["unclosed-elements", 24, 24, 6],
    ]);
    expect(formatTokens(table).slice(0, 5)).toEqual([
      "Version 03",
      "PublicId 01",
      "Charset 6A",
      "StringTableLength 7F",
      "Tag 45",
    ]);
  });

  it("is kept if the rest is not a body either", () => {
    expect(codes(tokenize(hex("89 50 4E 47 0D 0A 1A 0A 00 00")))).not.toContain("missing-header");
    expect(codes(tokenize(hex("03 01 6A 7F 01 45 4B")))).toEqual(["truncated-string-table"]);
    expect(codes(tokenize(hex("03 01 6A 7F 45")))).toEqual(["truncated-string-table"]);
  });
});
