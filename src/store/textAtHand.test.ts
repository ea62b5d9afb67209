import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { editBytes, editXml, startEditing, startEditingDocument, undo } from "./editing";
import { textAtHand } from "./textAtHand";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");

describe("textAtHand", () => {
  const large = Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(310_000).fill(0x0b), 1]);

  it("is the text of a payload that is not large, and every text that a person wrote", () => {
    const before = startEditing(payload);
    expect(textAtHand(before)).toBe(before.text());
    expect(textAtHand(editXml(before, "<Sync", 0))).toBe("<Sync");
    const typed = { text: "<Sync/>", isDraft: false, problems: [] };
    expect(textAtHand(startEditingDocument(startEditing(large).document, typed))).toBe("<Sync/>");
  });

  it("is not the XML of a large payload, before and after an edit of its bytes and back", () => {
    const before = startEditing(large);
    const after = editBytes(before, [{ range: { start: 5, end: 6 }, bytes: hex("0C") }], "Set", 0);
    expect([before, after, undo(after)?.editing].map((one) => one && textAtHand(one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
