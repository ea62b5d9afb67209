import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeSample, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { decode } from "../testing/codec";
import { nodeRange, TokenKind } from "../wbxml/tokenTable";
import { isNode } from "../wbxml/tree";
import { bytesAtText, findTextOfBytes, nodeAtByte } from "./locate";

//                            0  1  2  3  4  5  6  7  8  9  10 11 12 13 14 15 16 17 18
const document = decode(hex("03 01 6A 00 45 4B 03 31 00 01 00 11 4A C3 01 FF 01 05 01"));
const { xml } = document;
const textAt = (start: number, end: number): string => {
  const { from, to } = findTextOfBytes(document, { start, end });
  return xml.slice(from, to);
};
const bytesAt = (needle: string, offset = 0): readonly number[] | undefined => {
  const range = bytesAtText(document, xml.indexOf(needle) + offset);
  return range && [range.start, range.end];
};

describe("nodeAtByte", () => {
  it("returns the node of each byte: an END's element, a switch's tag, nothing for the header", () => {
    const { tokens } = document.tree;
    const starts = Array.from({ length: 20 }, (_, offset) => tokens.start[nodeAtByte(document, offset)]);
    expect(starts.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(starts.slice(4, 19)).toEqual([4, 5, 6, 6, 6, 5, 12, 12, 12, 13, 13, 13, 12, 17, 4]);
    expect([nodeAtByte(document, 19), nodeAtByte(document, -1)]).toEqual([-1, -1]);
  });

  it("returns the owner for bytes of an attribute list, and the parent for a switch before an END", () => {
    const listed = decode(hex("03 01 6A 00 C5 05 85 01 4B 00 11 01 01"));
    const start = (offset: number): number | undefined =>
      listed.tree.tokens.start[nodeAtByte(listed, offset)];
    expect([4, 5, 6, 7, 8, 9, 10, 11, 12].map(start)).toEqual([4, 4, 4, 4, 8, 8, 8, 8, 4]);
  });

  it("returns -1 for a switch after everything, and the element for one after its last child", () => {
    expect(nodeAtByte(decode(hex("03 01 6A 00 05 00 11")), 5)).toBe(-1);
    const open = decode(hex("03 01 6A 00 45 0B 00 11"));
    expect(open.tree.tokens.start[nodeAtByte(open, 6)]).toBe(4);
  });

  it("returns the value after a switch, or the tag after many", () => {
    const value = decode(hex("03 01 6A 00 45 4B 00 11 03 31 00 01 01"));
    expect(value.tree.tokens.start[nodeAtByte(value, 6)]).toBe(8);
    const many = decode(hex(`03 01 6A 00 45 ${"00 11 ".repeat(1000)} 0A 0B 01`));
    expect([5, 7, 1999].map((offset) => many.tree.tokens.start[nodeAtByte(many, offset)])).toEqual([
      2005, 2005, 2005,
    ]);
  });
});

describe("findTextOfBytes", () => {
  it("covers the text for the bytes, including tags", () => {
    expect(textAt(5, 10)).toBe("<SyncKey>1</SyncKey>");
    expect(textAt(6, 9)).toBe("1");
    expect(textAt(9, 10)).toBe("</SyncKey>");
    expect(textAt(10, 17)).toBe("<airsyncbase:Body><?opaque /w==?></airsyncbase:Body>");
    expect(textAt(4, 19)).toBe(xml);
  });

  it("is at the end for bytes that don't exist", () => {
    expect(findTextOfBytes(document, { start: 99, end: 100 })).toEqual({ from: xml.length, to: xml.length });
  });
});

describe("bytesAtText", () => {
  it("returns an element for its tags, a leaf for itself, nothing in layout", () => {
    expect(bytesAt("<Sync ")).toEqual([4, 19]);
    expect(bytesAt("</Sync>", 3)).toEqual([4, 19]);
    expect(bytesAt(">1<", 1)).toEqual([6, 9]);
    expect(bytesAt("<?opaque", 4)).toEqual([13, 16]);
    expect(bytesAt("  <SyncKey>", 0)).toBeUndefined();
  });

  it("returns an element for its attribute list, and a header for its instruction", () => {
    const some = decode(hex("02 01 6A 00 45 87 05 03 61 00 01 01 03 01 6A 00 C5 05 01 43 06 01 01"));
    const at = (text: string): unknown => bytesAtText(some, some.xml.indexOf(text) + 1);
    expect(at('<?wbxml version="1.2"')).toEqual({ start: 0, end: 4 });
    expect(at('<?wbxml version="1.3"')).toEqual({ start: 12, end: 16 });
    expect(at("<Add ")).toEqual({ start: 5, end: 11 });
    expect(at("wbxml:attributes='05 \"a\"'")).toEqual({ start: 5, end: 11 });
    expect(at("<Sync wbxml:attributes")).toEqual({ start: 16, end: 23 });
    expect(at("<?pi 06?>")).toEqual({ start: 19, end: 22 });
  });
});

describe("bytes and text of any document", () => {
  it("map to each other: the text of a node maps to its bytes, and its bytes to its text", () => {
    fc.assert(
      fc.property(sampleTree, (tree) => {
        const some = decode(encodeSample(tree));
        const { tokens } = some.tree;
        for (let token = 0; token < tokens.count; token++) {
          if (!isNode(tokens, token)) continue;
          const range = nodeRange(tokens, token);
          const { from, to } = some.textRange(token);
          expect(to).toBeGreaterThan(from);
          expect(bytesAtText(some, from)).toEqual(range);
          const text = findTextOfBytes(some, range);
          expect(text.from).toBe(from);
          expect(
            some.xml.slice(text.from, text.from + 1) === "<" || tokens.kind[token] === TokenKind.InlineString,
          ).toBe(true);
          expect(nodeAtByte(some, range.start)).toBe(token);
          expect(nodeAtByte(some, range.end - 1)).toBe(token);
        }
      }),
      { numRuns: 200 },
    );
  });
});
