import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { formatBodyTokens, formatTokens } from "../testing/tokens";
import { GlobalToken } from "./globalToken";
import { tokenize } from "./tokenize";
import {
  closeOf,
  FLAG_ASCII,
  FLAG_IN_ATTRIBUTES,
  FLAG_MIXED,
  FLAG_UTF_8,
  flagsOf,
  hasEnd,
  kindOf,
  nodeRange,
  parentOf,
  TokenKind,
  tokenAt,
  tokenRange,
} from "./tokenTable";

/** A body after the EAS header or, if requested, after a header with the string table "ab", "c". */
const body = (text: string, header = "03 01 6A 00"): Uint8Array => hex(`${header} ${text}`);
const WITH_STRINGS = "03 01 6A 05 61 62 00 63 00";

interface Case {
  readonly bytes: Uint8Array;
  readonly tokens: readonly string[];
}

/** Each global token in an allowed place. The type requires all of them. */
const GLOBAL_TOKENS: Readonly<Record<keyof typeof GlobalToken, Case>> = {
  SWITCH_PAGE: { bytes: body("00 11 05"), tokens: ["SwitchPage 00 11", "Tag 05"] },
  END: { bytes: body("45 01"), tokens: ["Tag 45", "End 01"] },
  ENTITY: { bytes: body("45 02 81 20 01"), tokens: ["Tag 45", "Entity 02 81 20", "End 01"] },
  STR_I: { bytes: body("45 03 41 42 00 01"), tokens: ["Tag 45", "InlineString 03 41 42 00", "End 01"] },
  LITERAL: { bytes: body("04 03", WITH_STRINGS), tokens: ["LiteralTag 04 03"] },
  EXT_I_0: { bytes: body("45 40 41 00 01"), tokens: ["Tag 45", "ExtensionString 40 41 00", "End 01"] },
  EXT_I_1: { bytes: body("45 41 00 01"), tokens: ["Tag 45", "ExtensionString 41 00", "End 01"] },
  EXT_I_2: { bytes: body("45 42 41 00 01"), tokens: ["Tag 45", "ExtensionString 42 41 00", "End 01"] },
  PI: {
    bytes: body("43 05 85 01 05"),
    tokens: ["Instruction 43", "AttributeStart 05", "AttributeValue 85", "AttributesEnd 01", "Tag 05"],
  },
  LITERAL_C: {
    bytes: body("44 00 03 78 00 01", WITH_STRINGS),
    tokens: ["LiteralTag 44 00", "InlineString 03 78 00", "End 01"],
  },
  EXT_T_0: { bytes: body("45 80 07 01"), tokens: ["Tag 45", "ExtensionInteger 80 07", "End 01"] },
  EXT_T_1: { bytes: body("45 81 81 00 01"), tokens: ["Tag 45", "ExtensionInteger 81 81 00", "End 01"] },
  EXT_T_2: { bytes: body("45 82 00 01"), tokens: ["Tag 45", "ExtensionInteger 82 00", "End 01"] },
  STR_T: { bytes: body("45 83 03 01", WITH_STRINGS), tokens: ["Tag 45", "TableString 83 03", "End 01"] },
  LITERAL_A: {
    bytes: body("84 00 05 01", WITH_STRINGS),
    tokens: ["LiteralTag 84 00", "AttributeStart 05", "AttributesEnd 01"],
  },
  EXT_0: { bytes: body("45 C0 01"), tokens: ["Tag 45", "ExtensionByte C0", "End 01"] },
  EXT_1: { bytes: body("45 C1 01"), tokens: ["Tag 45", "ExtensionByte C1", "End 01"] },
  EXT_2: { bytes: body("45 C2 01"), tokens: ["Tag 45", "ExtensionByte C2", "End 01"] },
  OPAQUE: { bytes: body("45 C3 03 00 01 FF 01"), tokens: ["Tag 45", "Opaque C3 03 00 01 FF", "End 01"] },
  LITERAL_AC: {
    bytes: body("C4 00 05 01 05 01", WITH_STRINGS),
    tokens: ["LiteralTag C4 00", "AttributeStart 05", "AttributesEnd 01", "Tag 05", "End 01"],
  },
};

describe("the global tokens [WAP-192 7.1]", () => {
  it.each(Object.entries(GLOBAL_TOKENS))("%s", (name, { bytes, tokens }) => {
    const table = tokenize(bytes);
    expect(table.malformations).toEqual([]);
    expect(formatBodyTokens(table)).toEqual(tokens);
    const token = GlobalToken[name as keyof typeof GlobalToken];
    expect(tokens.some((text) => Number.parseInt(text.split(" ")[1] ?? "", 16) === token)).toBe(true);
  });

  it("are the identities 0 to 4 with each of the four bits, and no others", () => {
    const expected = [0x00, 0x40, 0x80, 0xc0].flatMap((bits) =>
      [0, 1, 2, 3, 4].map((identity) => bits | identity),
    );
    expect(Object.values(GlobalToken).sort((a, b) => a - b)).toEqual(expected);
  });
});

describe("the header", () => {
  it("consists of tokens like everything else", () => {
    expect(formatTokens(tokenize(body("05", WITH_STRINGS)))).toEqual([
      "Version 03",
      "PublicId 01",
      "Charset 6A",
      "StringTableLength 05",
      "StringTable 61 62 00 63 00",
      "Tag 05",
    ]);
    expect(formatTokens(tokenize(hex("03 00 80 00 81 6A 00 05")))).toEqual([
      "Version 03",
      "PublicId 00 80 00",
      "Charset 81 6A",
      "StringTableLength 00",
      "Tag 05",
    ]);
  });
});

describe("an attribute list [WAP-192 5.3]", () => {
  it("contains start and value tokens, strings, and all other values", () => {
    const list = "05 03 41 00 83 00 02 20 C3 01 FF 85 00 01 06 04 03 40 41 00 80 05 C0 01";
    const table = tokenize(body(`85 ${list}`, WITH_STRINGS));
    expect(table.malformations).toEqual([]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag 85",
      "AttributeStart 05",
      "InlineString 03 41 00",
      "TableString 83 00",
      "Entity 02 20",
      "Opaque C3 01 FF",
      "AttributeValue 85",
      "AttributeSwitchPage 00 01",
      "AttributeStart 06",
      "AttributeLiteral 04 03",
      "ExtensionString 40 41 00",
      "ExtensionInteger 80 05",
      "ExtensionByte C0",
      "AttributesEnd 01",
    ]);
    const owner = tokenAt(table, 9);
    expect(table.attributesEnd).toEqual(new Map([[owner, table.count]]));
    for (let token = owner + 1; token < table.count; token++) {
      expect(parentOf(table, token)).toBe(owner);
      expect(flagsOf(table, token) & FLAG_IN_ATTRIBUTES).toBe(FLAG_IN_ATTRIBUTES);
    }
  });

  it("has its own code page: the tags' page stays", () => {
    const table = tokenize(body("C5 00 05 06 01 07 01"));
    expect(table.malformations).toEqual([]);
    expect(formatBodyTokens(table)).toEqual([
      "Tag C5",
      "AttributeSwitchPage 00 05",
      "AttributeStart 06",
      "AttributesEnd 01",
      "Tag 07",
      "End 01",
    ]);
    expect(table.pagesUsed).toEqual([0]);
  });

  it("does not make its owner's content mixed", () => {
    const table = tokenize(body("C5 06 03 41 00 01 07 01"));
    expect(flagsOf(table, 4) & FLAG_MIXED).toBe(0);
  });

  it("can belong to an instruction inside an element", () => {
    expect(formatBodyTokens(tokenize(body("45 43 05 01 06 01")))).toEqual([
      "Tag 45",
      "Instruction 43",
      "AttributeStart 05",
      "AttributesEnd 01",
      "Tag 06",
      "End 01",
    ]);
  });
});

describe("the table", () => {
  const table = tokenize(body("45 00 11 4A 03 41 00 01 00 12 05 01 (trailing) 07"));

  it("knows the page in effect after each token; END does not restore it", () => {
    expect(formatBodyTokens(table)).toEqual([
      "Tag 45",
      "SwitchPage 00 11",
      "Tag 4A",
      "InlineString 03 41 00",
      "End 01",
      "SwitchPage 00 12",
      "Tag 05",
      "End 01",
      "Tag 07",
    ]);
    expect([...table.page.subarray(4, table.count)]).toEqual([0, 17, 17, 17, 17, 18, 18, 18, 18]);
    expect(table.pagesUsed).toEqual([0, 17, 18]);
  });

  it("knows the parent of a token and what closes an element", () => {
    expect([...table.parent.subarray(4, table.count)]).toEqual([-1, 4, 4, 6, 4, 4, 4, -1, -1]);
    expect([4, 6, 10].map((token) => closeOf(table, token))).toEqual([11, 8, 10]);
    expect([4, 6, 7, 10].map((token) => hasEnd(table, token))).toEqual([true, true, false, false]);
    expect(nodeRange(table, 4)).toEqual({ start: 4, end: 16 });
    expect(nodeRange(table, 6)).toEqual({ start: 7, end: 12 });
  });

  it("knows which elements are mixed and which text is ASCII or UTF-8", () => {
    const mixed = tokenize(body("45 46 03 C3 A9 00 01 47 03 41 00 48 01 01 01"));
    const flags = (kind: number): number[] =>
      Array.from({ length: mixed.count }, (_, i) => i)
        .filter((i) => kindOf(mixed, i) === kind)
        .map((i) => flagsOf(mixed, i));
    expect(flags(TokenKind.Tag)).toEqual([0, FLAG_MIXED, FLAG_MIXED, 0]);
    expect(flags(TokenKind.InlineString)).toEqual([FLAG_UTF_8, FLAG_ASCII | FLAG_UTF_8]);
    const notText = tokenize(body("45 03 FF 00 01"));
    const latin1 = tokenize(body("45 03 E9 00 03 41 00 01", "03 01 04 00"));
    expect(flagsOf(notText, 5)).toBe(0);
    expect([flagsOf(latin1, 5), flagsOf(latin1, 6)]).toEqual([0, FLAG_ASCII | FLAG_UTF_8]);
  });

  it("finds the token of an offset", () => {
    for (let token = 0; token < table.count; token++) {
      const { start, end } = tokenRange(table, token);
      for (let offset = start; offset < end; offset++) expect(tokenAt(table, offset)).toBe(token);
    }
    expect([tokenAt(table, -1), tokenAt(table, table.bytes.length)]).toEqual([-1, -1]);
  });
});

describe("unusual but legal", () => {
  it.each([
    ["a switch that changes nothing", "00 00 00 11 00 11 45 00 11 46 01 01"],
    ["a switch before END and after the last tag", "45 46 00 11 01 00 12 01"],
    ["several strings in a row, including empty ones", "45 03 00 03 41 00 03 00 01"],
    ["content bit without content", "45 46 01 01"],
    ["an empty OPAQUE", "45 C3 00 01"],
    ["integers longer than needed", "45 02 80 80 80 80 41 C3 80 01 41 01"],
    ["an OPAQUE that holds token bytes", "45 C3 05 00 01 03 C3 FF 01"],
    ["a root without content", "05"],
    ["a page that EAS lacks", "00 FF 45 01"],
  ])("%s is not a malformation", (_, text) => {
    expect(tokenize(body(text)).malformations).toEqual([]);
  });

  it("an OPAQUE whose data ends with END bytes keeps them", () => {
    expect(formatBodyTokens(tokenize(body("45 46 C3 02 01 01 01 01")))).toEqual([
      "Tag 45",
      "Tag 46",
      "Opaque C3 02 01 01",
      "End 01",
      "End 01",
    ]);
  });
});

describe("other charsets", () => {
  it.each([
    ["UTF-16BE", "03 01 87 75 00", "03 00 41 01 00 00 00"],
    ["UTF-16LE", "03 01 87 76 00", "03 41 00 00 01 00 00"],
    ["UTF-32BE", "03 01 87 7A 00", "03 00 00 00 41 00 00 01 00 00 00 00 00"],
  ])("%s: a string ends at a code unit of zero, not at a byte", (_, header, string) => {
    const table = tokenize(body(`45 ${string} 01`, header));
    expect(table.malformations).toEqual([]);
    expect(formatBodyTokens(table)).toEqual(["Tag 45", `InlineString ${string}`, "End 01"]);
  });

  it("an unknown one: strings end at a zero byte, and only the charset is reported", () => {
    const table = tokenize(body("45 03 FF FE 00 01", "03 01 01 00"));
    expect(table.malformations.map(({ code }) => code)).toEqual(["unknown-charset"]);
    expect(formatBodyTokens(table)).toEqual(["Tag 45", "InlineString 03 FF FE 00", "End 01"]);
  });
});

describe("a document after another", () => {
  it("is recognised if its header can't be content: version 1.1 to 1.3, both in UTF-8", () => {
    const behind = (first: string, header: string): string[] =>
      formatBodyTokens(tokenize(hex(`${first} 05 ${header} 05`)));
    expect(behind("03 01 6A 00", "03 01 6A 00")).toEqual(["Tag 05", "Tag 05"]);
    expect(behind("03 01 00 00", "01 01 6A 00")).toEqual(["Tag 05", "Tag 05"]);
    expect(behind("03 01 6A 00", "00 01 6A 00")).toEqual([
      "Tag 05",
      "SwitchPage 00 01",
      "Tag 6A",
      "SwitchPage 00 05",
    ]);
    expect(behind("03 01 04 00", "03 01 6A 00")).toEqual(["Tag 05", "InlineString 03 01 6A 00", "Tag 05"]);
  });
});
