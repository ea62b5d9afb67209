import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { type StringScan, scanString } from "./stringScan";

function scanned(bytes: string, from = 0, unit: 1 | 2 | 4 = 1, repair = false): StringScan {
  const scan = { end: -1, ascii: true, holdsEnd: true };
  scanString(hex(bytes), from, unit, repair, scan);
  return scan;
}

describe("scanString", () => {
  it("finds the first zero byte, or the end of the bytes", () => {
    expect(scanned("41 42 00 43")).toEqual({ end: 2, ascii: true, holdsEnd: false });
    expect(scanned("41 42 00 43", 3)).toEqual({ end: 4, ascii: true, holdsEnd: false });
    expect(scanned("00")).toEqual({ end: 0, ascii: true, holdsEnd: false });
    expect(scanned("", 0)).toEqual({ end: 0, ascii: true, holdsEnd: false });
  });

  it("distinguishes ASCII from other bytes", () => {
    expect(scanned("41 7F 00").ascii).toBe(true);
    expect(scanned("41 80 00").ascii).toBe(false);
    expect(scanned("C3 A9").ascii).toBe(false);
    expect(scanned("41 00 FF").ascii).toBe(true);
  });

  it("notes an END, and with repair stops there", () => {
    expect(scanned("41 01 42 00")).toEqual({ end: 3, ascii: true, holdsEnd: true });
    expect(scanned("41 01 42 00", 0, 1, true)).toEqual({ end: 1, ascii: true, holdsEnd: false });
    expect(scanned("41 42 00 01", 0, 1, true)).toEqual({ end: 2, ascii: true, holdsEnd: false });
  });

  it("reads whole code units of wide charsets", () => {
    expect(scanned("00 41 01 00 00 00", 0, 2).end).toBe(4);
    expect(scanned("41 00 00 41 00 00", 0, 2).end).toBe(4);
    expect(scanned("00 00 00 41 00 00 00 00", 0, 4, true).end).toBe(4);
    expect(scanned("00 41 00", 0, 2).end).toBe(3);
    expect(scanned("00 41", 0, 2)).toEqual({ end: 2, ascii: false, holdsEnd: false });
  });
});
