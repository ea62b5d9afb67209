import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SPACE, makeScale } from "./scale";

const VIEW = 600;
const totals = fc.integer({ min: 0, max: 5_000_000_000 });

describe("a list that fits", () => {
  it("is not scaled", () => {
    const scale = makeScale(MAX_SPACE, VIEW);
    expect(scale).toMatchObject({ isTrue: true, space: MAX_SPACE, maxOffset: MAX_SPACE - VIEW });
    for (const at of [0, 1.5, 20_001, 2_000_000, MAX_SPACE - VIEW])
      expect([scale.toPosition(at), scale.toOffset(at)]).toEqual([at, at]);
  });

  it("does not scroll if all of it is seen", () => {
    expect(makeScale(100, VIEW)).toMatchObject({ space: 100, maxOffset: 0, maxPosition: 0 });
    expect(makeScale(100, VIEW).toOffset(50)).toBe(0);
  });
});

describe("a list that is too high", () => {
  it("reaches both ends", () => {
    fc.assert(
      fc.property(totals, (total) => {
        const scale = makeScale(total, VIEW);
        expect(scale.space).toBeLessThanOrEqual(MAX_SPACE);
        expect(scale.toOffset(0)).toBe(0);
        expect(scale.toOffset(scale.maxPosition)).toBe(scale.maxOffset);
        expect(scale.toPosition(scale.maxOffset)).toBe(scale.maxPosition);
      }),
    );
  });

  it("has a place for every offset, in order, and finds it again", () => {
    const offsets = fc.tuple(totals, totals, fc.integer({ min: MAX_SPACE + 1, max: 5_000_000_000 }));
    fc.assert(
      fc.property(offsets, ([a, b, total]) => {
        const scale = makeScale(total, VIEW);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(scale.toPosition(low)).toBeLessThanOrEqual(scale.toPosition(high));
        const inside = Math.min(low, scale.maxOffset);
        expect(scale.toOffset(scale.toPosition(inside))).toBeCloseTo(inside, 2);
      }),
    );
  });

  it("is true to the pixel near both ends", () => {
    const scale = makeScale(1_000_000_000, VIEW);
    expect(scale.toPosition(12_345)).toBe(12_345);
    expect(scale.toPosition(scale.maxOffset - 12_345)).toBe(scale.maxPosition - 12_345);
    expect(scale.toOffset(2_000_000)).toBeGreaterThan(400_000_000);
  });
});
