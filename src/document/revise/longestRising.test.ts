import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRising } from "./longestRising";

describe("longestRising", () => {
  it("is rising, and has the maximum length", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), (numbers) => {
        const places = [...longestRising(numbers)].toSorted((one, other) => one - other);
        expect(
          places.every((place, i) => i === 0 || (numbers[places[i - 1] ?? 0] ?? 0) < (numbers[place] ?? 0)),
        ).toBe(true);
        let longest = 0;
        for (let set = 0; set < 2 ** numbers.length; set++) {
          const some = numbers.filter((_, i) => (set >> i) & 1);
          if (some.every((number, i) => i === 0 || (some[i - 1] ?? 0) < number))
            longest = Math.max(longest, some.length);
        }
        expect(places).toHaveLength(longest);
      }),
      { numRuns: 50 },
    );
  });
});
