import { describe, expect, it } from "vitest";
import { countGaps, fitColumns, listChoices, placeColumn, readChosen } from "./columns";

const room = { width: 1045, char: 7.2, digits: 4, isTouched: false };

describe("fitColumns", () => {
  it("has 32 columns at full width, 24 beside the session, 16 and 8 where it is narrower", () => {
    const widths = [1045, 745, 560, 390];
    expect(widths.map((width) => fitColumns("by-width", { ...room, width }).columns)).toEqual([
      32, 24, 16, 8,
    ]);
  });

  it("sets bytes closer where more of them are shown that way", () => {
    expect(fitColumns("by-width", room).cell).toBeCloseTo(21.6);
    expect(fitColumns("by-width", { ...room, width: 745 }).cell).toBeCloseTo(18.4);
  });

  it("never has fewer columns in a wider pane", () => {
    let last = 0;
    for (let width = 200; width < 1200; width++) {
      const { columns } = fitColumns("by-width", { ...room, width });
      expect(columns).toBeGreaterThanOrEqual(last);
      last = columns;
    }
    expect(last).toBe(32);
  });

  it("keeps to what was chosen", () => {
    expect(fitColumns(32, { ...room, width: 400 })).toEqual({ columns: 32, cell: 2 * 7.2 + 4 });
    expect(fitColumns(16, room).columns).toBe(16);
  });

  it("has room for fingers", () => {
    expect(fitColumns("by-width", { ...room, width: 390, isTouched: true })).toEqual({
      columns: 8,
      cell: 28,
    });
  });
});

describe("places of columns", () => {
  it("have a gap after every eight", () => {
    expect([0, 1, 8, 9, 16, 17, 32].map(countGaps)).toEqual([0, 0, 0, 1, 1, 2, 3]);
    expect(placeColumn(8, 20, room) - placeColumn(7, 20, room)).toBe(28);
    expect(placeColumn(9, 20, room) - placeColumn(8, 20, room)).toBe(20);
  });
});

describe("the choice of columns", () => {
  it("is read as it was stored, and is by width for anything else", () => {
    expect(["8", "24", "32", "12", "", undefined].map(readChosen)).toEqual([
      8,
      24,
      32,
      "by-width",
      "by-width",
      "by-width",
    ]);
  });

  it("offers 8 only where that is shown or chosen", () => {
    expect(listChoices("by-width", 16)).toEqual(["by-width", 16, 24, 32]);
    expect(listChoices("by-width", 8)).toContain(8);
    expect(listChoices(8, 8)).toContain(8);
  });
});
