import { describe, expect, it } from "vitest";
import { dropTrailing, takeBefore } from "./cut";

describe("takeBefore", () => {
  it.each([
    ["a#b#c", "a"],
    ["#b", ""],
    ["abc", "abc"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(takeBefore(text, "#")).toBe(expected);
  });
});

describe("dropTrailing", () => {
  it.each([
    ["ab==", "ab"],
    ["a=b", "a=b"],
    ["==", ""],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(dropTrailing(text, "=")).toBe(expected);
  });
});
