import { describe, expect, it } from "vitest";
import { applyPatches } from "../../bytes/patch";
import { caretAt, deleteBefore, deleteBytes, pasteBytes, writeByte } from "./byteEdits";

const bytes = Uint8Array.of(1, 2, 3, 4);
const applyEdit = (edit: ReturnType<typeof deleteBytes>) => edit && [...applyPatches(bytes, edit.patches)];

describe("edits of bytes", () => {
  it("overwrite a byte, and move to the next", () => {
    const edit = writeByte(4, 1, 9, "overwrite");
    expect([applyEdit(edit), edit.next]).toEqual([[1, 9, 3, 4], { start: 2, end: 3 }]);
  });

  it("stay on the last byte after overwriting it", () => {
    expect(writeByte(4, 3, 9, "overwrite").next).toEqual({ start: 3, end: 4 });
  });

  it("insert a byte in front, and after the last", () => {
    expect(applyEdit(writeByte(4, 1, 9, "insert"))).toEqual([1, 9, 2, 3, 4]);
    expect([applyEdit(writeByte(4, 4, 9, "insert")), writeByte(4, 4, 9, "insert").next]).toEqual([
      [1, 2, 3, 4, 9],
      { start: 5, end: 5 },
    ]);
    expect([...applyPatches(new Uint8Array(), writeByte(0, 0, 9, "overwrite").patches)]).toEqual([9]);
  });

  it("delete bytes", () => {
    expect(applyEdit(deleteBytes(4, { start: 1, end: 3 }, "overwrite"))).toEqual([1, 4]);
    expect(applyEdit(deleteBefore(4, { start: 2, end: 3 }, "overwrite"))).toEqual([1, 3, 4]);
    expect([
      deleteBefore(4, { start: 0, end: 1 }, "insert"),
      deleteBytes(4, { start: 4, end: 4 }, "insert"),
    ]).toEqual([undefined, undefined]);
  });

  it("paste over bytes, in front of a byte, or in place of a selection", () => {
    const pasted = Uint8Array.of(8, 9);
    expect(applyEdit(pasteBytes(4, { start: 1, end: 2 }, pasted, "overwrite"))).toEqual([1, 8, 9, 4]);
    expect(applyEdit(pasteBytes(4, { start: 3, end: 4 }, pasted, "overwrite"))).toEqual([1, 2, 3, 8, 9]);
    expect(applyEdit(pasteBytes(4, { start: 1, end: 2 }, pasted, "insert"))).toEqual([1, 8, 9, 2, 3, 4]);
    expect(applyEdit(pasteBytes(4, { start: 0, end: 3 }, pasted, "insert"))).toEqual([8, 9, 4]);
  });

  it("keep the caret inside the payload", () => {
    expect([caretAt(9, "overwrite", 4), caretAt(9, "insert", 4), caretAt(0, "overwrite", 0)]).toEqual([
      { start: 3, end: 4 },
      { start: 4, end: 4 },
      { start: 0, end: 0 },
    ]);
  });
});
