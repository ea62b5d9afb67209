import { describe, expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { findNextRow, sessionKeys } from "./keys";

describe("a key in the session", () => {
  it.each([
    ["ArrowDown", 1, 2],
    ["ArrowDown", 49, 49],
    ["ArrowDown", -1, 0],
    ["ArrowUp", 1, 0],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 25],
    ["PageUp", 5, 0],
    ["Home", 30, 0],
    ["End", 3, 49],
  ])("%s goes from %i to %i of 50", (key, from, to) => {
    expect(findNextRow(key, from, 50, 20)).toBe(to);
  });

  it("of another kind goes nowhere", () => {
    expect(findNextRow("a", 3, 50, 20)).toBeUndefined();
  });

  it("is listed, if it goes somewhere", () => {
    const keys = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];
    expect(listOwnKeys(sessionKeys)).toEqual(expect.arrayContaining(keys));
    expect(keys.filter((key) => findNextRow(key, 3, 50, 20) === undefined)).toEqual([]);
  });
});
