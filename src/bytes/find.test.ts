import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBytes } from "./find";

describe("bytes in others", () => {
  it("are found where a text of them is found", () => {
    const bytes = fc.array(fc.constantFrom(97, 98), { maxLength: 40 });
    fc.assert(
      fc.property(bytes, bytes, (whole, part) => {
        const expected = String.fromCharCode(...whole).indexOf(String.fromCharCode(...part));
        expect(findBytes(Uint8Array.from(whole), Uint8Array.from(part))).toBe(expected);
      }),
    );
  });

  it.each([
    ["nothing, at the start", [1, 2], [], 0],
    ["all of it", [1, 2], [1, 2], 0],
    ["the second of two that begin alike", [1, 1, 2, 1, 1, 3], [1, 1, 3], 3],
    ["nowhere, if longer", [1, 2], [1, 2, 3], -1],
    ["nowhere", [1, 2, 3], [4], -1],
  ])("are found: %s", (_name, whole, part, at) => {
    expect(findBytes(Uint8Array.from(whole), Uint8Array.from(part))).toBe(at);
  });
});
