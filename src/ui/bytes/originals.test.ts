import { describe, expect, it } from "vitest";
import { applyPatches } from "../../bytes/patch";
import { countChanged, findOriginal } from "./originals";

const original = Uint8Array.of(1, 2, 3, 4, 5, 6);
const changes = [
  { range: { start: 1, end: 2 }, bytes: Uint8Array.of(20, 21) },
  { range: { start: 3, end: 5 }, bytes: new Uint8Array() },
];

describe("the original of a byte", () => {
  it("is found behind what was inserted and deleted", () => {
    const bytes = applyPatches(original, changes);
    expect([...bytes]).toEqual([1, 20, 21, 3, 6]);
    expect([...bytes.keys()].map((offset) => findOriginal(original, changes, offset))).toEqual([
      1,
      2,
      undefined,
      3,
      6,
    ]);
  });
});

describe("the number of changed bytes", () => {
  it("counts what was overwritten, inserted and deleted", () => {
    expect([countChanged(changes), countChanged([])]).toEqual([4, 0]);
  });
});
