import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { bodyScore, bodyStart, documentEnds, documentScore } from "./likeness";

describe("bodyStart", () => {
  it.each([
    ["a header alone", "03016a00", 4, 4],
    ["a header cut short", "03016a", undefined, undefined],
    ["a Sync key in WBXML 1.2", "02016a00454b0330000101", 4, 4],
    ["a Sync key after version 4", "04016a00454b0330000101", undefined, undefined],
    ["a Sync key in UTF-16BE", "0301877500454b0330000101", 5, 5],
    ["a Sync key in KOI8-R", "0301902400454b0330000101", undefined, undefined],
    ["a public identifier in two bytes", "03810a6a00454b0330000101", 5, 5],
    ["a public identifier in the string table", "0300006a024100454b0330000101", 7, 7],
    ["a string table", "03016a024100454b83000101", 6, 6],
    ["a string table longer than the bytes", "03016a7f4100454b0330000101", undefined, 131],
    ["a length that does not end", "03016affffffffff7f", undefined, undefined],
    ["a body without its header", "454b0330000101", undefined, undefined],
  ] as const)("%s", (_, digits, whole, part) => {
    expect([bodyStart(hex(digits)), bodyStart(hex(digits), false)]).toEqual([whole, part]);
  });
});

describe("documentEnds", () => {
  it.each([
    ["nothing", "", []],
    ["a Sync key", "03016a00454b0330000101", []],
    ["two roots", "03016a000505", []],
    ["two documents in a row", "03016a00450103016a004501", [6]],
    [
      "three documents in a row",
      "03016a00454b033000010103016a00454b033000010103016a00454b0330000101",
      [11, 22],
    ],
    ["a document and the first bytes of another", "03016a00450103016a00", [6]],
    ["a document and half of another", "03016a00450103016a0045", [6]],
    ["a document and other bytes", "03016a004501ffff", []],
  ] as const)("%s", (_, digits, ends) => {
    expect(documentEnds(hex(digits))).toEqual(ends);
  });
});

describe("documentScore and bodyScore", () => {
  it("distinguish a document from a body, and either from its first part", () => {
    const bytes = hex("03 01 6A 00 45 4B 03 30 00 01 01");
    const body = bytes.subarray(4);
    expect([documentScore(bytes, true), bodyScore(bytes, true)]).toEqual([1, 0]);
    expect([documentScore(body, true), bodyScore(body, true)]).toEqual([undefined, 0.6]);
    expect([bodyScore(body.subarray(0, 6), true), bodyScore(body.subarray(0, 6), false)]).toEqual([0, 0.6]);
  });
});
