import { describe, expect, it } from "vitest";
import { toHex } from "../../bytes/hex";
import { hex } from "../../testing/bytes";
import { decode } from "../../testing/codec";
import { UTF_8 } from "../../wbxml/charset";
import { makeLeaf } from "../plan/plan";
import { startWriter, writeNode } from "../write";
import { attributesText, readAttributes } from "./attributes";
import { easHeader } from "./header";

/** Every token that is allowed in an attribute list, and its text. */
const LISTS: readonly (readonly [bytes: string, text: string])[] = [
  ["05", "05"],
  ["05 85 86", "05 85 86"],
  ["05 03 41 20 22 00", '05 "A \\u{22}"'],
  ["05 03 00", '05 ""'],
  ["05 03 FF 00", "05 STR_I(/w==)"],
  ["05 83 02", "05 STR_T(2)"],
  ["05 02 81 20", "05 ENTITY(160)"],
  ["05 C3 02 00 FF", "05 OPAQUE(AP8=)"],
  ["05 C3 00", "05 OPAQUE()"],
  ["00 01 05", "PAGE(1) 05"],
  ["04 03", "LITERAL(3)"],
  ["05 40 41 00", '05 EXT_I_0("A")'],
  ["05 42 FF 00", "05 EXT_I_2(/w==)"],
  ["05 81 07", "05 EXT_T_1(7)"],
  ["05 C2", "05 EXT_2"],
  ["05 02 90 80 80 80 00", "05 MALFORMED(ApCAgIAA)"],
  ["7F BF FF", "7F BF FF"],
];

/** The bytes of a PI with this list, without its own token and the END. */
function written(text: string, charset = UTF_8): string | undefined {
  const header = { ...easHeader, charset };
  const writer = startWriter(header);
  const content = { kind: "instruction", attributes: text } as const;
  const leaf = makeLeaf(content, charset, { parent: -1, end: 1, range: { from: 0, to: 0 } });
  return writeNode(writer, header, leaf) === undefined ? toHex(writer.bytes().slice(1, -1)) : undefined;
}

describe("an attribute list as text", () => {
  // 7F is a start token, BF and FF are value tokens: bit 7 alone decides [WAP-192 5.8.2]
  it.each(LISTS)("%s", (bytes, text) => {
    const { tree } = decode(hex(`03 01 6A 04 61 00 62 00 85 ${bytes} 01`));
    expect(attributesText(tree, tree.roots()[0] ?? -1)).toBe(text);
    expect(written(text)).toBe(bytes);
  });

  it("is read with any white space between its parts", () => {
    expect(written('  05   "A"\n85 ')).toBe("05 03 41 00 85");
    expect(written("")).toBe("");
  });

  it.each([
    "5",
    "05x",
    "G1",
    "00",
    "01",
    "43",
    "44",
    '"A',
    'A"',
    '05 "\\"',
    "NAME(1)",
    "STR_T(x)",
    "STR_T(4294967296)",
    "PAGE(256)",
    "OPAQUE(A)",
    "EXT_0(1)",
    "EXT_I_3(AA==)",
    "ENTITY",
    'OPAQUE("A")',
    'STR_I("A")',
  ])("%j can't be written", (text) => {
    expect(readAttributes(text)).toBeUndefined();
    expect(written(text)).toBeUndefined();
  });

  it("encodes strings in the document's charset", () => {
    expect(written('05 "é" EXT_I_1("é")', 4)).toBe("05 03 E9 00 41 E9 00");
    expect(written('05 "€"', 4)).toBeUndefined();
    expect(written('05 "A"', 1014)).toBe("05 03 41 00 00 00");
  });
});
