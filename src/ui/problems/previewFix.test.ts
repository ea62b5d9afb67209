import { describe, expect, it } from "vitest";
import { lintViews } from "../../lint/lint";
import type { Fix } from "../../lint/rule";
import { rules } from "../../lint/rules";
import { viewMessage } from "../../lint/view";
import { hex } from "../../testing/bytes";
import { previewFix } from "./previewFix";

const text = "<Options>\n    <FilterType>6</FilterType>\n    <Class>SMS</Class>\n</Options>";
const written = (fix: Fix, xml = text, bytes = hex("")): readonly string[] =>
  previewFix(fix, bytes, () => xml).lines.map((line) => `${line.sign} ${line.text}`);

const edit = (from: number, to: number, fresh: string): Fix => ({
  title: "Mend",
  safe: true,
  edits: [{ range: { from, to }, text: fresh }],
});

describe("what a fix changes", () => {
  it("is the line before and after, without its indentation", () => {
    const at = text.indexOf("6");
    expect(written(edit(at, at + 1, "5"))).toEqual([
      "- <FilterType>6</FilterType>",
      "+ <FilterType>5</FilterType>",
    ]);
  });

  it("is only a removed or an added line", () => {
    const [from, to] = [text.indexOf("\n    <Class"), text.indexOf("\n</Options")];
    expect(written(edit(from, to, ""))).toEqual(["- <Class>SMS</Class>"]);
    expect(written(edit(9, 9, "\n    <Conflict>1</Conflict>"))).toEqual(["+ <Conflict>1</Conflict>"]);
  });

  it("is of a long line what is changed, with the tags that it is between", () => {
    const long = `${"<a/>".repeat(100)}<b/>${"<c/>".repeat(100)}`;
    expect(written(edit(400, 404, "<d/>"), long)).toEqual(["- <b/>", "+ <d/>"]);
    expect(written(edit(404, 404, "<d/>"), long)).toEqual(["+ <d/>"]);
    const value = `${"<a/>".repeat(100)}<b>6</b>${"<c/>".repeat(100)}`;
    expect(written(edit(403, 404, "5"), value)).toEqual(["- <b>6</b>", "+ <b>5</b>"]);
  });

  it("is the bytes with their offset, if the fix changes bytes", () => {
    const fix: Fix = {
      title: "Remove it",
      safe: true,
      patches: [{ range: { start: 2, end: 4 }, bytes: hex("05") }],
    };
    expect(written(fix, "", hex("45 4F 00 02 01"))).toEqual(["- 0002  00 02", "+ 0002  05"]);
  });

  it("says how many lines more there are", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `<a>${index}</a>`).join("\n");
    expect(previewFix(edit(0, lines.length, ""), hex(""), () => lines)).toMatchObject({ more: 12 });
  });

  it("is something for every fix in the examples of the rules", () => {
    const fixes = rules.flatMap((rule) =>
      rule.examples.flatMap(({ messages, context }) => {
        const [first] = messages.map((one) => (typeof one === "string" ? { xml: one } : one));
        if (first?.xml === undefined) return [];
        const { xml } = first;
        const found = lintViews([viewMessage(first, 0, context)], [rule]);
        return found.flatMap(({ fixes: some }) => some.map((fix) => ({ fix, xml })));
      }),
    );
    const ofText = fixes.filter(({ fix }) => fix.edits !== undefined);
    expect(ofText.length).toBeGreaterThan(20);
    expect(ofText.filter(({ fix, xml }) => written(fix, xml).length === 0)).toEqual([]);
  });
});
