import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyTextEdit, invertTextEdit, textEdit } from "./textEdit";

describe("textEdit", () => {
  it("is the smallest single change between two texts", () => {
    expect(textEdit("abc", "abc")).toBeUndefined();
    expect(textEdit("aXc", "aYYc")).toEqual({ from: 1, removed: "X", inserted: "YY" });
    expect(textEdit("aa", "aaa")).toEqual({ from: 2, removed: "", inserted: "a" });
  });

  it("leads from the one to the other and, inverted, back", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = textEdit(before, after);
        expect(edit === undefined).toBe(before === after);
        if (edit === undefined) return;
        expect(applyTextEdit(before, edit)).toBe(after);
        expect(applyTextEdit(after, invertTextEdit(edit))).toBe(before);
      }),
    );
  });
});
