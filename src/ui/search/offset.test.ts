import { describe, expect, it } from "vitest";
import { parseOffset } from "./offset";

describe("parseOffset", () => {
  it.each([
    ["10", 10],
    [" 0x10 ", 16],
    ["10h", 16],
    ["$1F", 31],
    ["1f", 31],
    ["FF", 255],
    ["1_000", 1000],
    ["0", 0],
    ["", undefined],
    ["0x", undefined],
    ["-1", undefined],
    ["12.5", undefined],
    ["xyz", undefined],
  ])("reads %j as %s", (text, expected) => {
    expect(parseOffset(text)).toBe(expected);
  });
});
