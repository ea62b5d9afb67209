import { describe, expect, it } from "vitest";
import type { OpenCapture } from "../../store/inspector";
import { findCaptureRow, findNextCapture, listRows } from "./listRows";

const openOf = (source: string): OpenCapture => ({
  label: "x",
  capture: { label: "x", source, direction: undefined, payload: new Uint8Array(0), origin: {}, problems: [] },
  content: undefined,
});

describe("the rows of the list of captures", () => {
  it("are the captures alone while one source is open", () => {
    expect(listRows([openOf("a"), openOf("a")])).toEqual([
      { kind: "capture", index: 0 },
      { kind: "capture", index: 1 },
    ]);
    expect(listRows([])).toEqual([]);
  });

  it("have a heading for each of several sources", () => {
    const rows = listRows([openOf("a"), openOf("b"), openOf("b")]);
    expect(rows).toEqual([
      { kind: "source", name: "a", count: 1 },
      { kind: "capture", index: 0 },
      { kind: "source", name: "b", count: 2 },
      { kind: "capture", index: 1 },
      { kind: "capture", index: 2 },
    ]);
    expect(findCaptureRow(rows, 1)).toBe(3);
    expect(findCaptureRow(rows, 7)).toBe(-1);
  });
});

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
    expect(findNextCapture(key, from, 50)).toBe(to);
  });

  it("of another kind goes nowhere", () => {
    expect(findNextCapture("a", 3, 50)).toBeUndefined();
  });
});
