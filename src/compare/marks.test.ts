import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeSample, noise, sampleTree } from "../testing/arbitrary";
import { decode } from "../testing/codec";
import { compareDocuments } from "./compare";
import { listMarks, readMarks } from "./marks";
import { type ComparedRows, type Difference, readRow } from "./rows";

/** The same from the definition, row by row. */
function markByDefinition(rows: ComparedRows): ReadonlyMap<number, Difference> {
  const marks = new Map<number, Difference>();
  const around: number[] = [];
  for (let index = 0; index < rows.a.length; index++) {
    const { depth, b, difference } = readRow(rows, index) ?? { depth: 0, b: -1, difference: "same" };
    if (b >= 0) around[depth] = b;
    if (difference === "same" || difference === "inside") continue;
    const parent = around[depth - 1] ?? -1;
    if (b >= 0) marks.set(b, difference);
    else if (depth > 0 && !marks.has(parent)) marks.set(parent, "removed");
  }
  return marks;
}

describe("the marks of a tree", () => {
  it("are the nodes that differ, and the elements from which one was removed", () => {
    fc.assert(
      fc.property(sampleTree, sampleTree, noise, (one, other, noisy) => {
        const { rows } = compareDocuments(decode(encodeSample(one, noisy)), decode(encodeSample(other)));
        const expected = markByDefinition(rows);
        const marks = readMarks(listMarks(rows));
        expect(new Map([...marks.keys()].map((token) => [token, marks.get(token)]))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("are none where nothing is left", () => {
    const [some, nothing] = [decode(Uint8Array.of(3, 1, 0x6a, 0, 5)), decode(Uint8Array.of(3, 1, 0x6a, 0))];
    expect(listMarks(compareDocuments(some, nothing).rows).tokens).toHaveLength(0);
  });
});
