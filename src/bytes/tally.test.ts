import { expect, it } from "vitest";
import { countUp, type Tally } from "./tally";

it("counts each thing by itself, up and down", () => {
  const tally: Tally<string> = new Map();
  expect([countUp(tally, "a"), countUp(tally, "b"), countUp(tally, "a"), countUp(tally, "a", -1)]).toEqual([
    1, 1, 2, 1,
  ]);
  expect([...tally]).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
});
