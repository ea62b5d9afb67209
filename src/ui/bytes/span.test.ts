import { describe, expect, it } from "vitest";
import { clampSpan, spanTo, toRange, toSpan } from "./span";

describe("spans", () => {
  it("extend to both sides of where they were begun", () => {
    expect(toRange({ anchor: 4, focus: 6 })).toEqual({ start: 4, end: 7 });
    expect(toRange({ anchor: 4, focus: 2 })).toEqual({ start: 2, end: 5 });
    expect(toRange({ anchor: 4, focus: 4 })).toEqual({ start: 4, end: 5 });
  });

  it("cover a range, and extend behind it", () => {
    expect(toSpan({ start: 4, end: 7 })).toEqual({ anchor: 4, focus: 6 });
    expect(toSpan({ start: 4, end: 4 })).toEqual({ anchor: 4, focus: 4 });
  });

  it("keep a range when they go from it to a byte", () => {
    expect(toRange(spanTo({ start: 4, end: 7 }, 9))).toEqual({ start: 4, end: 10 });
    expect(toRange(spanTo({ start: 4, end: 7 }, 1))).toEqual({ start: 1, end: 7 });
    expect(toRange(spanTo({ start: 4, end: 7 }, 5))).toEqual({ start: 4, end: 6 });
  });

  it("stay in the payload", () => {
    expect(clampSpan({ anchor: 4, focus: -3 }, 9)).toEqual({ anchor: 4, focus: 0 });
    expect(clampSpan({ anchor: 9, focus: 90 }, 9)).toEqual({ anchor: 8, focus: 8 });
  });
});
