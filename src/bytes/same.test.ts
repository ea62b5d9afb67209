import { describe, expect, it } from "vitest";
import { isSameBytes, startsWith } from "./same";

describe("the same bytes", () => {
  const bytes = Uint8Array.of(1, 2, 3);

  it("are as many, and each is the same", () => {
    expect(isSameBytes(bytes, [1, 2, 3])).toBe(true);
    expect([[1, 2], [1, 2, 4], [1, 2, 3, 4], []].some((other) => isSameBytes(bytes, other))).toBe(false);
  });

  it("stand at the start, or at an offset", () => {
    expect(startsWith(bytes, [1, 2])).toBe(true);
    expect(startsWith(bytes, [])).toBe(true);
    expect(startsWith(bytes, [2, 3], 1)).toBe(true);
    expect(startsWith(bytes, [3, 0], 2)).toBe(false);
    expect(startsWith(bytes, [1, 2, 3, 4])).toBe(false);
  });
});
