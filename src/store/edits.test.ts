import { beforeEach, describe, expect, it } from "vitest";
import type { Capture, Reading } from "../formats/format";
import { hex } from "../testing/bytes";
import type { Editing } from "./editing";
import { editText, goBack, goForward, patchBytes, redoEdit, undoEdit } from "./edits";
import { editingOf, useInspector } from "./inspector";
import { openReading } from "./opening";

/** Sync, with SyncKey "7" at 9 and CollectionId "15" at 14. */
const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const syncKey = { start: 9, end: 10 };
const collectionId = { start: 14, end: 16 };

const captureOf = (label: string, facts: Partial<Capture> = {}): Capture => ({
  label,
  direction: "request",
  payload,
  origin: {},
  problems: [],
  ...facts,
});
const readingOf = (...captures: readonly Capture[]): Reading => ({
  format: "hex",
  title: "Hex",
  summary: "Hex",
  captures,
  problems: [],
  alternatives: [],
});

const state = () => useInspector.getState();
function editing(index = state().current): Editing {
  const found = editingOf(state().captures[index]);
  if (found === undefined) throw new Error(`nothing is being edited in capture ${index}`);
  return found;
}
const bytes = (): Uint8Array => editing().document.bytes;
const changeKey = (to: string): void =>
  editText(
    editing()
      .text()
      .replace(/(?<=<SyncKey>)\w*/, to),
  );

beforeEach(() => {
  useInspector.setState(useInspector.getInitialState(), true);
  openReading(readingOf(captureOf("one"), captureOf("two")), "input");
});

describe("editing the capture that is shown", () => {
  it("edits the capture that is shown, and no other", () => {
    const before = state().captures[1];
    changeKey("8");
    expect(bytes()[9]).toBe(0x38);
    expect(state().captures[1]).toBe(before);
    expect(state().captures[0]?.capture?.payload).toBe(payload);
  });

  it("changes nothing in a body that is shown as text", () => {
    const page = captureOf("page", {
      payload: new TextEncoder().encode("<html>"),
      contentType: "text/html",
    });
    openReading(readingOf(page), "input");
    expect(state().captures[2]?.content).toEqual({ kind: "text", text: "<html>" });
    const before = state().captures;
    editText("x");
    undoEdit();
    expect(state().captures).toBe(before);
  });

  it("undoes edits of text and of bytes one by one, and redoes them", () => {
    changeKey("88");
    const edited = bytes();
    patchBytes([{ range: { start: 15, end: 16 }, bytes: hex("39") }], "Set CollectionId");
    const patched = bytes();
    expect(editing().undo.map(({ name }) => name)).toEqual(["Change SyncKey to 88", "Set CollectionId"]);
    undoEdit();
    expect(bytes()).toEqual(edited);
    undoEdit();
    expect(bytes()).toEqual(payload);
    undoEdit();
    expect(bytes()).toEqual(payload);
    redoEdit();
    redoEdit();
    expect(bytes()).toEqual(patched);
  });

  it("names a step with the given name", () => {
    editText(editing().text().replace("7", "8"), "Number it");
    expect(editing().undo.map(({ name }) => name)).toEqual(["Number it"]);
  });

  it("keeps a draft with the last document, and the selection unchanged", () => {
    state().select(collectionId, "tree");
    editText("<Sync");
    expect([editing().isDraft, editing().text(), bytes()]).toEqual([true, "<Sync", payload]);
    expect(state().selection?.range).toEqual(collectionId);
    undoEdit();
    expect([editing().isDraft, bytes()]).toEqual([false, payload]);
  });

  it("notifies nobody if nothing changes", () => {
    const before = state();
    editText(editing().text());
    patchBytes([], "Nothing");
    redoEdit();
    expect(state()).toMatchObject({ captures: before.captures, selection: before.selection });
    expect(state().captures).toBe(before.captures);
  });
});

describe("a selection, a trail and collapsed elements", () => {
  const moved = { start: collectionId.start + 2, end: collectionId.end + 2 };

  beforeEach(() => {
    state().select(collectionId, "tree");
    state().point(syncKey, "tree");
    useInspector.setState({
      collapsed: new Set([12]),
      trail: {
        back: [
          { capture: 0, range: collectionId },
          { capture: 1, range: collectionId },
        ],
        forward: [{ capture: 0, range: syncKey }],
        since: 0,
      },
    });
  });

  function expectMoved(): void {
    expect(state().selection).toEqual({ range: moved, by: "tree" });
    expect([...state().collapsed]).toEqual([14]);
    expect(state().trail.back.map(({ range }) => range)).toEqual([moved, collectionId]);
  }

  it("move with their bytes when the text is edited, and back with undo", () => {
    changeKey("777");
    expectMoved();
    expect(state().hover).toBeUndefined();
    undoEdit();
    expect(state().selection?.range).toEqual(collectionId);
    expect([...state().collapsed]).toEqual([12]);
    redoEdit();
    expectMoved();
  });

  it("move with their bytes when bytes are patched", () => {
    patchBytes([{ range: { start: 10, end: 10 }, bytes: hex("37 37") }], "Write");
    expectMoved();
  });
});

describe("going back and forward", () => {
  const trail = {
    back: [
      { capture: 1, range: collectionId },
      { capture: 0, range: syncKey },
    ],
    forward: [],
    since: 0,
  };
  const here = { start: 4, end: 5 };

  it("goes to the places of the trail, also in other captures, and back", () => {
    state().select(here, "tree");
    useInspector.setState({ trail });
    goBack();
    expect(state()).toMatchObject({ current: 0, selection: { range: syncKey, by: "go" } });
    goBack();
    expect(state()).toMatchObject({ current: 1, selection: { range: collectionId, by: "go" } });
    expect(bytes()).toBe(payload);
    goBack();
    expect(state()).toMatchObject({ current: 1, selection: { range: collectionId } });
    goForward();
    goForward();
    expect(state()).toMatchObject({ current: 0, selection: { range: here, by: "go" } });
    expect(state().trail.back).toEqual(trail.back);
    goForward();
    expect(state().selection?.range).toEqual(here);
  });
});
