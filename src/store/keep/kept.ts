import { pack, unpack } from "../../bytes/pack";
import { fresh, noTrail, useInspector } from "../inspector";
import { type KeptCapture, keepCapture, restoreCapture } from "../snapshot";
import { database, emptyDatabase } from "./database";

/** What a person asked to keep, as a list shows it. */
export interface KeptItem {
  readonly id: number;
  readonly name: string;
  /** When it was kept, in milliseconds. */
  readonly at: number;
  /** How many captures it holds, and how many bytes it takes. */
  readonly count: number;
  readonly size: number;
}

/** What is kept in this browser, the newest first. */
export async function keptItems(): Promise<readonly KeptItem[]> {
  const records = await (await database()).getAll("kept");
  return records
    .map(({ id = 0, name, at, count, packed }) => ({ id, name, at, count, size: packed.length }))
    .toReversed();
}

/**
 * Keeps all that is open, with its edits, in this browser until it is deleted. Rejects where the browser has
 * no room.
 */
export async function keepAll(name: string): Promise<void> {
  const { captures } = useInspector.getState();
  const packed = pack(captures.map(keepCapture));
  await (await database()).put("kept", { name, at: Date.now(), count: captures.length, packed });
}

/** Opens what was kept, in place of what is open. */
export async function openKept(id: number): Promise<void> {
  const record = await (await database()).get("kept", id);
  if (record === undefined) return;
  const { showCapture } = await import("../edits");
  const captures = (unpack(record.packed) as readonly KeptCapture[]).map(restoreCapture);
  useInspector.setState({
    ...fresh,
    trail: noTrail,
    reading: undefined,
    captures,
    announcement: `${record.name} opened`,
  });
  showCapture(0);
}

/** Deletes what was kept. */
export async function deleteKept(id: number): Promise<void> {
  await (await database()).delete("kept", id);
}

/** Closes everything, and deletes whatever this page has stored in the browser: captures, layout, colours. */
export async function forgetEverything(): Promise<void> {
  useInspector.setState({
    ...useInspector.getInitialState(),
    announcement: "Everything is closed and forgotten",
  });
  for (const key of Object.keys(localStorage))
    if (key.startsWith("wbxml-inspector")) localStorage.removeItem(key);
  await emptyDatabase();
}
