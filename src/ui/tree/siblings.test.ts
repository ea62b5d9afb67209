import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../index";
import { encodeSample, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { findSiblingPlace } from "./siblings";

describe("findSiblingPlace", () => {
  it("counts the elements of a parent, and no page switches", () => {
    // Collection › SyncKey "7", CollectionId "15"; Commands › Add › ApplicationData › email:Subject
    const { rows, tree } = decode(
      hex(
        "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 56 47 5D 00 02 54 03 61 00 01 00 00 01 " +
          "01 01 01 01",
      ),
    );
    const places = Array.from(rows().nodes, (node) => {
      const place = findSiblingPlace(tree.tokens, node);
      return `${place?.position}/${place?.count}`;
    });
    expect(places).toEqual(["1/1", "1/1", "1/1", "1/3", "2/3", "3/3", "1/1", "1/1", "1/1"]);
  });

  it("is unknown among too many siblings", () => {
    const { rows, tree } = decode(hex(`03 01 6A 00 45 ${"0B ".repeat(50)} 01`));
    const [root = -1, first = -1] = rows().nodes;
    expect(findSiblingPlace(tree.tokens, root, 49)).toEqual({ position: 1, count: 1 });
    expect(findSiblingPlace(tree.tokens, first, 49)).toBeUndefined();
    const another = decode(hex(`03 01 6A 00 45 ${"0B ".repeat(50)} 01`));
    expect(findSiblingPlace(another.tree.tokens, first, 50)).toEqual({ position: 1, count: 50 });
  });

  it("agrees with the children of any tree", () => {
    fc.assert(
      fc.property(sampleTree, (sample) => {
        const { tree } = decode(encodeSample(sample));
        const visit = (nodes: readonly number[]): void =>
          nodes.forEach((node, at) => {
            expect(findSiblingPlace(tree.tokens, node)).toEqual({ position: at + 1, count: nodes.length });
            visit(tree.children(node));
          });
        visit(tree.roots());
      }),
    );
  });
});
