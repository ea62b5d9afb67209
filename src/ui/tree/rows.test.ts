import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../index";
import { encodeSample, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { parentOf, startOf } from "../../wbxml/tokenTable";
import { rowText } from "../kit/rowText";
import { rowAtByte, treeRows } from "./rows";

// Sync › Collections › Collection › SyncKey "7", CollectionId "15"
const document = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01"));
const names = (rows: ReturnType<typeof treeRows>): string[] =>
  Array.from(rows.nodes, (node) => rowText(document, node).name);

describe("treeRows", () => {
  it("gives a row to each element, with a single value in its element's own", () => {
    const rows = treeRows(document, new Set());
    expect(names(rows)).toEqual(["Sync", "Collections", "Collection", "SyncKey", "CollectionId"]);
    expect(Array.from(rows.depths)).toEqual([0, 1, 2, 3, 3]);
    expect(rowText(document, rows.nodes[3] ?? -1)).toEqual({
      name: "SyncKey",
      namespace: "AirSync",
      value: "7",
      kind: "element",
    });
  });

  it("hides the content of a collapsed element, and finds its row for a byte inside", () => {
    const rows = treeRows(document, new Set([6]));
    expect(names(rows)).toEqual(["Sync", "Collections", "Collection"]);
    expect(rowAtByte(document, rows, 9)).toBe(2);
  });

  it("shows every node that no collapsed element contains", () => {
    const collapsing = fc.tuple(sampleTree, fc.array(fc.nat(), { maxLength: 8 }));
    fc.assert(
      fc.property(collapsing, ([tree, picks]) => {
        const sample = decode(encodeSample(tree));
        const { tokens } = sample.tree;
        const all = sample.rows();
        const chosen = new Set(picks.map((pick) => Number(all.nodes[pick % all.nodes.length])));
        const isHidden = (node: number): boolean => {
          for (let at = parentOf(tokens, node); at >= 0; at = parentOf(tokens, at))
            if (chosen.has(at)) return true;
          return false;
        };
        const rows = treeRows(sample, new Set([...chosen].map((node) => startOf(tokens, node))));
        const expected = Array.from(all.nodes, (node, row) => [node, all.depths[row]] as const);
        expect(Array.from(rows.nodes, (node, row) => [node, rows.depths[row]])).toEqual(
          expected.filter(([node]) => !isHidden(node)),
        );
      }),
    );
  });

  it("finds the row of a byte: tag, text, END; none for the header", () => {
    const rows = treeRows(document, new Set());
    expect([0, 4, 7, 9, 11, 14, 18, 20].map((offset) => rowAtByte(document, rows, offset))).toEqual([
      -1, 0, 3, 3, 3, 4, 2, 0,
    ]);
  });

  it("gives mixed content and malformed bytes their own rows, with a description", () => {
    const mixed = decode(hex("03 01 6A 00 45 03 61 00 02 41 C3 02 00 FF 08 02"));
    const rows = treeRows(mixed, new Set());
    expect(Array.from(rows.nodes, (node) => rowText(mixed, node).kind)).toEqual([
      "element",
      "text",
      "other",
      "opaque",
      "element",
      "malformed",
    ]);
  });
});
