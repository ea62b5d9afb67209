import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../compare/compare";
import { decode, encode } from "../../testing/codec";
import { comparisonText, filterRows } from "./sides";

const document = (inside: string) =>
  decode(
    encode(`<Sync xmlns="AirSync"><Collections><Collection>${inside}</Collection></Collections></Sync>`)
      .bytes,
  );
const first = document("<SyncKey>1</SyncKey><CollectionId>5</CollectionId><GetChanges/>");
const second = document("<SyncKey>2</SyncKey><CollectionId>5</CollectionId><GetChanges></GetChanges>");

describe("the rows of a comparison", () => {
  it("are those that the filter selects, with the elements around them", () => {
    const comparison = compareDocuments(first, second);
    expect(filterRows(comparison, "all")).toHaveLength(6);
    expect(filterRows(comparison, "differences")).toEqual([0, 1, 2, 3, 5]);
    expect(filterRows(comparison, "meaning")).toEqual([0, 1, 2, 3]);
    expect(filterRows(comparison, "wire")).toEqual([0, 1, 2, 5]);
    expect(filterRows(compareDocuments(first, first), "differences")).toEqual([]);
  });

  it("can be copied as text", () => {
    expect(comparisonText(first, second, compareDocuments(first, second)).split("\n")).toEqual([
      "  Sync",
      "    Collections",
      "      Collection",
      "~       SyncKey 1 → 2",
      "≈       GetChanges",
    ]);
  });
});
