import { describe, expect, it } from "vitest";
import { decode } from "../../index";
import { hex } from "../../testing/bytes";
import { cellKinds, cutRanges, printable } from "./cells";

const document = decode(hex("03 01 6A 00 45 5C 4F 00 11 4B 03 37 00 C3 01 FF 01 01 01"));

describe("cellKinds", () => {
  it("distinguishes the bytes by their tokens, from any offset", () => {
    const all = cellKinds(document.tree.tokens, 0, 19);
    expect(all.slice(0, 4)).toEqual(["header", "header", "header", "header"]);
    expect(all.slice(4)).toEqual([
      "tag",
      "tag",
      "tag",
      "switch",
      "switch",
      "tag",
      "operand",
      "text",
      "operand",
      "operand",
      "operand",
      "opaque",
      "end",
      "end",
      "end",
    ]);
    expect(cellKinds(document.tree.tokens, 8, 11)).toEqual(all.slice(8, 11));
  });
});

describe("printable", () => {
  it("shows ASCII and nothing else", () => {
    expect([0x41, 0x20, 0x00, 0x7f, 0xc3].map(printable)).toEqual(["A", " ", "·", "·", "·"]);
  });
});

describe("cutRanges", () => {
  it("finds the ranges of a row", () => {
    const ranges = [
      { start: 1, end: 3 },
      { start: 4, end: 4 },
      { start: 6, end: 20 },
      { start: 30, end: 31 },
    ];
    expect(cutRanges(ranges, 3, 6)).toEqual([ranges[1]]);
    expect(cutRanges(ranges, 8, 16)).toEqual([ranges[2]]);
    expect(cutRanges(ranges, 19, 40)).toEqual(ranges.slice(2));
    expect(cutRanges(ranges, 20, 30)).toEqual([]);
  });
});
