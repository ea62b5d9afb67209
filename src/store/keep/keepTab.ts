import { pack, unpack } from "../../bytes/pack";
import { fresh, type Inspector, noTrail, type OpenCapture, useInspector } from "../inspector";
import { type KeptCapture, type KeptView, keepCapture, keptSize, restoreCapture } from "../snapshot";
import { database, type TabRecord } from "./database";
import { liveTabs, lock, openTab, type Tab, unlock } from "./tab";

/** More than this is not kept over a reload, in bytes. */
export const MOST_KEPT = 96 * 1024 * 1024;

/**
 * What changes is written after such a pause, and while changes go on at least this often, in milliseconds.
 */
const PAUSE = 250;
const LONGEST_WAIT = 2000;

const STALE = 24 * 60 * 60 * 1000;
/** The record that says which captures there are; theirs count from 1. */
const VIEW = 0;

interface View extends KeptView {
  /** The records of the captures, in their order. */
  readonly records: readonly number[];
}

/** What could not be kept, for the page to say. */
export type OnTrouble = (message: string) => void;

/**
 * Keeps what the tab has open, so that a reload or a crash brings it back: locked with a key that goes when
 * the tab closes. Answers how many captures it brought back. Where keeping is not possible the page is told
 * why, once.
 */
export async function keepTab(onTrouble: OnTrouble): Promise<number> {
  const tabs = await openTab();
  if (tabs === undefined) return 0;
  const { own, before } = tabs;
  await sweep(own, before);
  const count =
    before === undefined || useInspector.getState().captures.length > 0 ? 0 : await bringBack(before);
  follow(own, onTrouble);
  return count;
}

/** Deletes what tabs left that are long gone. Nobody has their keys any more. */
async function sweep(own: Tab, before: Tab | undefined): Promise<void> {
  const live = await liveTabs();
  const transaction = (await database()).transaction("tabs", "readwrite");
  for await (const cursor of transaction.store) {
    const { tab, at } = cursor.value;
    const isOurs = tab === own.id || tab === before?.id;
    if (!isOurs && !live.has(tab) && Date.now() - at > STALE) await cursor.delete();
  }
  await transaction.done;
}

async function bringBack(tab: Tab): Promise<number> {
  const records = new Map(
    (await (await database()).getAllFromIndex("tabs", "tab", tab.id)).map((record) => [record.id, record]),
  );
  const view = await open<View>(tab, records.get(VIEW));
  if (view === undefined) return 0;
  const { showCapture } = await import("../edits");
  const captures: OpenCapture[] = [];
  for (const id of view.records) {
    const kept = await open<KeptCapture>(tab, records.get(id));
    if (kept !== undefined) captures.push(restoreCapture(kept));
  }
  if (captures.length === 0) return 0;
  const { current, context, selection } = view;
  useInspector.setState({ ...fresh, trail: noTrail, captures, context });
  showCapture(Math.min(current, captures.length - 1));
  if (selection !== undefined) useInspector.getState().select(selection, "go");
  return captures.length;
}

/**
 * What a record holds; `undefined` where it is missing or locked with another key: then that capture is gone.
 */
async function open<T>(tab: Tab, record: TabRecord | undefined): Promise<T | undefined> {
  if (record === undefined) return undefined;
  try {
    return unpack(await unlock(tab, record.iv, record.locked)) as T;
  } catch (error) {
    console.error("A capture of before the reload can't be read.", error);
    return undefined;
  }
}

/**
 * Writes what changed once there is a pause, one record a capture, so that an edit writes only the capture it
 * is of.
 */
function follow(tab: Tab, onTrouble: OnTrouble): void {
  const ids = new WeakMap<OpenCapture, number>();
  let next = Date.now(); // above every record that was there before
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();
  let said = "";

  const write = async (): Promise<void> => {
    waiting = undefined;
    const state = useInspector.getState();
    const isTooMuch = state.captures.reduce((sum, capture) => sum + keptSize(capture), 0) > MOST_KEPT;
    const captures = isTooMuch ? [] : state.captures;
    try {
      const added = captures.filter((capture) => !ids.has(capture));
      for (const capture of added) {
        const id = next++;
        await put(tab, id, keepCapture(capture));
        ids.set(capture, id);
      }
      const records = captures.flatMap((capture) => ids.get(capture) ?? []);
      await put(tab, VIEW, viewOf(state, records));
      await drop(tab, new Set(records));
      said = isTooMuch
        ? tell(said, "What is open is too large to survive a reload. Save what you need.")
        : "";
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      said = tell(said, `What is open will not survive a reload: the browser did not store it (${reason}).`);
    }
  };
  const tell = (before: string, message: string): string => {
    if (before !== message) onTrouble(message);
    return message;
  };
  const soon = (): void => {
    if (waiting === undefined) since = Date.now();
    clearTimeout(waiting);
    const wait = Math.min(PAUSE, Math.max(0, since + LONGEST_WAIT - Date.now()));
    waiting = setTimeout(() => {
      writing = writing.then(write);
    }, wait);
  };
  const isOther = (a: Inspector, b: Inspector): boolean =>
    a.captures !== b.captures ||
    a.current !== b.current ||
    a.context !== b.context ||
    a.selection?.range !== b.selection?.range;
  useInspector.subscribe((state, before) => {
    if (isOther(state, before)) soon();
  });
  addEventListener("pagehide", () => {
    if (waiting !== undefined) void write();
  });
  if (useInspector.getState().captures.length > 0) soon();
}

function viewOf({ current, context, selection }: Inspector, records: readonly number[]): View {
  return { current, context, records, ...(selection && { selection: selection.range }) };
}

async function put(tab: Tab, id: number, value: unknown): Promise<void> {
  const { iv, locked } = await lock(tab, pack(value));
  await (await database()).put("tabs", { tab: tab.id, id, iv, locked, at: Date.now() });
}

/** Deletes the tab's records that no capture is of any more. */
async function drop(tab: Tab, used: ReadonlySet<number>): Promise<void> {
  const db = await database();
  const keys = await db.getAllKeysFromIndex("tabs", "tab", tab.id);
  await Promise.all(
    keys.filter(([, id]) => id !== VIEW && !used.has(id)).map((key) => db.delete("tabs", key)),
  );
}
