import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeSample, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import {
  type Editing,
  editBytes,
  editXml,
  findChangesSinceOpened,
  redo,
  startEditing,
  undo,
} from "./editing";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const withKey = (editing: Editing, key: string): string =>
  editing.text().replace("<SyncKey>7<", `<SyncKey>${key}<`);

describe("editing", () => {
  it("follows a text that can be encoded, and names the step after its element", () => {
    const before = startEditing(payload);
    const after = editXml(before, withKey(before, "8"), 0);
    expect(after.isDraft).toBe(false);
    expect(after.document.bytes[9]).toBe(0x38);
    expect(after.undo.map(({ name }) => name)).toEqual(["Change SyncKey to 8"]);
    expect(findChangesSinceOpened(after)).toEqual([{ range: { start: 9, end: 10 }, bytes: hex("38") }]);
  });

  it("keeps a text that can't be encoded as a draft beside the last document", () => {
    const before = startEditing(payload);
    const broken = withKey(before, "8").replace("</SyncKey>", "</SyncKe>");
    const after = editXml(before, broken, 0);
    expect(after.isDraft).toBe(true);
    expect(after.document.bytes).toBe(payload);
    expect(after.text()).toBe(broken);
    expect(after.problems.map(({ code }) => code)).toContain("mismatched-tag");
    expect(editXml(after, withKey(before, "8"), 0).document.bytes[9]).toBe(0x38);
  });

  it("counts typing without a pause as one step, which a pause ends", () => {
    const start = startEditing(payload);
    const typed = ["71", "712", "7123"].reduce(
      (editing, key, i) => editXml(editing, withKey(start, key), i * 100),
      start,
    );
    expect(typed.undo).toHaveLength(1);
    const later = editXml(typed, withKey(start, "71234"), 5000);
    expect(later.undo).toHaveLength(2);
    expect(undo(later)?.editing.text()).toBe(withKey(start, "7123"));
  });

  it("returns undefined if there is nothing to undo or redo", () => {
    expect(undo(startEditing(payload))).toBeUndefined();
    expect(redo(startEditing(payload))).toBeUndefined();
  });

  it("undoes and redoes through documents and drafts, byte for byte", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(sampleTree, fc.constantFrom("", "<a", "</Sync>")), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const states = [startEditing(payload)];
          texts.forEach((text, i) => {
            const next = typeof text === "string" ? text : startEditing(encodeSample(text)).text();
            states.push(editXml(states[i] ?? startEditing(payload), next, i * 10_000));
          });
          const distinct = states.filter((state, i) => i === 0 || state !== states[i - 1]);
          let now = distinct.at(-1);
          for (const before of distinct.slice(0, -1).reverse()) {
            now = now && undo(now)?.editing;
            expect([now?.text(), now?.document.bytes]).toEqual([before.text(), before.document.bytes]);
          }
          for (const after of distinct.slice(1)) {
            now = now && redo(now)?.editing;
            expect([now?.text(), now?.document.bytes, now?.isDraft]).toEqual([
              after.text(),
              after.document.bytes,
              after.isDraft,
            ]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("editBytes", () => {
  it("patches the bytes, renders them as text, and can be undone", () => {
    const before = startEditing(payload);
    const after = editBytes(before, [{ range: { start: 9, end: 10 }, bytes: hex("39") }], "Set SyncKey", 0);
    expect(after.text()).toContain("<SyncKey>9</SyncKey>");
    expect(after.undo.map(({ name }) => name)).toEqual(["Set SyncKey"]);
    const back = undo(after)?.editing;
    expect([back?.document.bytes, back?.text()]).toEqual([payload, before.text()]);
  });

  it("undoes a change that left the text unchanged", () => {
    const long = hex("03 01 6A 00 45 C3 80 01 61 01"); // a length longer than needed
    const before = startEditing(long);
    const after = editBytes(before, [{ range: { start: 6, end: 8 }, bytes: hex("01") }], "Shorten", 0);
    expect(after.document.bytes).toEqual(hex("03 01 6A 00 45 C3 01 61 01"));
    expect(undo(after)?.editing.document.bytes).toEqual(long);
  });
});
