import { describe, expect, it } from "vitest";
import { decode } from "../../index";
import { hex } from "../../testing/bytes";
import { rowAtByte, rowText, treeRows } from "./rows";

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
