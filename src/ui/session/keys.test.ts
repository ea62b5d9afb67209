import { describe, expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { CLOSING_KEY, capturesKeys, findNextCapture } from "./keys";

describe("a key in the list", () => {
  it.each([
    ["ArrowDown", 1, 2],
    ["ArrowDown", 49, 49],
    ["ArrowUp", 1, 0],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 25],
    ["PageUp", 5, 0],
    ["Home", 30, 0],
    ["End", 3, 49],
  ])("%s goes from %i to %i of 50", (key, from, to) => {
    expect(findNextCapture(key, from, 50, 20)).toBe(to);
  });

  it("of another kind goes nowhere", () => {
    expect(findNextCapture("a", 3, 50, 20)).toBeUndefined();
  });

  it("is listed, if it goes somewhere or closes the capture", () => {
    const keys = [
      ...listOwnKeys(capturesKeys),
      "a",
      "Enter",
      "Insert",
      "Backspace",
      "ArrowLeft",
      "ArrowRight",
    ];
    const handled = keys.filter(
      (key) => key === CLOSING_KEY || findNextCapture(key, 3, 50, 20) !== undefined,
    );
    expect(listOwnKeys(capturesKeys)).toEqual(handled);
    expect(handled).toHaveLength(7);
  });
});
