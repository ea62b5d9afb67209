import { describe, expect, it } from "vitest";
import { formatByte, formatCodePoint, formatHex, fromHex, toHex } from "./hex";

describe("hex", () => {
  it("writes a byte as two upper-case digits", () => {
    expect([0, 9, 0x0a, 0x7f, 0xc3, 0xff].map(formatByte)).toEqual(["00", "09", "0A", "7F", "C3", "FF"]);
  });

  it("writes bytes with a space, or whatever is asked for, between them", () => {
    const bytes = Uint8Array.of(0x03, 0x01, 0x6a, 0x00);
    expect(toHex(bytes)).toBe("03 01 6A 00");
    expect(toHex(bytes, "")).toBe("03016A00");
    expect(toHex(new Uint8Array(0))).toBe("");
  });

  it("writes a character's code point with at least four digits", () => {
    expect(["\0", "ä", "\ufeff", "😀", "\ud83d", ""].map(formatCodePoint)).toEqual([
      "U+0000",
      "U+00E4",
      "U+FEFF",
      "U+1F600",
      "U+D83D",
      "",
    ]);
  });

  it("reads pairs of digits, in either case", () => {
    expect(fromHex("03016aFF")).toEqual(Uint8Array.of(0x03, 0x01, 0x6a, 0xff));
    expect(fromHex("")).toEqual(new Uint8Array());
  });

  it("writes a number with at least as many digits as asked for", () => {
    expect([formatHex(0), formatHex(0x1f), formatHex(0x12345), formatHex(10, 8), formatHex(255, 1)]).toEqual([
      "0000",
      "001F",
      "12345",
      "0000000A",
      "FF",
    ]);
  });
});
