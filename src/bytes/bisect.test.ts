import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bisect } from "./bisect";

describe("bisect", () => {
  it("finds the first index for which the test holds", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (count, first) => {
        expect(bisect(count, (index) => index >= first)).toBe(Math.min(first, count));
      }),
    );
  });

  it("asks few times, and never outside", () => {
    const asked: number[] = [];
    bisect(1_000_000, (index) => asked.push(index) > 0 && index >= 777_777);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(Math.max(...asked)).toBeLessThan(1_000_000);
    expect(bisect(0, () => true)).toBe(0);
  });
});
