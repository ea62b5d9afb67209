import { describe, expect, it } from "vitest";
import { copyForms } from "../../formats/write/copyForms";
import { startEditing } from "../../store/editing";
import { hex } from "../../testing/bytes";
import { describeCopy } from "./describeCopy";
import { formMenus, nodeForms } from "./forms";

describe("the forms to copy", () => {
  const all = formMenus.flatMap(({ forms }) => forms);

  it("have ids of their own, and each has its place in one submenu", () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(copyForms.map(({ id }) => id)));
    expect(ids).toEqual(expect.arrayContaining(["xml", "json", "curl", "powershell"]));
    expect(formMenus.filter(({ forms }) => forms.length === 0)).toEqual([]);
    expect(new Set(nodeForms.map(({ id }) => id)).size).toBe(nodeForms.length);
  });
});

describe("what was copied", () => {
  const editing = startEditing(hex("03 01 6A 00 05"));

  it("is told by its size and its form", () => {
    expect(describeCopy(editing, { id: "c", title: "C array" })).toBe("5 bytes as C array");
  });

  it("is told as what it is if it can't be encoded", () => {
    const draft = { ...editing, isDraft: true };
    expect(describeCopy(draft, { id: "xml", title: "XML" })).toBe("the XML, which can't be encoded yet");
    expect(describeCopy(draft, { id: "hex", title: "Hex, spaced" })).toBe("5 bytes as Hex, spaced");
  });
});
