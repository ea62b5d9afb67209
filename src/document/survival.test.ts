import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex";
import { applyPatches } from "../bytes/patch";
import { getTextCodec } from "../bytes/text";
import { hex } from "../testing/bytes";
import { decode, encode, revise } from "../testing/codec";

const bytesOf = (text: string, label = "utf-8"): string =>
  toHex(getTextCodec(label)?.encode(text) ?? new Uint8Array(0));

/** A document with an editable key next to the content in question. */
const around = (content: string, header = "03 01 6A 00", key = "03 31 00"): Uint8Array =>
  hex(`${header} 45 4B ${key} 01 52 ${content} 01 01`);

describe("data survives bytes → XML → bytes", () => {
  it.each([
    ["non-ASCII", `03 ${bytesOf("é ß Ж 日本 €")} 00`],
    ["emoji, joined ones too", `03 ${bytesOf("😀👩‍👩‍👧‍👦")} 00`],
    ["the end of a CDATA section", `03 ${bytesOf("a]]>b")} 00`],
    ["the end of a CDATA section, over two strings", `03 ${bytesOf("]]")} 00 03 ${bytesOf(">")} 00`],
    ["the end of a CDATA section, opaque", `C3 05 ${bytesOf("a]]>b")}`],
    ["NUL, opaque", "C3 03 61 00 62"],
    ["NUL, an entity", "03 61 00 02 00 03 62 00"],
    ["control characters", "03 01 02 1F 7F C2 85 00"],
    ["U+FFFE and U+FFFF", "03 61 EF BF BE EF BF BF 62 00"],
    ["U+FFFE, opaque", "C3 03 EF BF BE"],
    ["U+FEFF first", "03 EF BB BF 61 00"],
    ["a lone surrogate in UTF-8 bytes", "03 61 ED A0 80 62 00"],
    ["a lone surrogate in UTF-8 bytes, opaque", "C3 03 ED A0 80"],
    ["CR LF", "03 61 0D 0A 62 0D 63 0A 00"],
    ["CR LF, opaque", "C3 06 61 0D 0A 62 0D 0A"],
    ["CR and LF apart, opaque", "C3 04 61 0D 62 0A"],
    ["an empty OPAQUE", "C3 00"],
    ["an OPAQUE that is not UTF-8", "C3 04 FF FE 00 80"],
    ["an OPAQUE of a binary kind", `C3 10 ${toHex(Uint8Array.from({ length: 16 }, (_, i) => i * 17))}`],
    ["an empty string", "03 00"],
    ["white space alone", "03 20 00"],
    ["line breaks alone", "03 0A 0A 00"],
    ["tabs and spaces around", "03 09 20 61 20 0A 00"],
    ["line separators", `03 ${bytesOf("a\u2028b\u2029c\u0085d\u00ade")} 00`],
    ["what looks like the notation", `03 ${bytesOf("<?opaque AA==?><![CDATA[x]]>&#x41;<!-- -->")} 00`],
    ["bytes that are not text", "03 80 FF 00"],
    ["a very long text", `03 ${"61 C3 A9 ".repeat(5000)} 00`],
  ])("%s", (_, content) => {
    // encoded as a new document; and read, edited elsewhere and kept
    const bytes = around(content);
    const document = decode(bytes);
    const { bytes: again, problems } = encode(document.xml);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(toHex(again)).toBe(toHex(bytes));
    expect(revise(document, `${document.xml}\n`).patches).toEqual([]);
    const edited = revise(document, document.xml.replace("<SyncKey>1</SyncKey>", "<SyncKey>2</SyncKey>"));
    expect(edited.patches.map((patch) => toHex(patch.bytes))).toEqual(["32"]);
    expect(
      revise(decode(applyPatches(bytes, edited.patches)), document.xml).patches.map((patch) =>
        toHex(patch.bytes),
      ),
    ).toEqual(["31"]);
  });

  it.each([
    ["a lone surrogate in UTF-16", "03 01 87 75 00", "03 D8 00 00 00", "03 00 31 00 00"],
    ["emoji in UTF-16", "03 01 87 75 00", "03 D8 3D DE 00 00 00", "03 00 31 00 00"],
    ["U+FFFE in UTF-16", "03 01 87 76 00", "03 FE FF 00 00", "03 31 00 00 00"],
    ["ISO-8859-1", "03 01 04 00", "03 E9 80 FF 00", "03 31 00"],
    ["Shift_JIS", "03 01 11 00", "03 93 FA 96 7B 5C 7E 00", "03 31 00"],
    ["Shift_JIS, bytes that are none", "03 01 11 00", "03 93 00", "03 31 00"],
    ["Big5", "03 01 8F 6A 00", "03 A4 A4 00", "03 31 00"],
    ["WBXML 1.2", "02 01 6A 00", "03 C3 A9 00", "03 31 00"],
    ["WBXML 1.1", "01 01 6A 00", "03 C3 A9 00", "03 31 00"],
    ["WBXML 1.0, which has no charset", "00 01 00", "03 C3 A9 00", "03 31 00"],
    ["charset 0", "03 01 00 00", "03 C3 A9 00", "03 31 00"],
  ])("%s", (_, header, content, key) => {
    const bytes = around(content, header, key);
    const document = decode(bytes);
    expect(toHex(encode(document.xml).bytes)).toBe(toHex(bytes));
    expect(revise(document, `${document.xml}\n`).patches).toEqual([]);
    const { patches } = revise(
      document,
      document.xml.replace("<SyncKey>1</SyncKey>", "<SyncKey>2</SyncKey>"),
    );
    expect(patches).toHaveLength(1);
    expect(patches[0]?.bytes).toEqual(Uint8Array.of(0x32));
  });

  it("an unknown charset: strings as their bytes", () => {
    const bytes = around("03 FF 41 00", "03 01 01 00");
    const document = decode(bytes);
    expect(document.xml).toContain("<?str_i /0E=?>");
    expect(toHex(encode(document.xml).bytes)).toBe(toHex(bytes));
  });
});

describe("text survives XML → bytes → XML", () => {
  it.each([
    ["non-ASCII", "é ß Ж 日本 €"],
    ["emoji", "😀👩‍👩‍👧‍👦"],
    ["the end of a CDATA section", "a]]&gt;b"],
    ["CR LF", "a&#xD;\nb"],
    ["a control character", "a<?char U+0001?>b"],
    ["U+FFFE", "<?char U+FFFE?>"],
    ["an empty OPAQUE", "<![CDATA[]]>"],
    ["an OPAQUE that is not UTF-8", "<?opaque //4AgA==?>"],
    ["CR LF, opaque", "<?crlf?><![CDATA[a\nb\n]]>"],
    ["the empty string", "<?str_i?>"],
    ["white space by reference", "&#x20;"],
    ["markup", "&lt;b>&amp;amp;"],
  ])("%s", (_, content) => {
    const xml = `<Sync xmlns="AirSync">\n  <CollectionId>${content}</CollectionId>\n</Sync>`;
    const { bytes, problems } = encode(xml);
    expect(problems).toEqual([]);
    expect(decode(bytes).xml).toBe(xml);
  });

  it.each([
    ["NUL as a character", "a<?char U+0000?>b", "nul-in-text"],
    ["a lone surrogate as a character", "a<?char U+D800?>b", "text-not-in-charset"],
    ["a lone surrogate in the text", "a\ud800b", "character-not-allowed"],
    ["a lone surrogate in CDATA", "<![CDATA[\udc00]]>", "character-not-allowed"],
    ["a control character in the text", "\u0001", "character-not-allowed"],
    ["NUL by reference", "&#0;", "undefined-entity"],
  ])("%s has no bytes, and this is reported", (_, content, code) => {
    const { bytes, problems } = encode(
      `<Sync xmlns="AirSync"><CollectionId>${content}</CollectionId></Sync>`,
    );
    expect(bytes).toHaveLength(0);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
