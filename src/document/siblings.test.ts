import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../eas/codeSpace";
import { decode } from "../index";
import { encodeSample, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { isElement } from "../wbxml/tokenTable";
import { type LinkedDocument, openTokens } from "./open";
import { countChildren, findSiblingPlace, listLargeFamilies } from "./siblings";

/** The document with the families of more than `many` nodes listed as large ones. */
function withFamilies({ tree, rows }: LinkedDocument, many: number): LinkedDocument {
  return openTokens(tree.tokens, easCodeSpace, {
    largeFamilies: () => listLargeFamilies(tree.tokens, rows(), many),
  });
}

describe("findSiblingPlace", () => {
  it("counts the elements of a parent, and no page switches", () => {
    // Collection › SyncKey "7", CollectionId "15"; Commands › Add › ApplicationData › email:Subject
    const document = decode(
      hex(
        "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 56 47 5D 00 02 54 03 61 00 01 00 00 01 " +
          "01 01 01 01",
      ),
    );
    const places = Array.from(document.rows().nodes, (node) => {
      const { position, count } = findSiblingPlace(document, node);
      return `${position}/${count}`;
    });
    expect(places).toEqual(["1/1", "1/1", "1/1", "1/3", "2/3", "3/3", "1/1", "1/1", "1/1"]);
  });

  it("agrees with the children of any tree, however many make a family large", () => {
    fc.assert(
      fc.property(sampleTree, fc.nat(3), (sample, many) => {
        const document = withFamilies(decode(encodeSample(sample)), many);
        const visit = (nodes: readonly number[]): void =>
          nodes.forEach((node, at) => {
            const before = nodes[at - 1] ?? -1;
            expect(findSiblingPlace(document, node)).toEqual({
              position: at + 1,
              count: nodes.length,
              before,
            });
            const children = document.tree.children(node);
            if (isElement(document.tree.tokens, node))
              expect(countChildren(document, node)).toBe(children.length);
            visit(children);
          });
        visit(document.tree.roots());
      }),
    );
  });

  it("knows the families of more than 10,000 nodes when a document is opened", () => {
    const document = decode(Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(10_001).fill(0x0b), 1]));
    const [root = -1, first = -1] = document.rows().nodes;
    expect(Array.from(document.largeFamilies().parents)).toEqual([root]);
    expect(findSiblingPlace(document, first + 9_999)).toMatchObject({ position: 10_000, count: 10_001 });
    const fewer = decode(Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(10_000).fill(0x0b), 1]));
    expect(fewer.largeFamilies().nodes).toHaveLength(0);
  });
});
