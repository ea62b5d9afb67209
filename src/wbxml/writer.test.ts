import { describe, expect, it } from "vitest";
import { getTextCodec, utf8 } from "../bytes/text";
import { hex } from "../testing/bytes";
import { CONTENT_BIT } from "./globalToken";
import { type WbxmlWriter, wbxmlWriter } from "./writer";

function written(write: (writer: WbxmlWriter) => void, label = "utf-8"): Uint8Array {
  const writer = wbxmlWriter(getTextCodec(label) ?? utf8);
  write(writer);
  return writer.bytes();
}

describe("the writer", () => {
  it("switches pages only if a tag needs it; END does not switch back", () => {
    const bytes = written((writer) => {
      writer.tag(0, 5, CONTENT_BIT);
      writer.tag(17, 0x0a, CONTENT_BIT);
      writer.tag(17, 0x0b, 0);
      writer.end();
      writer.tag(0, 6, 0);
      writer.end();
    });
    expect(bytes).toEqual(hex("45 00 11 4A 0B 01 00 00 06 01"));
  });

  it("knows the page in effect from the start, and after copied bytes", () => {
    const writer = wbxmlWriter(utf8, 17);
    writer.tag(17, 5, 0);
    writer.copied(hex("00 02 05"), 2);
    writer.tag(2, 6, 0);
    expect([writer.page(), writer.length()]).toEqual([2, 5]);
    writer.switchPage(2);
    expect(writer.bytes()).toEqual(hex("05 00 02 05 06 00 02"));
    expect(writer.bytesFrom(4)).toEqual(hex("06 00 02"));
  });

  it.each([
    ["", "03 00"],
    ["A", "03 41 00"],
    ["é😀", "03 C3 A9 F0 9F 98 80 00"],
    ["a".repeat(64), `03 ${"61".repeat(64)} 00`],
    ["a".repeat(65), `03 ${"61".repeat(65)} 00`],
    [`${"a".repeat(20)}é`, `03 ${"61".repeat(20)} C3 A9 00`],
  ])("writes %j as an inline string", (text, bytes) => {
    expect(written((writer) => expect(writer.text(text)).toBe(true))).toEqual(hex(bytes));
  });

  it.each(["\0", "a\0b", `${"a".repeat(100)}\0`, "\ud800", `${"a".repeat(100)}\udc00`])(
    "writes nothing for %j, which a string can't contain",
    (text) => {
      expect(
        written((writer) => {
          writer.byte(0x45);
          expect(writer.text(text)).toBe(false);
        }),
      ).toEqual(hex("45"));
    },
  );

  it("writes strings in the document's charset, each with a terminator as wide as its code unit", () => {
    expect(written((writer) => writer.text("Aé"), "utf-16be")).toEqual(hex("03 00 41 00 E9 00 00"));
    expect(written((writer) => writer.text("A"), "utf-32le")).toEqual(hex("03 41 00 00 00 00 00 00 00"));
    expect(written((writer) => writer.text("日"), "shift_jis")).toEqual(hex("03 93 FA 00"));
    expect(written((writer) => expect(writer.text("€")).toBe(false), "iso-8859-1")).toEqual(hex(""));
  });

  it("writes the bytes of a string, unless they would be read back as another one", () => {
    expect(written((writer) => expect(writer.string(0x03, hex("FF 41"))).toBe(true))).toEqual(
      hex("03 FF 41 00"),
    );
    expect(
      written((writer) => expect(writer.string(0x41, hex("D8 00 00 41"))).toBe(true), "utf-16be"),
    ).toEqual(hex("41 D8 00 00 41 00 00"));
    expect(written((writer) => expect(writer.string(0x03, hex("41 00 42"))).toBe(false))).toEqual(hex(""));
    expect(written((writer) => expect(writer.string(0x03, hex("00 41 00"))).toBe(false), "utf-16be")).toEqual(
      hex(""),
    );
    expect(
      written((writer) => expect(writer.string(0x03, hex("41 42 00 00"))).toBe(false), "utf-16be"),
    ).toEqual(hex(""));
  });

  it("writes opaque data with its length, and integers in their shortest form", () => {
    expect(written((writer) => writer.opaque(hex("")))).toEqual(hex("C3 00"));
    expect(written((writer) => writer.opaque(new Uint8Array(200).fill(1))).subarray(0, 4)).toEqual(
      hex("C3 81 48 01"),
    );
    expect(written((writer) => writer.integer(0xffffffff))).toEqual(hex("8F FF FF FF 7F"));
  });

  it("grows as needed, and returns copies", () => {
    const writer = wbxmlWriter(utf8, 0, 1);
    for (let i = 0; i < 1000; i++) writer.byte(i & 0xff);
    writer.raw(new Uint8Array(5000).fill(7));
    writer.text("x".repeat(3000));
    const first = writer.bytes();
    writer.byte(9);
    expect(first).toHaveLength(9002);
    expect([first[999], first[1000], first[5999], first[6000]]).toEqual([999 & 0xff, 7, 7, 3]);
    first[0] = 0xff;
    expect(writer.bytes()[0]).toBe(0);
  });
});
