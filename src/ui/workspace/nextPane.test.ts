import { describe, expect, it } from "vitest";
import { roundPlace } from "./nextPane";

describe("the next place", () => {
  it.each([
    [0, 1, 3, 1],
    [2, 1, 3, 0],
    [0, -1, 3, 2],
    [-1, 1, 3, 0],
    [-1, -1, 3, 2],
    [0, 1, 1, 0],
  ] as const)("from %i by %i of %i is %i", (at, step, count, next) => {
    expect(roundPlace(at, step, count)).toBe(next);
  });
});
