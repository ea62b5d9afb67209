import { describe, expect, it } from "vitest";
import { quote, readNumber, unquote } from "./operands";

describe("quoting", () => {
  it("escapes quotes and invisible characters, and reads them back", () => {
    const text = "a\"b\\c>d'e\0\u0085\u200b\ufeff é日😀";
    expect(quote(text)).toMatch(/^"[^"\\>']*(\\u\{[0-9A-F]+\}[^"\\>']*)*"$/);
    expect(unquote(quote(text).slice(1, -1))).toBe(text);
    expect(unquote("\\u{110000}")).toBeUndefined();
    expect(unquote("\\n")).toBeUndefined();
  });
});

describe("readNumber", () => {
  it("reads a decimal of 32 bits and nothing else", () => {
    expect(["0", "4294967295", "4294967296", "-1", "1.0", "", "1e3", " 1"].map(readNumber)).toEqual([
      0,
      4294967295,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
