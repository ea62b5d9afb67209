import { pack, unpack } from "../../bytes/pack";
import type { OpenCapture } from "../inspector";
import { type KeptCapture, type KeptView, restoreCapture } from "../snapshot";
import { askDatabase } from "./database";
import { decrypt, encrypt, type Tab } from "./tab";

/** The id of the record that lists the captures; the captures' own ids are higher. */
export const VIEW = 0;

/** What a tab has open. */
export interface TabView extends KeptView {
  /** The ids of the captures' records, in order. */
  readonly records: readonly number[];
  /** The ids of records that have been offered to the user, who has not answered yet. */
  readonly offered?: readonly number[];
}

/** Writes a record of a tab. */
export async function putRecord(tab: Tab, id: number, value: unknown): Promise<void> {
  const { iv, locked } = await encrypt(tab, pack(value));
  await askDatabase((db) => db.put("tabs", { tab: tab.id, id, iv, locked, at: Date.now() }));
}

/** The ids of a tab's records. */
export async function listRecordIds(tab: Tab): Promise<ReadonlySet<number>> {
  const keys = await askDatabase((db) => db.getAllKeysFromIndex("tabs", "tab", tab.id));
  return new Set(keys.map(([, id]) => id));
}

/** Deletes the tab's records of captures that are not among `used`. */
export async function dropUnused(tab: Tab, used: ReadonlySet<number>): Promise<void> {
  const ids = [...(await listRecordIds(tab))].filter((id) => id !== VIEW && !used.has(id));
  await askDatabase((db) => Promise.all(ids.map((id) => db.delete("tabs", [tab.id, id]))));
}

/** Reads what a tab had open; `undefined` if there is no record of it, or it can't be read. */
export async function readView(tab: Tab): Promise<TabView | undefined> {
  return readRecord<TabView>(tab, VIEW);
}

/** Reads captures of a tab. Those whose records are missing or can't be read are left out. */
export async function readCaptures(tab: Tab, ids: readonly number[]): Promise<OpenCapture[]> {
  const captures: OpenCapture[] = [];
  for (const id of ids) {
    const kept = await readRecord<KeptCapture>(tab, id);
    if (kept !== undefined) captures.push(restoreCapture(kept));
  }
  return captures;
}

async function readRecord<T>(tab: Tab, id: number): Promise<T | undefined> {
  const record = await askDatabase((db) => db.get("tabs", [tab.id, id]));
  if (record === undefined) return undefined;
  try {
    return unpack(await decrypt(tab, record.iv, record.locked)) as T;
  } catch (error) {
    console.error("A record from before the reload could not be read.", error);
    return undefined;
  }
}
