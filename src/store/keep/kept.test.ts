import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../../formats/format";
import { browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { editText } from "../edits";
import { editingOf, useInspector } from "../inspector";
import { addCaptures } from "../opening";
import { emptyDatabase, type KeptRecord, openDatabase } from "./database";
import { DamagedItemError, deleteKept, forgetEverything, keepAll, listKept, openKept } from "./kept";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = { label: "Sync", direction: "request", payload, origin: {}, problems: [] };
const state = () => useInspector.getState();
const idOf = async (name: string): Promise<number> =>
  (await listKept()).find((item) => item.name === name)?.id ?? -1;

beforeEach(async () => {
  browserStores();
  useInspector.setState(useInspector.getInitialState(), true);
  await emptyDatabase();
  addCaptures([capture, { ...capture, label: "Ping" }], "opened");
});
afterAll(() => {
  useInspector.setState(useInspector.getInitialState(), true);
  vi.unstubAllGlobals();
});

describe("what the user keeps", () => {
  it("is listed with its size, the newest first", async () => {
    await keepAll("first");
    await keepAll("second");
    const items = await listKept();
    expect(items.map(({ name, count }) => [name, count])).toEqual([
      ["second", 2],
      ["first", 2],
    ]);
    for (const { size } of items) expect(size).toBeGreaterThan(2 * payload.length);
  });

  it("opens with its edits, and is added to the open captures", async () => {
    editText((editingOf(state().captures[0])?.text() ?? "").replace(">7<", ">8<"));
    await keepAll("edited");
    await openKept(await idOf("edited"));
    expect(state().current).toBe(2);
    expect(state().captures.map(({ label }) => label)).toEqual(["Sync", "Ping", "Sync", "Ping"]);
    expect(state().sources.map(({ name }) => name)).toEqual(["Sync", "Sync 2"]);
    expect(editingOf(state().captures[2])?.document.bytes[9]).toBe(0x38);
    expect(editingOf(state().captures[2])?.undo).toHaveLength(1);
  });

  it("is gone once it is deleted, and then opens nothing", async () => {
    await keepAll("first");
    await keepAll("second");
    const first = await idOf("first");
    await deleteKept(first);
    expect((await listKept()).map(({ name }) => name)).toEqual(["second"]);
    const before = state().captures;
    await openKept(first);
    expect(state().captures).toBe(before);
  });
});

describe("a damaged record", () => {
  it("is listed, hides no other, says so when it is opened, and can be deleted", async () => {
    await keepAll("whole");
    const db = await openDatabase();
    const damaged = [
      { name: "cut", at: 1, count: 1, packed: new Uint8Array([1, 2, 3]) },
      { name: "no bytes", at: 1, count: 1 },
      {},
      { name: 5, at: "x", count: null, packed: "text" },
    ];
    for (const record of damaged) await db.put("kept", record as unknown as KeptRecord);
    const items = await listKept();
    expect(items).toHaveLength(5);
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(["whole", "cut", "no bytes"]));
    expect(items.filter(({ at }) => at === undefined)).toHaveLength(3);
    const before = state().captures;
    for (const { id, name } of items) {
      if (name === "whole") continue;
      await expect(openKept(id)).rejects.toThrow(DamagedItemError);
      await deleteKept(id);
    }
    expect(state().captures).toBe(before);
    expect((await listKept()).map(({ name }) => name)).toEqual(["whole"]);
  });
});

describe("forgetEverything", () => {
  it("closes everything, and deletes what this page stored and nothing else", async () => {
    await keepAll("first");
    localStorage.setItem("wbxml-inspector.theme", "dark");
    localStorage.setItem("other", "stays");
    await forgetEverything();
    expect(state().captures).toEqual([]);
    expect([await listKept(), await (await openDatabase()).getAll("tabs")]).toEqual([[], []]);
    expect(Object.keys(localStorage)).toEqual(["other"]);
  });
});
