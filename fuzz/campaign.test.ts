import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tryBatch, tryTarget } from "./campaign";
import { defineTarget, type Target } from "./target";

function wait(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

function numbers(check: (value: number) => number, examples: readonly number[] = []): Target {
  return defineTarget({ name: "numbers", inputs: fc.nat(1000), examples, check, write: String });
}

const refuseFrom =
  (least: number) =>
  (value: number): number => {
    if (value >= least) throw new Error(`${value} is too many`);
    return 1;
  };

describe("a campaign", () => {
  it("finds a fault, makes its input small, and finds it again from its seed", async () => {
    const target = numbers(refuseFrom(400));
    const { fault } = await tryTarget(target, 7, 5000);
    expect(fault?.input).toBe("400");
    expect(fault?.message).toContain("400 is too many");
    const again = await tryBatch(target, fault?.seed ?? -1);
    expect([again.fault?.seed, again.fault?.input]).toEqual([7, "400"]);
  });

  it("tries the examples first", async () => {
    const { tried, fault } = await tryBatch(numbers(refuseFrom(1001), [2000]), 1);
    expect([tried, fault?.input]).toEqual([0, "2000"]);
  });

  it("tries one batch at least, and its end is no fault", async () => {
    const { tried, fault } = await tryTarget(
      numbers(() => 1),
      1,
      0,
    );
    expect(tried).toBeGreaterThan(0);
    expect(fault).toBeUndefined();
    let calls = 0;
    const slow = numbers(() => {
      calls++;
      wait(20);
      return 1;
    });
    expect(await tryTarget(slow, 1, 60)).toMatchObject({ fault: undefined });
    expect(calls).toBeLessThan(100);
  });

  it("suspects an input that is slow each time for its size, and not one that has much to do", async () => {
    const target = numbers(
      (value) => {
        if (value > 1000) wait(60);
        return value === 3000 ? 10_000_000 : 1;
      },
      [2000, 3000],
    );
    const { fault, slow } = await tryBatch(target, 1);
    expect(fault).toBeUndefined();
    expect(slow.map(({ input }) => input)).toEqual(["2000"]);
  });
});
