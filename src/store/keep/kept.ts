import { pack, unpack } from "../../bytes/pack";
import { useInspector } from "../inspector";
import type { OpenStep } from "../openState";
import { type KeptCapture, keepCapture, restoreCapture } from "../snapshot";
import { emptyDatabase, openDatabase } from "./database";

/** One kept item, as the list shows it. */
export interface KeptItem {
  readonly id: number;
  readonly name: string;
  /** When it was kept, in milliseconds since the epoch. */
  readonly at: number;
  /** The number of captures in it, and its size in bytes. */
  readonly count: number;
  readonly size: number;
}

/** What is kept in this browser, newest first. */
export async function listKept(): Promise<readonly KeptItem[]> {
  const records = await (await openDatabase()).getAll("kept");
  return records
    .map(({ id = 0, name, at, count, packed }) => ({ id, name, at, count, size: packed.length }))
    .toReversed();
}

/**
 * Keeps everything that is open, with its edits, in this browser until it is deleted. Rejects if the browser
 * has no room.
 */
export async function keepAll(name: string): Promise<void> {
  const { captures } = useInspector.getState();
  const packed = pack(captures.map(keepCapture));
  await (await openDatabase()).put("kept", { name, at: Date.now(), count: captures.length, packed });
}

/** Adds a kept item to what is open. Resolves to `undefined` if it is no longer there. */
export async function openKept(id: number): Promise<OpenStep | undefined> {
  const record = await (await openDatabase()).get("kept", id);
  if (record === undefined) return undefined;
  const { addOpenCaptures } = await import("../opening");
  const captures = (unpack(record.packed) as readonly KeptCapture[]).map(restoreCapture);
  return addOpenCaptures(captures, record.name);
}

/** Deletes a kept item. */
export async function deleteKept(id: number): Promise<void> {
  await (await openDatabase()).delete("kept", id);
}

/** Closes everything, and deletes whatever this page has stored in the browser: captures, layout, colours. */
export async function forgetEverything(): Promise<void> {
  useInspector.setState({
    ...useInspector.getInitialState(),
    announcement: "Everything was closed and deleted",
  });
  for (const key of Object.keys(localStorage))
    if (key.startsWith("wbxml-inspector")) localStorage.removeItem(key);
  await emptyDatabase();
}
