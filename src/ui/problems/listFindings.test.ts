import { describe, expect, it } from "vitest";
import { lintMessage } from "../../lint/lint";
import { viewDocument } from "../../lint/view";
import { type Editing, editXml, startEditing } from "../../store/editing";
import { hex } from "../../testing/bytes";
import { listFindings } from "./listFindings";

const list = (editing: Editing) =>
  listFindings(editing, lintMessage(viewDocument(editing.document, {}, 0, {}, [])));

describe("listProblems", () => {
  it("is empty for a valid payload", () => {
    expect(list(startEditing(hex("03 01 6A 00 00 07 56 52 03 30 00 01 01")))).toEqual([]);
  });

  it("has the findings of the rules, with bytes, reason and section; errors first", () => {
    const problems = list(
      startEditing(hex("03 01 6A 00 00 07 56 52 03 30 00 01 4C 03 31 00 01 49 03 31 00 01 01")),
    );
    expect(problems.map(({ severity }) => severity)).toEqual(
      problems.map(({ severity }) => severity).toSorted(),
    );
    expect(problems.find(({ element }) => element === "FolderHierarchy:ParentId")).toMatchObject({
      severity: "error",
      range: { start: 17, end: 22 },
    });
    expect(problems.every(({ why, spec }) => why !== undefined && spec !== undefined)).toBe(true);
  });

  it("places problems of a text at its bytes, and those of a draft only in the text", () => {
    const before = startEditing(hex("03 01 6A 00 45 4F 01 01"));
    const noted = editXml(
      before,
      before.text().replace("<Collection", "<Folder").replace("</Collection", "</Folder"),
      0,
    );
    expect(listFindings(noted, [])).toMatchObject([
      { code: "xml/legacy-name", severity: "info", range: { start: 5, end: 7 } },
    ]);
    const draft = editXml(before, before.text().replace("</Sync>", ""), 0);
    expect(listFindings(draft, [])[0]).toMatchObject({ severity: "error", range: undefined });
  });
});
