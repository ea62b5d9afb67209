import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeSample, noise, sampleTree } from "../testing/arbitrary";
import { decode, encode } from "../testing/codec";
import { type Comparison, compareDocuments } from "./compare";
import { findDifference, type RowFilter, showRows } from "./filter";
import { readRow } from "./rows";

const FILTERS: readonly RowFilter[] = ["all", "differences", "meaning", "wire"];

const listShown = (comparison: Comparison, filter: RowFilter): number[] => {
  const { count, indexAt } = showRows(comparison, filter);
  return Array.from({ length: count }, (_, place) => indexAt(place));
};

/** The same from the definition: a row is shown if it is wanted, or something in it is. */
function listByDefinition({ rows }: Comparison, filter: RowFilter): number[] {
  const all = Array.from(rows.a, (_, index) => readRow(rows, index)).filter((row) => row !== undefined);
  const isWanted = (index: number): boolean => {
    const difference = all[index]?.difference ?? "same";
    if (filter === "all") return true;
    if (difference === "same" || difference === "inside") return false;
    return filter === "differences" || (difference === "wire") === (filter === "wire");
  };
  const depthOf = (index: number): number => all[index]?.depth ?? -1;
  return all.flatMap((_, index) => {
    let end = index + 1;
    while (depthOf(end) > depthOf(index)) end++;
    const inside = Array.from({ length: end - index }, (__, i) => index + i);
    return inside.some(isWanted) ? [index] : [];
  });
}

const comparison: fc.Arbitrary<Comparison> = fc
  .tuple(sampleTree, sampleTree, noise)
  .map(([one, other, noisy]) =>
    compareDocuments(decode(encodeSample(one, noisy)), decode(encodeSample(other))),
  );

describe("the rows of a comparison", () => {
  it("are those that the filter selects, with the elements around them", () => {
    fc.assert(
      fc.property(comparison, fc.constantFrom(...FILTERS), (compared, filter) => {
        expect(listShown(compared, filter)).toEqual(listByDefinition(compared, filter));
      }),
      { numRuns: 300 },
    );
  });

  it("are none of a document and itself, except all of them", () => {
    const document = decode(encode('<Sync xmlns="AirSync"><Collections/></Sync>').bytes);
    const same = compareDocuments(document, document);
    expect(FILTERS.map((filter) => listShown(same, filter))).toEqual([[0], [], [], []]);
    expect(showRows(same, "all").indexAt(1)).toBe(-1);
  });

  it("lead from one difference to the next, and back", () => {
    fc.assert(
      fc.property(comparison, fc.constantFrom(...FILTERS), (compared, filter) => {
        const places = listShown(compared, filter).map((index) => readRow(compared.rows, index)?.difference);
        places.forEach((_, place) => {
          const differs = (at: number): boolean => !["same", "inside", undefined].includes(places[at]);
          let [next, last] = [place + 1, place - 1];
          while (next < places.length && !differs(next)) next++;
          while (last >= 0 && !differs(last)) last--;
          expect([
            findDifference(compared, filter, place, 1),
            findDifference(compared, filter, place, -1),
          ]).toEqual([next < places.length ? next : place, last >= 0 ? last : place]);
        });
      }),
      { numRuns: 300 },
    );
  });
});
