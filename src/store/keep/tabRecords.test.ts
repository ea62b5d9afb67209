import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pack } from "../../bytes/pack";
import { browserStores } from "../../testing/browserStores";
import { encrypt, importKey } from "../../worker/lock";
import { emptyDatabase, openDatabase, type TabRecord } from "./database";
import * as client from "./recordClient";
import type { Tab } from "./tab";
import { putRecord, putView, readCaptures, readView, VIEW } from "./tabRecords";

const rawKey = crypto.getRandomValues(new Uint8Array(32));
const tab: Tab = { id: "own", rawKey, key: await importKey(rawKey) };
const capture = {
  label: "one",
  direction: undefined,
  payload: Uint8Array.of(3, 1, 0x6a, 0),
  origin: {},
  problems: [],
};

beforeEach(async () => {
  browserStores();
  await emptyDatabase();
  // every record, as if it were a large one that a worker has made
  vi.spyOn(client, "lockRecord").mockImplementation(async ({ key }, value) => {
    const { iv, locked } = await encrypt(key, pack(value));
    return { iv, locked: new Blob([locked]) };
  });
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => void vi.unstubAllGlobals());

async function isStoredAsBlob(id: number): Promise<boolean> {
  return (await (await openDatabase()).get("tabs", [tab.id, id]))?.locked instanceof Blob;
}

describe("the view", () => {
  it.each([[[]], [[1, 2, 3]], [[4, 2]], [[7, 8, 3, 5, 6, 1]]])(
    "has the records %j in order",
    async (records) => {
      await putView(tab, { current: 1, records });
      expect(await readView(tab)).toEqual({ current: 1, records });
    },
  );

  it("of an earlier version can be read", async () => {
    await putRecord(tab, VIEW, { current: 0, records: [2, 1], pane: "xml" });
    expect(await readView(tab)).toEqual({ current: 0, records: [2, 1], pane: "xml" });
  });
});

describe("a large record", () => {
  it("is stored as a blob, and can be read", async () => {
    await putRecord(tab, 1, { label: "one", capture });
    expect(await isStoredAsBlob(1)).toBe(true);
    const read = await readCaptures(tab, [1, 2]);
    expect(read).toMatchObject([{ id: 1, open: { label: "one", capture: { payload: capture.payload } } }]);
  });

  it("is stored as bytes where the browser stores no blobs", async () => {
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(({ locked }: TabRecord) => {
      expect(locked).toBeInstanceOf(Blob);
      throw new DOMException("no blobs", "DataCloneError");
    });
    await putRecord(tab, 1, { label: "one", capture });
    expect(await isStoredAsBlob(1)).toBe(false);
    expect(await readCaptures(tab, [1])).toMatchObject([{ open: { label: "one" } }]);
  });

  it("is not stored if there is no room for it", async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(putRecord(tab, 1, { label: "one", capture })).rejects.toThrow("full");
    put.mockRestore();
    expect(await readCaptures(tab, [1])).toEqual([]);
  });
});
