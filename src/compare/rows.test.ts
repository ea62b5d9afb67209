import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedRow, codeOf, collectRows, type Difference, differenceOf, readRow } from "./rows";

const KINDS: readonly Difference[] = ["same", "inside", "changed", "removed", "added", "moved", "wire"];

const row: fc.Arbitrary<ComparedRow> = fc.record({
  depth: fc.nat(),
  a: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
  b: fc.integer({ min: -1, max: 2 ** 31 - 1 }),
  difference: fc.constantFrom(...KINDS),
});

describe("rows as columns", () => {
  it("are the rows that were added, however many", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 2000, size: "max" }), (rows) => {
        const collector = collectRows();
        rows.forEach(collector.add);
        const columns = collector.finish();
        expect(rows.map((_, index) => readRow(columns, index))).toEqual(rows);
        expect([readRow(columns, -1), readRow(columns, rows.length)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 50 },
    );
  });

  it("have a number for each difference", () => {
    expect(KINDS.map((kind) => differenceOf(codeOf(kind)))).toEqual(KINDS);
    expect([codeOf("same"), differenceOf(undefined), differenceOf(99)]).toEqual([0, "same", "same"]);
  });
});
