import { removeStored } from "../../browser/storage";
import { pack, unpack } from "../../bytes/pack";
import { type OpenCapture, useInspector } from "../inspector";
import type { OpenStep } from "../openState";
import { type KeptCapture, keepCapture, restoreCapture } from "../snapshot";
import { askDatabase, emptyDatabase, type KeptRecord } from "./database";

/** One kept item, as the list shows it. */
export interface KeptItem {
  readonly id: number;
  readonly name: string;
  /** When it was kept, in milliseconds since the epoch; `undefined` if its record is damaged. */
  readonly at: number | undefined;
  /** The number of captures in it, and its size in bytes; 0 if its record is damaged. */
  readonly count: number;
  readonly size: number;
}

/** What is kept in this browser, newest first. A damaged record is listed like the others, under its id. */
export async function listKept(): Promise<readonly KeptItem[]> {
  const [ids, records] = await askDatabase((db) => Promise.all([db.getAllKeys("kept"), db.getAll("kept")]));
  return ids.map((id, index) => toItem(id, records[index])).toReversed();
}

/** A record can be damaged or of another version of the page, so nothing about its shape is certain. */
function toItem(id: number, record: Partial<KeptRecord> | undefined): KeptItem {
  const { name, at, count, packed } = record ?? {};
  const isWhole =
    typeof name === "string" &&
    packed instanceof Uint8Array &&
    isCount(count) &&
    isCount(at) &&
    at <= LAST_TIME;
  return {
    id,
    name: typeof name === "string" && name.trim() !== "" ? name : `Damaged item ${id}`,
    at: isWhole ? at : undefined,
    count: isWhole ? count : 0,
    size: isWhole ? packed.length : 0,
  };
}

/** The last time that a `Date` can have, in milliseconds since the epoch. */
const LAST_TIME = 8.64e15;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * Keeps everything that is open, with its edits, in this browser until it is deleted. Rejects if the browser
 * has no room.
 */
export async function keepAll(name: string): Promise<void> {
  const { captures } = useInspector.getState();
  const packed = pack(captures.map(keepCapture));
  await askDatabase((db) => db.put("kept", { name, at: Date.now(), count: captures.length, packed }));
}

/**
 * Adds a kept item to what is open. Resolves to `undefined` if it is no longer there; rejects with a
 * {@link DamagedItemError} if it can't be read.
 */
export async function openKept(id: number): Promise<OpenStep | undefined> {
  const record = await askDatabase((db) => db.get("kept", id));
  if (record === undefined) return undefined;
  const { addOpenCaptures } = await import("../opening");
  return addOpenCaptures(await unpackCaptures(record), record.name);
}

/** A kept item that cannot be read. */
export class DamagedItemError extends Error {
  override readonly name = "DamagedItemError";
}

async function unpackCaptures({ packed }: KeptRecord): Promise<readonly OpenCapture[]> {
  try {
    const captures: OpenCapture[] = [];
    for (const kept of unpack(packed) as readonly KeptCapture[]) captures.push(await restoreCapture(kept));
    return captures;
  } catch (error) {
    throw new DamagedItemError(
      "The saved payload is damaged and can't be read. It stays in the list until you delete it.",
      { cause: error },
    );
  }
}

/** Deletes a kept item. */
export async function deleteKept(id: number): Promise<void> {
  await askDatabase((db) => db.delete("kept", id));
}

/** Closes everything, and deletes whatever this page has stored in the browser: captures, layout, colours. */
export async function forgetEverything(): Promise<void> {
  useInspector.setState({
    ...useInspector.getInitialState(),
    announcement: "Everything was closed and deleted",
  });
  removeStored();
  await emptyDatabase();
}
