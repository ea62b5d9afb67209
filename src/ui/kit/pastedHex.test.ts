import { describe, expect, it } from "vitest";
import { parsePastedHex } from "./pastedHex";

describe("pastedHex", () => {
  it.each([
    ["03 01 6A", [3, 1, 0x6a]],
    ["03016a", [3, 1, 0x6a]],
    ["0x03, 0x01", [3, 1]],
    ["3 1 6a", [3, 1, 0x6a]],
    ["\\x03\\x01", [3, 1]],
    ["03:01-6A\n45", [3, 1, 0x6a, 0x45]],
    ["", undefined],
    ["hello", undefined],
    ["036", undefined],
    ["03 0x", undefined],
  ])("reads %j as %j", (text, expected) => {
    expect(parsePastedHex(text)).toEqual(expected && Uint8Array.from(expected));
  });
});
