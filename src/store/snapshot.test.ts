import { afterEach, describe, expect, it, vi } from "vitest";
import { pack, unpack } from "../bytes/pack";
import { applyPatches } from "../bytes/patch";
import type { Capture } from "../formats/format";
import { readCaptureContent } from "../session/content";
import { nothingChosen } from "../session/messageContext";
import { hex } from "../testing/bytes";
import { type PlayedWorker, playWorkers } from "../testing/pageWorker";
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
const keepAndRestore = (open: OpenCapture): Promise<OpenCapture> =>
  restoreCapture(unpack(pack(keepCapture(open))) as KeptCapture);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a kept capture", () => {
  it("is the capture as read, if it was not edited", async () => {
    const open = {
      label: "Sync",
      capture,
      content: { kind: "payload", editing: startEditing(payload) },
    } as const;
    expect(await keepAndRestore(open)).toEqual({ label: "Sync", capture, content: undefined });
    expect(estimateKeptSize(open)).toBe(payload.length);
  });

  it("has its edits, which can be undone", async () => {
    const first = editBytes(
      startEditing(payload),
      [{ range: { start: 9, end: 10 }, bytes: hex("38") }],
      "Write",
      0,
    );
    const second = editXml(first, first.text().replace("<SyncKey>8<", "<SyncKey>99<"), 5000);
    const back = editingOf(
      await keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: second } }),
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

  it("keeps a draft with the last document", async () => {
    const draft = editXml(startEditing(payload), "<Sync", 0);
    const back = editingOf(
      await keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: draft } }),
    );
    expect([back?.isDraft, back?.text(), back?.document.bytes]).toEqual([true, "<Sync", payload]);
  });

  it("keeps a text with the user's own layout", async () => {
    const start = startEditing(payload);
    const other = editXml(start, start.text().replaceAll("  ", "\t"), 0);
    const back = editingOf(
      await keepAndRestore({ label: "Sync", capture, content: { kind: "payload", editing: other } }),
    );
    expect([back?.text(), back?.document.bytes]).toEqual([other.text(), payload]);
  });

  it("reads what an earlier version stored without a capture: an example, and a text", async () => {
    const editing = startEditing(payload);
    const example = await keepAndRestore({
      label: "Example",
      capture: undefined,
      content: { kind: "payload", editing },
    });
    expect(editingOf(example)?.document.bytes).toEqual(payload);
    const text = await keepAndRestore({
      label: "x",
      capture: undefined,
      content: { kind: "text", text: "<html>" },
    });
    expect(text.capture && readCaptureContent(text.capture)).toEqual({ kind: "text", text: "<html>" });
  });

  it("is a text as read, too", async () => {
    const content = { kind: "text", text: "<html>" } as const;
    const open = { label: "x", capture: { ...capture, contentType: "text/html" }, content };
    expect(await keepAndRestore(open)).toEqual({ ...open, content: undefined });
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

  it("has its title, its source and what was specified about it", async () => {
    const open: OpenCapture = {
      label: "Sync",
      title: "First Sync",
      capture: { ...capture, source: "session.har", exchange: "8" },
      content: undefined,
      context: { ...nothingChosen, version: "14.1" },
    };
    expect(await keepAndRestore(open)).toEqual(open);
  });
});

describe("a large capture that was edited", () => {
  const large = Uint8Array.from([3, 1, 0x6a, 0, 0x45, 0x4b, 3, 0x37, 0, 1, ...new Uint8Array(310_000), 1]);
  const edit = [{ range: { start: 7, end: 8 }, bytes: hex("38") }];

  /** Keeps and restores it; `answer` is what the worker does with its request. */
  const restoreLarge = async (answer: (worker: PlayedWorker) => void) => {
    const workers = playWorkers();
    vi.resetModules(); // so that the modules start these workers
    const snapshot = await import("./snapshot");
    const editing = editBytes(startEditing(large), edit, "Write", 0);
    const kept = snapshot.keepCapture({ label: "Sync", capture, content: { kind: "payload", editing } });
    const restoring = snapshot.restoreCapture(kept);
    await vi.waitUntil(() => workers[0]?.requests.length === 1);
    for (const worker of workers) answer(worker);
    const back = editingOf(await restoring);
    return back && { bytes: back.document.bytes, undo: back.undo, original: back.original };
  };
  const expected = {
    bytes: applyPatches(large, edit),
    original: large,
    undo: [expect.objectContaining({ name: "Write" })],
  };

  it("is opened by the worker", async () => {
    const { openDocument } = await import("../document/open");
    const { packDocument } = await import("../document/pack");
    const { easCodeSpace } = await import("../eas/codeSpace");
    const restored = await restoreLarge(({ requests: [request], answer }) => {
      const { id, payload: sent } = request as { readonly id: number; readonly payload: Uint8Array };
      const document = packDocument(openDocument(sent, easCodeSpace), false);
      answer({
        kind: "opened",
        id,
        content: { kind: "payload", bytes: undefined, context: { versions: [] }, document, typed: undefined },
      });
    });
    expect(restored).toEqual(expected);
  });

  it("is opened by the page if the worker can't be started", async () => {
    expect(await restoreLarge(({ fail }) => fail())).toEqual(expected);
  });

  it("is opened by the page, and this is noted, if the worker fails", async () => {
    const noted = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const restored = await restoreLarge(({ requests: [request], answer }) =>
      answer({ kind: "crash", id: (request as { readonly id: number }).id, crash: "no memory" }),
    );
    expect(restored).toEqual(expected);
    expect(noted).toHaveBeenCalledOnce();
  });
});
