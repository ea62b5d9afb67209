import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex";
import { hex } from "../testing/bytes";
import { TAG_NUMBERS, tagNumber } from "./codeSpace";
import { tokenize } from "./tokenize";
import { behindNode, kindOf, TokenKind } from "./tokenTable";
import {
  behindChild,
  contentEnd,
  contentStart,
  firstChildren,
  hasContent,
  integerOperand,
  isNode,
  parse,
  rootElement,
  type Tree,
  tableString,
  tagIdentity,
  tagNumberAt,
} from "./tree";

const WITH_STRINGS = "03 01 6A 06 61 62 00 C3 A9 00";
const tree = (text: string, header = "03 01 6A 00"): Tree => parse(tokenize(hex(`${header} ${text}`)));

function only(found: Tree, kind: TokenKind): number {
  const token = found.tokens.kind.indexOf(kind);
  expect(token).toBeGreaterThanOrEqual(0);
  return token;
}

function data(found: Tree, token: number): string {
  const { start, end } = found.data(token);
  return toHex(found.tokens.bytes.subarray(start, end));
}

describe("the tree", () => {
  it("has elements and leaves as nodes, but not switches, ENDs and attribute tokens", () => {
    const found = tree("45 00 11 C6 05 85 01 03 41 00 01 07 C3 01 FF 01");
    const root = found.roots();
    expect(root).toEqual([4]);
    const children = found.children(4);
    expect(children.map((node) => kindOf(found.tokens, node))).toEqual([
      TokenKind.Tag,
      TokenKind.Tag,
      TokenKind.Opaque,
    ]);
    expect(found.children(children[0] ?? -1).map((node) => kindOf(found.tokens, node))).toEqual([
      TokenKind.InlineString,
    ]);
    expect(found.children(children[1] ?? -1)).toEqual([]);
    expect(found.children(children[2] ?? -1)).toEqual([]);
    const nodes = Array.from({ length: found.tokens.count }, (_, token) => token).filter((token) =>
      isNode(found.tokens, token),
    );
    expect(nodes).toHaveLength(5);
  });

  it("lists the first children of an element, as many as are wanted", () => {
    const found = tree("45 00 11 06 00 00 05 C3 01 FF 01");
    const [root = -1] = found.roots();
    const all = found.children(root);
    expect(all).toHaveLength(3);
    expect([0, 1, 2, 3, 4].map((most) => firstChildren(found.tokens, root, most))).toEqual(
      [0, 1, 2, 3, 3].map((count) => all.slice(0, count)),
    );
    expect(firstChildren(found.tokens, all[0] ?? -1, 1)).toEqual([]);
    expect(firstChildren(found.tokens, all[2] ?? -1, 1)).toEqual([]);
  });

  it("has every root, including instructions and malformed bytes", () => {
    const found = tree("43 05 01 01 45 01 07");
    expect(found.roots().map((node) => kindOf(found.tokens, node))).toEqual([
      TokenKind.Instruction,
      TokenKind.Malformed,
      TokenKind.Tag,
      TokenKind.Tag,
    ]);
  });

  it("uses the available bytes if END is missing", () => {
    const found = tree("45 46 03 41 00 47");
    expect(found.children(4)).toEqual([5]);
    expect(found.children(5).map((node) => kindOf(found.tokens, node))).toEqual([
      TokenKind.InlineString,
      TokenKind.Tag,
    ]);
    expect(contentEnd(found.tokens, 4)).toBe(found.tokens.count);
  });

  it("distinguishes content from none, and finds where it starts and ends", () => {
    const { tokens } = tree("C5 06 01 07 01");
    expect([hasContent(tokens, 4), hasContent(tokens, 7), hasContent(tokens, 8)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([contentStart(tokens, 4), contentEnd(tokens, 4)]).toEqual([7, 8]);
    expect(tagIdentity(tokens, 4)).toBe(5);
  });
});

describe("the number of a tag", () => {
  it("is unique for each page and identity", () => {
    const { tokens } = tree("45 00 11 C6 05 85 01 03 41 00 01 07 C3 01 FF 01");
    const [first = -1, second = -1] = tree("45 00 11 C6 05 85 01 03 41 00 01 07 C3 01 FF 01").children(4);
    expect([4, first, second].map((token) => tagNumberAt(tokens, token))).toEqual([
      tagNumber(0, 5),
      tagNumber(17, 6),
      tagNumber(17, 7),
    ]);
    const pages = Array.from({ length: 256 * 64 }, (_, i) => tagNumber(i >> 6, i & 63));
    expect(new Set(pages).size).toBe(TAG_NUMBERS);
    expect(Math.max(...pages)).toBe(TAG_NUMBERS - 1);
  });

  it("is -1 for a token that is not a tag of a code page", () => {
    const { tokens } = tree("44 00 03 41 00 01", WITH_STRINGS);
    const all = Array.from({ length: tokens.count }, (_, token) => tagNumberAt(tokens, token));
    expect(tokens.kind.indexOf(TokenKind.LiteralTag)).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([-1]));
    expect(tagNumberAt(tokens, -1)).toBe(-1);
  });
});

describe("the root element", () => {
  it("is the first element at the top level, whatever comes before it", () => {
    const { tokens } = tree("43 05 01 01 45 01 07");
    expect(kindOf(tokens, rootElement(tokens))).toBe(TokenKind.Tag);
    expect(rootElement(tokens)).toBe(tree("43 05 01 01 45 01 07").roots()[2]);
    expect(rootElement(tree("44 00 01", WITH_STRINGS).tokens)).toBe(5);
  });

  it("is -1 if there is none", () => {
    expect(rootElement(tree("").tokens)).toBe(-1);
    expect(rootElement(tree("03 41 00 01").tokens)).toBe(-1);
    expect(rootElement(tokenize(new Uint8Array(0)))).toBe(-1);
  });
});

describe("the token after a child", () => {
  it.each([
    "45 46 03 41 00 01 07 01",
    "45 46 03 41 00 47 01 01 01",
    "45 46 03 41 00 03 42 00 01 01",
    "45 C6 05 85 01 03 41 00 01 01",
    "45 46 03 41 00",
    "45 46 03 41 00 47",
  ])("of %s is the one that behindNode finds", (bytes) => {
    const { tokens } = tree(bytes);
    for (let token = 4; token < tokens.count; token++)
      expect(behindChild(tokens, token)).toBe(behindNode(tokens, token));
  });
});

describe("text", () => {
  it("of an inline string, ASCII or not, short or long", () => {
    const long = "61".repeat(100);
    expect(tree("45 03 41 00 01").text(5)).toBe("A");
    expect(tree("45 03 C3 A9 00 01").text(5)).toBe("é");
    expect(tree("45 03 00 01").text(5)).toBe("");
    expect(tree(`45 03 ${long} 00 01`).text(5)).toBe("a".repeat(100));
  });

  it("of a table string and of a literal's name", () => {
    const found = tree("44 00 83 03 83 04 01", WITH_STRINGS);
    const [first, second] = found.children(5);
    expect(found.text(5)).toBe("ab");
    expect(found.text(first ?? -1)).toBe("é");
    expect(found.text(second ?? -1)).toBeUndefined(); // it starts inside a character
    expect(integerOperand(found.tokens, second ?? -1)).toBe(4);
  });

  it("of an entity, if it is a character", () => {
    expect(tree("45 02 81 20 01").text(5)).toBe("\u00a0");
    expect(tree("45 02 87 EC 00 01").text(5)).toBe("\u{1f600}");
    expect(tree("45 02 83 B0 00 01").text(5)).toBeUndefined();
    expect(tree("45 02 8F FF FF FF 7F 01").text(5)).toBeUndefined();
  });

  it("of no other token", () => {
    const found = tree("45 C3 01 41 C0 01");
    expect(found.children(4).map(found.text)).toEqual([undefined, undefined]);
    expect(found.text(4)).toBeUndefined();
  });

  it.each([
    ["ISO-8859-1", "03 01 04 00", "03 E9 00", "é"],
    ["Shift_JIS", "03 01 11 00", "03 93 FA 96 7B 00", "日本"],
    ["Big5", "03 01 8F 6A 00", "03 A4 A4 A4 E5 00", "中文"],
    ["UTF-16BE", "03 01 87 75 00", "03 65 E5 D8 3D DE 00 00 00", "日😀"],
    ["UTF-16LE", "03 01 87 76 00", "03 E5 65 3D D8 00 DE 00 00", "日😀"],
    ["unknown, so UTF-8", "03 01 00 00", "03 C3 A9 00", "é"],
    ["version 1.0, so UTF-8", "00 01 00", "03 C3 A9 00", "é"],
  ])("in %s", (_, header, string, text) => {
    const found = tree(`45 ${string} 01`, header);
    expect(found.tokens.malformations).toEqual([]);
    expect(found.text(only(found, TokenKind.InlineString))).toBe(text);
  });

  it.each([
    ["not UTF-8", "03 01 6A 00", "03 ED A0 80 00"],
    ["a lone surrogate in UTF-16", "03 01 87 75 00", "03 D8 00 00 00"],
    ["not US-ASCII", "03 01 03 00", "03 80 00"],
    ["a charset that can't be read", "03 01 01 00", "03 41 00"],
  ])("is undefined if the bytes are %s", (_, header, string) => {
    const found = tree(`45 ${string} 01`, header);
    expect(found.text(only(found, TokenKind.InlineString))).toBeUndefined();
  });
});

describe("data", () => {
  it.each([
    ["a string without its terminator", "03 41 42 00", TokenKind.InlineString, "41 42"],
    ["an extension string", "40 41 00", TokenKind.ExtensionString, "41"],
    ["an OPAQUE without its length", "C3 80 02 00 FF", TokenKind.Opaque, "00 FF"],
    ["an empty OPAQUE", "C3 00", TokenKind.Opaque, ""],
    ["an integer's operand", "02 81 20", TokenKind.Entity, "81 20"],
    ["a byte extension, which has none", "C1", TokenKind.ExtensionByte, ""],
    ["malformed bytes, whole", "02 90 80 80 80 00", TokenKind.Malformed, "02 90 80 80 80 00"],
  ])("of %s", (_, bytes, kind, expected) => {
    const found = tree(`45 ${bytes} 01`);
    expect(data(found, only(found, kind))).toBe(expected);
  });

  it("of a string in UTF-16 excludes the two bytes of the terminator", () => {
    const found = tree("45 03 41 00 00 00 01", "03 01 87 76 00");
    expect(data(found, only(found, TokenKind.InlineString))).toBe("41 00");
  });

  it("of a string without terminator is all of it", () => {
    const found = tree("45 03 41 42 01");
    expect(data(found, only(found, TokenKind.InlineString))).toBe("41 42");
    const cut = tree("45 03 41 00 42", "03 01 87 76 00");
    expect(data(cut, only(cut, TokenKind.InlineString))).toBe("41 00 42");
  });
});

describe("tableString", () => {
  it("runs to its zero, or to the table's end", () => {
    const table = hex("61 62 00 63");
    expect([0, 1, 2, 3, 4].map((index) => tableString(table, 106, index))).toEqual([
      "ab",
      "b",
      "",
      "c",
      undefined,
    ]);
    expect(tableString(hex("00 41 00 00 00 42 00 00"), 1013, 4)).toBe("B");
  });
});
