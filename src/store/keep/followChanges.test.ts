import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { importKey } from "../../worker/lock";
import { editText, showCapture } from "../edits";
import { editingOf, useInspector } from "../inspector";
import { addCaptures, addOpenCaptures, restoreOpenCaptures } from "../opening";
import { emptyDatabase, type TabRecord } from "./database";
import { type ChangeWriter, followChanges } from "./followChanges";
import type { Tab } from "./tab";
import { readCaptures, readView } from "./tabRecords";

const makeCapture = (label: string) => ({
  label,
  direction: undefined,
  payload: hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01"),
  origin: {},
  problems: [],
});
const holder = { hold: () => undefined, release: () => undefined, list: () => Promise.resolve([]) };
const rawKey = crypto.getRandomValues(new Uint8Array(32));
const tab: Tab = { id: "own", rawKey, key: await importKey(rawKey) };
const subscribe = vi.spyOn(useInspector, "subscribe");

const startWriter = (own = tab): ChangeWriter =>
  followChanges({ own, before: undefined, lost: undefined, holder }, () => []);

let writer: ChangeWriter;

/** Writes what is open. Resolves to the ids of the records of captures that were written. */
async function writeOpen(by = writer): Promise<readonly number[]> {
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  await by.write();
  const records = put.mock.calls.map(([record]) => record as TabRecord);
  put.mockRestore();
  return records.map(({ id }) => id).filter((id) => id > 0);
}

/** The captures of the records that are stored. */
const readStored = async () => readCaptures(tab, (await readView(tab))?.records ?? []);

beforeEach(async () => {
  browserStores();
  await emptyDatabase();
  useInspector.setState(useInspector.getInitialState(), true);
  writer = startWriter();
  addCaptures([makeCapture("one"), makeCapture("two")], "opened");
  await writer.write();
});
afterEach(() => {
  for (const { value } of subscribe.mock.results) (value as () => void)();
  subscribe.mockClear();
  useInspector.setState(useInspector.getInitialState(), true);
});
afterAll(() => {
  subscribe.mockRestore();
  vi.unstubAllGlobals();
});

describe("the record of a capture", () => {
  it("is not written again when its content is made", async () => {
    showCapture(1);
    expect(useInspector.getState().captures[1]?.content).toBeDefined();
    expect(await writeOpen()).toEqual([]);
  });

  it("is written again once for an edit, and for what is specified about it", async () => {
    editText((editingOf(useInspector.getState().captures[0])?.text() ?? "").replace(">7<", ">8<"));
    expect(await writeOpen()).toEqual([3]);
    expect(await writeOpen()).toEqual([]);
    useInspector.getState().setContext({ version: "14.1" });
    expect(await writeOpen()).toEqual([4]);
    expect((await readStored()).map(({ id }) => id)).toEqual([4, 2]);
  });

  it("is not written again after a reload", async () => {
    editText((editingOf(useInspector.getState().captures[0])?.text() ?? "").replace(">7<", ">8<"));
    await writer.write();
    const read = await readStored();
    const after = startWriter();
    after.remember(tab, read);
    restoreOpenCaptures(
      read.map(({ open }) => open),
      0,
    );
    showCapture(1);
    expect(await writeOpen(after)).toEqual([]);
    addOpenCaptures(
      read.map(({ open }) => open),
      "again",
    );
    expect(await writeOpen(after)).toHaveLength(2); // of other sources
  });

  it("is written anew in a duplicate of the tab", async () => {
    const duplicate = startWriter({ ...tab, id: "duplicate" });
    duplicate.remember(tab, await readStored());
    expect(await writeOpen(duplicate)).toEqual([1, 2]);
  });
});
