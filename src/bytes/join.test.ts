import { describe, expect, it } from "vitest";
import { joinBytes } from "./join";

describe("joinBytes", () => {
  it("puts parts together in order", () => {
    expect(joinBytes([])).toEqual(new Uint8Array());
    expect(joinBytes([Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)])).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  it("gives one part back as it is", () => {
    const only = Uint8Array.of(1, 2);
    expect(joinBytes([only])).toBe(only);
  });
});
