import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../formats/format";
import { answerOpening, makeLargePayload } from "../testing/largePayload";
import { type PlayedWorker, playWorkers } from "../testing/pageWorker";

const VALUE_AT = 7;

let workers: readonly PlayedWorker[];
let inspector: typeof import("./inspector");
let edits: typeof import("./edits");
let large: typeof import("./largeEdits");

beforeEach(async () => {
  workers = playWorkers();
  vi.resetModules();
  inspector = await import("./inspector");
  edits = await import("./edits");
  large = await import("./largeEdits");
  const { addCaptures } = await import("./opening");
  const payload = makeLargePayload();
  const capture: Capture = { label: "large", direction: undefined, payload, origin: {}, problems: [] };
  addCaptures([capture], "opened");
  await answer();
  await vi.waitUntil(() => editing() !== undefined, { timeout: 10_000 });
}, 60_000);
afterEach(() => vi.unstubAllGlobals());

function editing() {
  const { captures, current } = inspector.useInspector.getState();
  return inspector.editingOf(captures[current]);
}

const answer = (): Promise<void> => answerOpening(workers);

const SMALL = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x37, 0x00, 0x01, 0x01);

async function openOther(payload: Uint8Array = SMALL): Promise<void> {
  const { addCaptures } = await import("./opening");
  addCaptures([{ label: "other", direction: undefined, payload, origin: {}, problems: [] }], "opened");
}

const requests = (): number => workers.flatMap((worker) => worker.requests).length;
/** Whether these rows are shown. Compared as objects, hundreds of thousands of them would be printed. */
const hasRows = (rows: unknown): boolean => editing()?.document.rows() === rows;
const byteAt = (offset: number): number | undefined => editing()?.document.bytes[offset];

describe("an edit of a large payload", () => {
  it("that overwrites bytes is shown at once, and decoded when no other follows", async () => {
    const opened = requests();
    const before = editing()?.document;
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT + 1 }, bytes: Uint8Array.of(0x38) }], "One");
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT + 1 }, bytes: Uint8Array.of(0x39) }], "Two");
    expect([byteAt(VALUE_AT), editing()?.undo.map(({ name }) => name)]).toEqual([0x39, ["One", "Two"]]);
    expect(hasRows(before?.rows())).toBe(true);
    await vi.waitFor(() => expect(requests()).toBe(opened + 1));
    await answer();
    await vi.waitFor(() => expect(hasRows(before?.rows())).toBe(false));
    edits.undoEdit();
    expect(byteAt(VALUE_AT)).toBe(0x38);
    expect(editing()?.redo.map(({ name }) => name)).toEqual(["Two"]);
  });

  it("that changes their number waits for the worker, and others wait for it", async () => {
    const length = editing()?.document.bytes.length ?? 0;
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT }, bytes: Uint8Array.of(0x38) }], "Insert");
    expect(editing()?.document.bytes).toHaveLength(length);
    expect(large.useLargeEdit.getState().waiting?.name).toBe("Insert");
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT }, bytes: Uint8Array.of(0x39) }], "Other");
    expect(large.useLargeEdit.getState().refused).toBeDefined();
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect([editing()?.document.bytes.length, editing()?.undo.length]).toEqual([length + 1, 1]);
    const told = large.useLargeEdit.getState().refused;
    expect(told?.bytes === editing()?.document.bytes).toBe(true);
    edits.undoEdit();
    expect(large.useLargeEdit.getState().waiting).toMatchObject({ what: "Undoing", name: "Insert" });
    await answer();
    await vi.waitFor(() => expect(editing()?.document.bytes).toHaveLength(length));
  });

  const insert = (name: string): boolean =>
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT }, bytes: Uint8Array.of(0x38) }], name);
  const names = () => [editing()?.undo.map(({ name }) => name), editing()?.redo.map(({ name }) => name)];

  it("is followed by what was to be done after it, in order", async () => {
    insert("One");
    const told: string[] = [];
    edits.afterLargeEdit(() => insert("Two"));
    edits.afterLargeEdit(() => told.push("after two"));
    edits.undoEdit();
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting?.name).toBe("Two"));
    expect(told).toEqual([]);
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting?.what).toBe("Undoing"));
    expect(told).toEqual(["after two"]);
    await answer();
    await vi.waitFor(() => expect(names()).toEqual([["One"], ["Two"]]));
    edits.redoEdit();
    expect(large.useLargeEdit.getState().waiting).toMatchObject({ what: "Redoing", name: "Two" });
    await answer();
    await vi.waitFor(() => expect(names()).toEqual([["One", "Two"], []]));
  });

  it("that is cancelled takes what was to follow with it, and says so", async () => {
    insert("One");
    edits.afterLargeEdit(() => insert("Two"));
    large.useLargeEdit.getState().waiting?.cancel();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect(names()).toEqual([[], []]);
    expect(large.useLargeEdit.getState().refused?.reason).toBe(
      "One was cancelled. What you did after it was not done either.",
    );
  });

  it("is followed by nothing if another payload is shown by then", async () => {
    await openOther();
    insert("Of the other"); // something to undo there
    const other = editing()?.document.bytes;
    edits.showCapture(0);
    insert("One");
    edits.undoEdit();
    edits.afterLargeEdit(() => insert("Two"));
    edits.showCapture(1);
    edits.afterLargeEdit(() => insert("Two of the other"));
    expect(names()).toEqual([["Of the other", "Two of the other"], []]); // waits for no other payload
    edits.undoEdit();
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect(names()).toEqual([["Of the other"], ["Two of the other"]]);
    expect(editing()?.document.bytes).toEqual(other);
    edits.showCapture(0);
    expect(names()).toEqual([["One"], []]);
    const { refused } = large.useLargeEdit.getState();
    expect(refused?.bytes === editing()?.document.bytes).toBe(true);
    expect(refused?.reason).toBe(
      "What you did while the last change was applied was not done, because you left the payload.",
    );
  });

  it("is followed by what was done after coming back to it, not by what was before", async () => {
    await openOther();
    edits.showCapture(0);
    insert("One");
    edits.afterLargeEdit(() => insert("Two")); // where: at a selection that is gone when one comes back
    edits.showCapture(1);
    edits.showCapture(0);
    edits.undoEdit();
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting?.what).toBe("Undoing"));
    await answer();
    await vi.waitFor(() => expect(names()).toEqual([[], ["One"]]));
  });

  it("that fails says so even if what was to follow was given up before", async () => {
    await openOther();
    edits.showCapture(0);
    insert("One");
    edits.undoEdit();
    edits.showCapture(1);
    large.useLargeEdit.getState().waiting?.cancel();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect(large.useLargeEdit.getState().refused?.reason).toBe(
      "One was cancelled. What you did after it was not done either.",
    );
  });

  it("is not said to have been followed by what only completes it", async () => {
    const told: string[] = [];
    insert("One");
    edits.afterLargeEdit(() => told.push("one"), "completion");
    large.useLargeEdit.getState().waiting?.cancel();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect(large.useLargeEdit.getState().refused?.reason).toBe("One was cancelled.");
    insert("One");
    edits.afterLargeEdit(() => told.push("one"), "completion");
    await openOther();
    await answer();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    expect([told, large.useLargeEdit.getState().refused]).toEqual([[], undefined]);
  });

  it("of another payload does not let one wait that would have to", async () => {
    insert("One");
    await openOther(makeLargePayload());
    await answer(); // the worker is asked for one after the other
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    await answer();
    await vi.waitFor(() => expect(editing()).toBeDefined());
    insert("Of the other");
    edits.showCapture(0);
    insert("Two");
    const { refused } = large.useLargeEdit.getState();
    expect(refused?.bytes === editing()?.document.bytes).toBe(true);
    expect(refused?.reason).toBe("A change of another payload is still being applied.");
  });

  it("takes the place of the decoding of one before; if it is cancelled, that goes on", async () => {
    const rows = editing()?.document.rows();
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT + 1 }, bytes: Uint8Array.of(0x38) }], "One");
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT }, bytes: Uint8Array.of(0x39) }], "Two");
    large.useLargeEdit.getState().waiting?.cancel();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    const opened = requests();
    await vi.waitFor(() => expect(requests()).toBe(opened + 1));
    await answer();
    await vi.waitFor(() => expect(hasRows(rows)).toBe(false));
    expect([byteAt(VALUE_AT), editing()?.undo.length]).toEqual([0x38, 1]);
  });

  it("is decoded although another capture is shown meanwhile", async () => {
    const { addCaptures } = await import("./opening");
    const rows = editing()?.document.rows();
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT + 1 }, bytes: Uint8Array.of(0x38) }], "One");
    const opened = requests();
    const payload = makeLargePayload();
    addCaptures([{ label: "other", direction: undefined, payload, origin: {}, problems: [] }], "opened");
    expect(requests()).toBe(opened + 1); // the other comes first
    await new Promise((resolve) => setTimeout(resolve, 400));
    await answer();
    await vi.waitFor(() => expect(editing()).toBeDefined());
    await vi.waitFor(() => expect(requests()).toBe(opened + 2));
    await answer();
    edits.showCapture(0);
    await vi.waitFor(() => expect(hasRows(rows)).toBe(false));
  });

  it("can be cancelled while it waits, and changes nothing then", async () => {
    const before = editing();
    edits.patchBytes([{ range: { start: VALUE_AT, end: VALUE_AT + 1 }, bytes: new Uint8Array() }], "Delete");
    large.useLargeEdit.getState().waiting?.cancel();
    await vi.waitFor(() => expect(large.useLargeEdit.getState().waiting).toBeUndefined());
    const { refused } = large.useLargeEdit.getState();
    expect([editing(), refused?.reason]).toEqual([before, "Delete was cancelled."]);
    expect(refused?.bytes).toBe(before?.document.bytes);
  });
});
