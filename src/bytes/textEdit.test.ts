import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyReplacements,
  applyTextEdit,
  diffText,
  disjointReplacements,
  invertTextEdit,
  replaceText,
} from "./textEdit";

describe("textEdit", () => {
  it("is the smallest single change between two texts", () => {
    expect(diffText("abc", "abc")).toBeUndefined();
    expect(diffText("aXc", "aYYc")).toEqual({ from: 1, removed: "X", inserted: "YY" });
    expect(diffText("aa", "aaa")).toEqual({ from: 2, removed: "", inserted: "a" });
  });

  it("leads from the one to the other and, inverted, back", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = diffText(before, after);
        expect(edit === undefined).toBe(before === after);
        if (edit === undefined) return;
        expect(applyTextEdit(before, edit)).toBe(after);
        expect(applyTextEdit(after, invertTextEdit(edit))).toBe(before);
      }),
    );
  });
});

const at = (from: number, to: number, text: string) => ({ range: { from, to }, text });

describe("applyReplacements", () => {
  it("makes none", () => {
    expect(applyReplacements("abc", [])).toBe("abc");
  });

  it("makes them in any order, places counted in the text before", () => {
    const edits = [at(4, 5, ""), at(0, 1, "AAA"), at(2, 2, "-")];
    expect(applyReplacements("abcdef", edits)).toBe("AAAb-cdf");
    expect(applyReplacements("abcdef", edits.toReversed())).toBe("AAAb-cdf");
  });

  it("leaves out what overlaps a replacement that starts before it", () => {
    const edits = [at(2, 5, "X"), at(0, 3, "Y"), at(3, 4, "Z")];
    expect(applyReplacements("abcdef", edits)).toBe("YZef");
    expect(disjointReplacements(edits)).toEqual([edits[1], edits[2]]);
  });

  it("keeps of two at one place the first of the list", () => {
    expect(applyReplacements("abc", [at(1, 2, "X"), at(1, 3, "Y")])).toBe("aXc");
  });

  it("keeps all insertions at one place, in the order of the list, and what they stand in front of", () => {
    expect(applyReplacements("abc", [at(1, 1, "1"), at(1, 1, "2"), at(1, 2, "B")])).toBe("a12Bc");
  });

  it("reaches the end of the text", () => {
    expect(applyReplacements("abc", [at(3, 3, "!"), at(2, 3, "C")])).toBe("abC!");
  });
});

describe("replaceText", () => {
  it("replaces one range", () => {
    expect(replaceText("abc", { from: 1, to: 2 }, "XY")).toBe("aXYc");
  });
});
