import { describe, expect, it } from "vitest";
import { charsetCodec, charsetName, charsetNumber, isCommonCharset } from "./charset";

const MIB_ENUMS = Array.from({ length: 3000 }, (_, mibEnum) => mibEnum);

describe("charsets by MIBenum [WAP-192 5.6]", () => {
  it.each([
    [0, "utf-8"],
    [3, "us-ascii"],
    [4, "iso-8859-1"],
    [17, "shift_jis"],
    [106, "utf-8"],
    [1013, "utf-16be"],
    [1014, "utf-16le"],
    [1015, "utf-16be"],
    [2026, "big5"],
    [2252, "windows-1252"],
  ])("%i is read as %s", (mibEnum, label) => {
    expect(charsetCodec(mibEnum)?.label).toBe(label);
  });

  it("has none for a charset that is not read as text", () => {
    expect([1, 14, 16, 1012, 2011, 99999].map(charsetCodec)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("reads every charset that makes bytes look like WBXML", () => {
    const common = MIB_ENUMS.filter(isCommonCharset);
    expect(common.length).toBe(29);
    expect(common.filter((mibEnum) => charsetCodec(mibEnum) === undefined)).toEqual([]);
  });

  it("has a unique name for every number", () => {
    expect(MIB_ENUMS.filter((mibEnum) => charsetNumber(charsetName(mibEnum)) !== mibEnum)).toEqual([]);
    expect(charsetNumber(charsetName(0xffffffff))).toBe(0xffffffff);
  });

  it("names the usual ones", () => {
    expect([0, 3, 106, 4, 17, 2026, 1].map(charsetName)).toEqual([
      "unknown",
      "us-ascii",
      "utf-8",
      "iso-8859-1",
      "shift_jis",
      "big5",
      "1",
    ]);
    expect(charsetNumber("UTF-8")).toBe(106);
  });

  it("has no number for another name", () => {
    expect(["", "utf8x", "-1", "106.0", "12345678901"].map(charsetNumber)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
