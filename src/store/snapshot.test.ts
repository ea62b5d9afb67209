import { describe, expect, it } from "vitest";
import { pack, unpack } from "../bytes/pack";
import type { Capture } from "../formats/format";
import { readCaptureContent } from "../session/content";
import { nothingChosen } from "../session/messageContext";
import { hex } from "../testing/bytes";
import { editBytes, editXml, startEditing, undo } from "./editing";
import { editingOf, type OpenCapture } from "./inspector";
import { estimateKeptSize, type KeptCapture, keepCapture, listKeptParts, restoreCapture } from "./snapshot";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = {
  label: "Sync",
  direction: "request",
  payload,
  origin: {},
  problems: [],
  http: { headers: [["A", "b"]] },
};
const keepAndRestore = (open: OpenCapture): OpenCapture =>
  restoreCapture(unpack(pack(keepCapture(open))) as KeptCapture);

describe("a kept capture", () => {
  it("is the capture as read, if it was not edited", () => {
    const open = {
      label: "Sync",
      capture,
      content: { kind: "payload", editing: startEditing(payload) },
    } as const;
    expect(keepAndRestore(open)).toEqual({ label: "Sync", capture, content: undefined });
    expect(estimateKeptSize(open)).toBe(payload.length);
  });

  it("has its edits, which can be undone", () => {
    const first = editBytes(
      startEditing(payload),
      [{ range: { start: 9, end: 10 }, bytes: hex("38") }],
      "Write",
      0,
    );
    const second = editXml(first, first.text().replace("<SyncKey>8<", "<SyncKey>99<"), 5000);
    const back = editingOf(
      keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: second } }),
    );
    const content = { kind: "payload", editing: second } as const;
    expect(estimateKeptSize({ label: "Sync", capture, content })).toBe(2 * payload.length + 1);
    expect([back?.text(), back?.document.bytes, back?.original]).toEqual([
      second.text(),
      second.document.bytes,
      payload,
    ]);
    const undone = back && undo(back)?.editing;
    expect([undone?.text(), undone && undo(undone)?.editing.document.bytes]).toEqual([first.text(), payload]);
  });

  it("keeps a draft with the last document", () => {
    const draft = editXml(startEditing(payload), "<Sync", 0);
    const back = editingOf(
      keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: draft } }),
    );
    expect([back?.isDraft, back?.text(), back?.document.bytes]).toEqual([true, "<Sync", payload]);
  });

  it("keeps a text with the user's own layout", () => {
    const start = startEditing(payload);
    const other = editXml(start, start.text().replaceAll("  ", "\t"), 0);
    const back = editingOf(
      keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: other } }),
    );
    expect([back?.text(), back?.document.bytes]).toEqual([other.text(), payload]);
  });

  it("reads what an earlier version stored without a capture: an example, and a text", () => {
    const editing = startEditing(payload);
    const example = keepAndRestore({
      label: "Example",
      capture: undefined,
      content: { kind: "payload", editing },
    });
    expect(editingOf(example)?.document.bytes).toEqual(payload);
    const text = keepAndRestore({
      label: "x",
      capture: undefined,
      content: { kind: "text", text: "<html>" },
    });
    expect(text.capture && readCaptureContent(text.capture)).toEqual({ kind: "text", text: "<html>" });
  });

  it("is a text as read, too", () => {
    const content = { kind: "text", text: "<html>" } as const;
    const open = { label: "x", capture: { ...capture, contentType: "text/html" }, content };
    expect(keepAndRestore(open)).toEqual({ ...open, content: undefined });
    expect(estimateKeptSize(open)).toBe(payload.length);
  });

  it("has the same parts until something that is kept changes", () => {
    const unopened: OpenCapture = { label: "Sync", capture, content: undefined };
    const editing = startEditing(payload);
    const opened: OpenCapture = { ...unopened, content: { kind: "payload", editing } };
    expect(listKeptParts(opened)).toEqual(listKeptParts(unopened));
    const edited = editXml(editing, "<Sync", 0);
    for (const changed of [
      { ...opened, label: "Ping" },
      { ...opened, title: "First" },
      { ...opened, capture: { ...capture, payload: payload.slice(1) } },
      { ...opened, context: nothingChosen },
      { ...opened, content: { kind: "payload", editing: edited } } as const,
    ])
      expect(listKeptParts(changed)).not.toEqual(listKeptParts(opened));
  });

  it("has its title, its source and what was specified about it", () => {
    const open: OpenCapture = {
      label: "Sync",
      title: "First Sync",
      capture: { ...capture, source: "session.har", exchange: "8" },
      content: undefined,
      context: { ...nothingChosen, version: "14.1" },
    };
    expect(keepAndRestore(open)).toEqual(open);
  });
});
