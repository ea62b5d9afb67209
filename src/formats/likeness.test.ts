import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { type Likeness, likeness } from "./likeness";

type Kind = Likeness["kind"];

/** Bytes, and what they look like as a whole and as the first part of something longer. */
const PINNED: readonly (readonly [string, string, Kind, number, Kind, number])[] = [
  ["nothing", "", "other", 0.1, "other", 0.1],
  ["one zero", "00", "other", 0.1, "other", 0.1],
  ["a header alone", "03016a00", "wbxml", 0.85, "wbxml", 1],
  ["a header cut short", "03016a", "other", 0.1, "other", 0.1],
  ["the smallest element", "03016a0005", "wbxml", 1, "wbxml", 1],
  ["an element with content", "03016a004501", "wbxml", 1, "wbxml", 1],
  ["a Sync key", "03016a00454b0330000101", "wbxml", 1, "wbxml", 1],
  ["a Sync key in WBXML 1.2", "02016a00454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a Sync key in WBXML 1.0", "00016a00454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a Sync key after version 4", "04016a00454b0330000101", "other", 0.1, "other", 0.1],
  ["a Sync key in US-ASCII", "03010300454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a Sync key in UTF-16BE", "0301877500454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a Sync key in windows-1252", "0301914c00454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a Sync key in EUC-KR by its other number", "03012400454b0330000101", "other", 0.1, "other", 0.1],
  ["a Sync key in KOI8-R", "0301902400454b0330000101", "other", 0.1, "other", 0.1],
  ["a public identifier in two bytes", "03810a6a00454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a public identifier in the string table", "0300006a024100454b0330000101", "wbxml", 0.8, "wbxml", 0.8],
  ["a string table", "03016a024100454b83000101", "wbxml", 1, "wbxml", 1],
  ["a string table longer than the bytes", "03016a7f4100454b0330000101", "other", 0.1, "wbxml", 0.3],
  ["a length that does not end", "03016affffffffff7f", "other", 0.1, "other", 0.1],
  ["two roots", "03016a000505", "wbxml", 0.85, "wbxml", 1],
  ["an element left open", "03016a00454b033000", "wbxml", 0.85, "wbxml", 1],
  ["an element left open in its string", "03016a00454b0330", "wbxml", 0.85, "wbxml", 1],
  ["an END too many", "03016a00450101", "wbxml", 0.67, "wbxml", 0.67],
  ["switches of pages", "03016a00000756520330000101", "wbxml", 1, "wbxml", 1],
  ["a switch to page 31", "03016a00001f4501", "wbxml", 1, "wbxml", 1],
  ["a switch to page 32", "03016a0000204501", "wbxml", 0.65, "wbxml", 0.65],
  ["opaque data", "03016a0045c302414201", "wbxml", 1, "wbxml", 1],
  ["opaque data that run past the end", "03016a0045c37f41420101", "wbxml", 0.85, "wbxml", 1],
  ["an entity", "03016a004502812001", "wbxml", 1, "wbxml", 1],
  ["an entity whose number does not end", "03016a004502818181818181", "wbxml", 0.85, "wbxml", 1],
  ["a reference to the string table", "03016a0045830001", "wbxml", 1, "wbxml", 1],
  ["an attribute list", "03016a00c505034100010f01", "wbxml", 0.65, "wbxml", 0.65],
  ["a literal", "03016a0004004501", "wbxml", 0.65, "wbxml", 0.65],
  ["an extension", "03016a0045c00f01", "wbxml", 0.66, "wbxml", 0.66],
  ["text in UTF-8", "03016a004503c3a9e282acf09f98800001", "wbxml", 1, "wbxml", 1],
  ["a string that is not UTF-8", "03016a004503c3410001", "wbxml", 0.66, "wbxml", 0.66],
  ["a control character in a string", "03016a0045034102420001", "wbxml", 0.66, "wbxml", 0.66],
  ["noise after a header", "03016a008f9aa7b3c9d1e6f2", "wbxml", 0.65, "wbxml", 0.65],
  ["noise after some tokens", "03016a00454b03300001018f9aa7", "wbxml", 0.7, "wbxml", 0.7],
  ["a body without its header", "454b0330000101", "wbxml-body", 0.6, "wbxml-body", 0.6],
  ["a body that begins with a page", "000756520330000101", "wbxml-body", 0.6, "wbxml-body", 0.6],
  ["a body of few tokens", "450101", "other", 0.1, "other", 0.1],
  ["a body left open", "454b03300001", "other", 0.1, "wbxml-body", 0.6],
  ["a body without a string", "454545010101", "other", 0.1, "other", 0.1],
  [
    "HTTP request",
    "504f5354202f4d6963726f736f66742d5365727665722d41637469766553796e6320485454502f312e310d0a0d0a",
    "http",
    0.9,
    "http",
    0.9,
  ],
  ["HTTP response", "485454502f312e3120323030204f4b0d0a0d0a", "http", 0.9, "http", 0.9],
  ["gzip", "1f8b0800000000000003", "other", 0.7, "other", 0.7],
  ["text", "54686520717569636b2062726f776e20666f78", "text", 0.3, "text", 0.3],
  ["text of few characters", "54686520666f78", "other", 0.1, "other", 0.1],
  ["non-ASCII text", "c39c6265722064656e2057c3b66c6b656e20e280a6", "text", 0.3, "text", 0.3],
  ["XML", "3c53796e6320786d6c6e733d2241697253796e633a222f3e", "text", 0.3, "text", 0.3],
  ["the start of a PNG", "89504e470d0a1a0a0000000d49484452", "other", 0.1, "other", 0.1],
  ["the start of an MP4", "00000024667479706d70343200000000", "other", 0.1, "other", 0.1],
  ["the start of a TLS record", "16030100c8010000c40303", "other", 0.1, "other", 0.1],
  ["two documents in a row", "03016a00450103016a004501", "wbxml", 0.67, "wbxml", 0.67],
  [
    "three documents in a row",
    "03016a00454b033000010103016a00454b033000010103016a00454b0330000101",
    "wbxml",
    0.7,
    "wbxml",
    0.7,
  ],
  ["a document and the first bytes of another", "03016a00450103016a00", "wbxml", 0.67, "wbxml", 0.67],
  ["a document and half of another", "03016a00450103016a0045", "wbxml", 0.67, "wbxml", 0.67],
  ["a document and other bytes", "03016a004501ffff", "wbxml", 0.67, "wbxml", 0.67],
];

describe("likeness", () => {
  it.each(PINNED)("%s", (_, digits, kindOfWhole, whole, kindOfPart, part) => {
    const asWhole = likeness(hex(digits));
    expect([asWhole.kind, asWhole.score]).toEqual([kindOfWhole, expect.closeTo(whole, 6)]);
    const asPart = likeness(hex(digits), false);
    expect([asPart.kind, asPart.score]).toEqual([kindOfPart, expect.closeTo(part, 6)]);
  });

  it("examines a bounded part of long bytes", () => {
    const long = new Uint8Array(1 << 24).fill(0x45);
    const start = performance.now();
    for (let i = 0; i < 20; i++) likeness(long);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
