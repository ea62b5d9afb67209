import { expect, it } from "vitest";
import { groupBy } from "./groupBy";

it("keeps the order of keys and of values", () => {
  expect([...groupBy([3, 1, 4, 1, 5, 9, 2], (value) => value % 2)]).toEqual([
    [1, [3, 1, 1, 5, 9]],
    [0, [4, 2]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
