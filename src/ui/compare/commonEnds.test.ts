import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runAtOnce } from "../../formats/pace";
import { findCommonEnds } from "./commonEnds";

const bytes = fc.array(fc.constantFrom(0, 1)).map((list) => Uint8Array.from(list));

describe("what two have in common at both ends", () => {
  it("is the same on both sides, never overlaps, and is as much as there is", () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        const { head, tail } = runAtOnce(findCommonEnds(left, right));
        const [a, b] = [left.length - tail, right.length - tail];
        expect(left.subarray(0, head)).toEqual(right.subarray(0, head));
        expect(left.subarray(a)).toEqual(right.subarray(b));
        expect(Math.min(a, b)).toBeGreaterThanOrEqual(head);
        const isMore = Math.min(a, b) > head && (left[head] === right[head] || left[a - 1] === right[b - 1]);
        expect(isMore).toBe(false);
      }),
    );
  });

  it("is found in steps of a megabyte", () => {
    const left = new Uint8Array(3 * (1 << 20) + 5);
    const right = left.slice();
    right[1 << 20] = 1;
    const steps = [...findCommonEnds(left, right)];
    expect(steps).toHaveLength(3);
    expect(runAtOnce(findCommonEnds(left, right))).toEqual({ head: 1 << 20, tail: 2 * (1 << 20) + 4 });
  });
});
