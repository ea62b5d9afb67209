import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "../bytes/base64";
import { encodeSample, noise, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { decode } from "../testing/codec";
import { formatDocumentJson } from "./documentJson";

interface Node {
  readonly depth: number;
  readonly name?: string;
  readonly kind?: string;
  readonly text?: string;
  readonly base64?: string;
  readonly start: number;
  readonly end: number;
}

const readNodes = (json: string): readonly Node[] =>
  (JSON.parse(json) as { readonly nodes: readonly Node[] }).nodes;

describe("documentJson", () => {
  it("lists every node with its offsets", () => {
    const document = decode(
      hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 57 50 C3 03 53 4D 53 01 18 01 01 01 01"),
    );
    const json = formatDocumentJson(document);
    expect(JSON.parse(json)).toMatchObject({
      length: 25,
      header: { version: "1.3", publicId: 1, charset: 106, stringTable: "" },
      malformations: [],
    });
    expect(readNodes(json)[0]).toEqual({
      depth: 0,
      name: "Sync",
      namespace: "AirSync",
      page: 0,
      token: "05",
      content: true,
      start: 4,
      end: 25,
    });
    expect(readNodes(json).filter(({ kind }) => kind !== undefined)).toEqual([
      { depth: 4, kind: "string", text: "7", start: 8, end: 11 },
      { depth: 5, kind: "opaque", base64: "U01T", start: 14, end: 19 },
    ]);
  });

  it("is valid JSON for any document, with nested depths and leaves that contain their bytes", () => {
    fc.assert(
      fc.property(sampleTree, noise, (tree, noisy) => {
        const document = decode(encodeSample(tree, noisy));
        const nodes = readNodes(formatDocumentJson(document));
        expect(nodes).toHaveLength(document.planTokens().length);
        nodes.forEach(({ depth }, i) => expect(depth).toBeLessThanOrEqual((nodes[i - 1]?.depth ?? -1) + 1));
        for (const { kind, base64 = "", start, end } of nodes) {
          if (kind === "opaque")
            expect(document.bytes.slice(start, end).slice(-(fromBase64(base64)?.length ?? 0) || end)).toEqual(
              fromBase64(base64),
            );
        }
      }),
    );
  });

  it("of one node begins with it, at depth 0, and accepts any depth", () => {
    const document = decode(hex("03 01 6A 00 45 5C 4F 01 01 01"));
    expect(
      readNodes(formatDocumentJson(document, document.planTokens()[1])).map(({ depth, name }) => [
        depth,
        name,
      ]),
    ).toEqual([
      [0, "Collections"],
      [1, "Collection"],
    ]);
    const deep = decode(
      Uint8Array.from([
        3,
        1,
        0x6a,
        0,
        ...new Array<number>(100_000).fill(0x45),
        ...new Array<number>(100_000).fill(1),
      ]),
    );
    expect(readNodes(formatDocumentJson(deep)).at(-1)?.depth).toBe(99_999);
  });
});
