import { describe, expect, it } from "vitest";
import { editXml, startEditing } from "../../store/editing";
import type { LintResult } from "../../store/linting";
import { hex } from "../../testing/bytes";
import { collectFindings } from "./collectFindings";

const editing = startEditing(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 01 01 01"));
const result: LintResult = {
  open: { label: "x", capture: undefined, content: { kind: "payload", editing } },
  editing,
  diagnostics: [
    {
      rule: "schema/x",
      severity: "warning",
      message: "m",
      why: "w",
      spec: { document: "MS-ASCMD", section: "1" },
      range: { start: 7, end: 12 },
      messageIndex: 0,
      fixes: [{ title: "Mend", safe: true, edits: [] }],
    },
  ],
};

describe("problemsOf", () => {
  it("lists what the rules reported for this payload", () => {
    const findings = collectFindings(editing, result, undefined);
    expect(findings?.map(({ code, fixes }) => [code, fixes.length])).toEqual([["schema/x", 1]]);
  });

  it("offers no fix that was made for another state of the payload", () => {
    const edited = editXml(editing, editing.text().replace(">7<", ">8<"), 0);
    expect(collectFindings(edited, result, undefined)?.[0]?.fixes).toEqual([]);
  });

  it("says nothing of another payload, and that the rules can't be asked", () => {
    expect(collectFindings(startEditing(hex("03 01 6A 00 05")), result, undefined)).toBeUndefined();
    expect(collectFindings(editing, undefined, undefined)).toBeUndefined();
    expect(
      collectFindings(editing, undefined, { kind: "error", reason: "no worker\nat x" })?.[0],
    ).toMatchObject({
      code: "page/rules-failed",
      severity: "error",
    });
  });
});
