import { describe, expect, it } from "vitest";
import { decode } from "../../index";
import { hex } from "../../testing/bytes";
import { cellKinds, printable } from "./cells";

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
      "text",
      "text",
      "text",
      "opaque",
      "opaque",
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
