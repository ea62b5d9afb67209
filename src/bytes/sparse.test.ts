import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSparse } from "./sparse";

describe("values of few numbers", () => {
  it("are those of a map", () => {
    const entries = fc.uniqueArray(fc.tuple(fc.nat(200), fc.nat()), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, (some) => {
        const sorted = some.toSorted(([a], [b]) => a - b);
        const map = new Map(sorted);
        const sparse = makeSparse(Uint32Array.from(map.keys()), (index) => sorted[index]?.[1]);
        expect([sparse.size, [...sparse.keys()]]).toEqual([map.size, [...map.keys()]]);
        for (let key = 0; key <= 201; key++)
          expect([sparse.has(key), sparse.get(key)]).toEqual([map.has(key), map.get(key)]);
      }),
    );
  });
});
