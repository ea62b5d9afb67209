import type { OpenCapture } from "../inspector";
import { type KeptCapture, type KeptView, restoreCapture } from "../snapshot";
import { askDatabase, type TabRecord } from "./database";
import { lockRecord, unlockRecord } from "./recordClient";
import type { Tab } from "./tab";

/** The id of the record that lists the captures; the captures' own ids are higher. */
export const VIEW = 0;

/** What a tab has open. */
export interface TabView extends KeptView {
  /** The ids of the captures' records, in order. */
  readonly records: readonly number[];
  /** The ids of records that have been offered to the user, who has not answered yet. */
  readonly offered?: readonly number[];
}

/** A capture that was read, and the id of its record. */
export interface ReadCapture {
  readonly id: number;
  readonly open: OpenCapture;
}

/** Writes a record of a tab. */
export async function putRecord(tab: Tab, id: number, value: unknown): Promise<void> {
  const record = { ...(await lockRecord(tab, value)), tab: tab.id, id, at: Date.now() };
  try {
    await put(record);
  } catch (error) {
    if (!(record.locked instanceof Blob)) throw error;
    // WebKit stores no blobs in a private window
    await put({ ...record, locked: await record.locked.arrayBuffer() });
  }
}

async function put(record: TabRecord): Promise<void> {
  await askDatabase((db) => db.put("tabs", record));
}

/** The ids of a tab's records. */
export async function listRecordIds(tab: Tab): Promise<Set<number>> {
  const keys = await askDatabase((db) => db.getAllKeysFromIndex("tabs", "tab", tab.id));
  return new Set(keys.map(([, id]) => id));
}

/** Deletes records of a tab. */
export async function dropRecords(tab: Tab, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await askDatabase((db) => Promise.all(ids.map((id) => db.delete("tabs", [tab.id, id]))));
}

/** Ids that follow one another: the first, and how many they are. */
type Run = readonly [first: number, count: number];

/** The view as it is stored: with runs of ids, of which there are few. Earlier versions listed the ids. */
type StoredView = Omit<TabView, "records"> & { readonly runs?: readonly Run[]; readonly records?: number[] };

/** Writes what a tab has open. */
export async function putView(tab: Tab, { records, ...view }: TabView): Promise<void> {
  const runs: [number, number][] = [];
  for (const id of records) {
    const last = runs.at(-1);
    if (last !== undefined && id === last[0] + last[1]) last[1]++;
    else runs.push([id, 1]);
  }
  const stored: StoredView = { ...view, runs };
  await putRecord(tab, VIEW, stored);
}

/** Reads what a tab had open; `undefined` if there is no record of it, or it can't be read. */
export async function readView(tab: Tab): Promise<TabView | undefined> {
  const stored = await readRecord<StoredView>(tab, VIEW);
  if (stored === undefined) return undefined;
  const { runs = [], records = [], ...view } = stored;
  const ids = runs.flatMap(([first, count]) => Array.from({ length: count }, (_, index) => first + index));
  return { ...view, records: [...records, ...ids] };
}

/** Reads captures of a tab. Those whose records are missing or can't be read are left out. */
export async function readCaptures(tab: Tab, ids: readonly number[]): Promise<readonly ReadCapture[]> {
  const captures: ReadCapture[] = [];
  for (const id of ids) {
    const kept = await readRecord<KeptCapture>(tab, id);
    if (kept !== undefined) captures.push({ id, open: await restoreCapture(kept) });
  }
  return captures;
}

async function readRecord<T>(tab: Tab, id: number): Promise<T | undefined> {
  const record = await askDatabase((db) => db.get("tabs", [tab.id, id]));
  if (record === undefined) return undefined;
  try {
    return (await unlockRecord(tab, record)) as T;
  } catch (error) {
    console.error("A record from before the reload could not be read.", error);
    return undefined;
  }
}
