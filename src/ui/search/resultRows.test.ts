import { describe, expect, it } from "vitest";
import type { Hit } from "../../find/hit";
import { findHitRow, resultRows } from "./resultRows";

const hit = (excerpt: string): Hit => ({ kind: "value", path: [], excerpt, match: { from: 0, to: 1 } });
const found = [
  { capture: 2, hits: [hit("a"), hit("b")] },
  { capture: 5, hits: [hit("c")] },
];

describe("resultRows", () => {
  it("puts hits below their captures and numbers them throughout", () => {
    const lines = resultRows(found).map((row) =>
      row.kind === "capture" ? `#${row.capture} ${row.count}` : `${row.index} ${row.hit.excerpt}`,
    );
    expect(lines).toEqual(["#2 2", "0 a", "1 b", "#5 1", "2 c"]);
  });

  it.each([
    [-1, -1],
    [0, 1],
    [1, 2],
    [2, 4],
    [3, -1],
  ])("hit %i is in line %i", (index, row) => {
    expect(findHitRow(found, index)).toBe(row);
  });
});
