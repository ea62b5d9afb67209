import { describe, expect, it } from "vitest";
import { formatByte, formatOffset, toHex } from "./hex";

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

  it("writes an offset with at least as many digits as asked for", () => {
    expect([
      formatOffset(0),
      formatOffset(0x1f),
      formatOffset(0x12345),
      formatOffset(10, 8),
      formatOffset(255, 1),
    ]).toEqual(["0000", "001F", "12345", "0000000A", "FF"]);
  });
});
