import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOpening, makeLargePayload } from "../../testing/largePayload";
import { type PlayedWorker, playWorkers } from "../../testing/pageWorker";

let workers: readonly PlayedWorker[];
let inspector: typeof import("../../store/inspector");
let large: typeof import("../../store/largeEdits");
let actions: typeof import("./treeActions");
let toasts: typeof import("../kit/toast/toasts").toasts;

beforeAll(async () => {
  vi.resetModules();
  workers = playWorkers();
  inspector = await import("../../store/inspector");
  large = await import("../../store/largeEdits");
  actions = await import("./treeActions");
  ({ toasts } = await import("../kit/toast/toasts"));
}, 60_000);
beforeEach(() => open(makeLargePayload()), 30_000);
afterEach(() => {
  toasts.clear();
  inspector.useInspector.setState(inspector.useInspector.getInitialState(), true);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const PATIENT = { timeout: 10_000 };
const state = () => inspector.useInspector.getState();
const shown = () => inspector.editingOf(state().captures[state().current]);
const told = (): readonly string[] => toasts.visibleToasts.map(({ content }) => content.text);
const isDone = () => vi.waitUntil(() => large.useLargeEdit.getState().waiting === undefined, PATIENT);

async function open(payload: Uint8Array): Promise<void> {
  const { addCaptures } = await import("../../store/opening");
  addCaptures([{ label: "large", direction: undefined, payload, origin: {}, problems: [] }], "opened");
  await answerOpening(workers);
  await vi.waitUntil(() => shown() !== undefined, PATIENT);
}

/** Selects the node at an offset: 0x04 Sync, 0x05 its SyncKey, and an empty SyncKey from 0x0A on. */
const select = (start: number): void => state().select({ start, end: start + 1 }, "tree");

describe("an edit in the tree of a large payload", () => {
  it("that deletes a node is told when it has been made", async () => {
    const { length } = shown()?.document.bytes ?? [];
    select(5);
    actions.removeSelected();
    expect([told(), state().announcement]).toEqual([[], "opened"]);
    await answerOpening(workers);
    await isDone();
    expect(shown()?.document.bytes).toHaveLength((length ?? 0) - 5);
    expect([told(), state().announcement]).toEqual([["SyncKey deleted."], "Delete SyncKey"]);
  });

  it("that pastes is told when it has been made", async () => {
    select(5);
    actions.setSelectedValue("");
    await answerOpening(workers);
    await isDone();
    select(5);
    expect(actions.pasteXml('<Add xmlns="AirSync"/>')).toBe(true);
    expect(told()).toEqual([]);
    await answerOpening(workers);
    await isDone();
    expect(told()).toEqual(["Pasted into the tree."]);
    expect([...(shown()?.document.bytes.subarray(4, 9) ?? [])]).toEqual([0x45, 0x4b, 0x07, 0x01, 0x0b]);
  });

  it("is not told if it is cancelled, or can't be made before another", async () => {
    select(5);
    actions.removeSelected();
    actions.removeSelected();
    large.useLargeEdit.getState().waiting?.cancel();
    await isDone();
    expect([told(), shown()?.undo]).toEqual([[], []]);
    expect(large.useLargeEdit.getState().refused?.reason).toBe("Delete SyncKey was cancelled.");
  });

  it("is refused with the reason", async () => {
    select(5);
    actions.toggleContentBit();
    expect(told()).toEqual(["Toggle content bit of SyncKey is not possible here."]);
    const bytes = new Uint8Array(4_100_000).fill(0x61);
    bytes.set([0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03]);
    bytes.set([0x00, 0x01, 0x01], bytes.length - 3);
    await open(bytes);
    select(5);
    actions.toggleOpaque();
    expect(told()).toContain(
      "This payload is too large to be edited as one text, and so is the element that would change. " +
        "Edit its bytes instead.",
    );
  });
});
