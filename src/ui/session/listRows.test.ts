import { describe, expect, it } from "vitest";
import type { OpenCapture } from "../../store/inspector";
import { findCaptureRow, listRows } from "./listRows";

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
