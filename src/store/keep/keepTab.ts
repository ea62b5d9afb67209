import { pack, unpack } from "../../bytes/pack";
import { type Inspector, type OpenCapture, useInspector } from "../inspector";
import { estimateKeptSize, type KeptCapture, type KeptView, keepCapture, restoreCapture } from "../snapshot";
import { openDatabase, type TabRecord } from "./database";
import { decrypt, encrypt, listLiveTabs, openTab, type Tab } from "./tab";

/** At most this many bytes are kept over a reload. */
export const MAX_KEPT = 96 * 1024 * 1024;

/**
 * Changes are written after a pause of `PAUSE` milliseconds, and while they continue, at least every
 * `MAX_WAIT`.
 */
const PAUSE = 250;
const MAX_WAIT = 2000;

const STALE = 24 * 60 * 60 * 1000;
/** The id of the record that lists the captures; the captures' own ids are higher. */
const VIEW = 0;

interface View extends KeptView {
  /** The ids of the captures' records, in order. */
  readonly records: readonly number[];
}

/** Called with a message for the user when something could not be kept. */
export type OnTrouble = (message: string) => void;

/**
 * Keeps what the tab has open, so that it can be restored after a reload or a crash: encrypted with a key
 * that is lost when the tab closes. Resolves to the number of captures restored. If keeping is not possible,
 * calls `onTrouble` once with the reason.
 */
export async function keepTab(onTrouble: OnTrouble): Promise<number> {
  const tabs = await openTab();
  if (tabs === undefined) return 0;
  const { own, before } = tabs;
  await sweep(own, before);
  const count =
    before === undefined || useInspector.getState().captures.length > 0 ? 0 : await restoreTab(before);
  followChanges(own, onTrouble);
  return count;
}

/** Deletes the records of tabs that were closed long ago. Their keys no longer exist. */
async function sweep(own: Tab, before: Tab | undefined): Promise<void> {
  const live = await listLiveTabs();
  const transaction = (await openDatabase()).transaction("tabs", "readwrite");
  for await (const cursor of transaction.store) {
    const { tab, at } = cursor.value;
    const isOurs = tab === own.id || tab === before?.id;
    if (!isOurs && !live.has(tab) && Date.now() - at > STALE) await cursor.delete();
  }
  await transaction.done;
}

async function restoreTab(tab: Tab): Promise<number> {
  const records = new Map(
    (await (await openDatabase()).getAllFromIndex("tabs", "tab", tab.id)).map((record) => [
      record.id,
      record,
    ]),
  );
  const view = await readRecord<View>(tab, records.get(VIEW));
  if (view === undefined) return 0;
  const { restoreOpenCaptures } = await import("../opening");
  const captures: OpenCapture[] = [];
  for (const id of view.records) {
    const kept = await readRecord<KeptCapture>(tab, records.get(id));
    if (kept !== undefined) captures.push(restoreCapture(kept));
  }
  if (captures.length === 0) return 0;
  const { current, context, selection } = view;
  restoreOpenCaptures(captures, Math.min(current, captures.length - 1));
  if (context !== undefined) useInspector.getState().setContext(context);
  if (selection !== undefined) useInspector.getState().select(selection, "go");
  return captures.length;
}

/**
 * Reads a record. Resolves to `undefined` if it is missing or encrypted with another key: then that capture
 * is lost.
 */
async function readRecord<T>(tab: Tab, record: TabRecord | undefined): Promise<T | undefined> {
  if (record === undefined) return undefined;
  try {
    return unpack(await decrypt(tab, record.iv, record.locked)) as T;
  } catch (error) {
    console.error("A capture from before the reload could not be read.", error);
    return undefined;
  }
}

/**
 * Writes changes after a pause, one record per capture, so that an edit writes only the capture it belongs
 * to.
 */
function followChanges(tab: Tab, onTrouble: OnTrouble): void {
  const ids = new WeakMap<OpenCapture, number>();
  let next = Date.now(); // above the ids of all earlier records
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();
  let lastMessage = "";

  const write = async (): Promise<void> => {
    waiting = undefined;
    const state = useInspector.getState();
    const isTooMuch = state.captures.reduce((sum, capture) => sum + estimateKeptSize(capture), 0) > MAX_KEPT;
    const captures = isTooMuch ? [] : state.captures;
    try {
      const added = captures.filter((capture) => !ids.has(capture));
      for (const capture of added) {
        const id = next++;
        await putRecord(tab, id, keepCapture(capture));
        ids.set(capture, id);
      }
      const records = captures.flatMap((capture) => ids.get(capture) ?? []);
      await putRecord(tab, VIEW, toView(state, records));
      await dropUnused(tab, new Set(records));
      lastMessage = isTooMuch
        ? reportOnce(lastMessage, "The open captures are too large to survive a reload. Save what you need.")
        : "";
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      lastMessage = reportOnce(
        lastMessage,
        `The open captures will not survive a reload: the browser could not store them (${reason}).`,
      );
    }
  };
  const reportOnce = (before: string, message: string): string => {
    if (before !== message) onTrouble(message);
    return message;
  };
  const scheduleWrite = (): void => {
    if (waiting === undefined) since = Date.now();
    clearTimeout(waiting);
    const wait = Math.min(PAUSE, Math.max(0, since + MAX_WAIT - Date.now()));
    waiting = setTimeout(() => {
      writing = writing.then(write);
    }, wait);
  };
  const hasChanged = (a: Inspector, b: Inspector): boolean =>
    a.captures !== b.captures || a.current !== b.current || a.selection?.range !== b.selection?.range;
  useInspector.subscribe((state, before) => {
    if (hasChanged(state, before)) scheduleWrite();
  });
  addEventListener("pagehide", () => {
    if (waiting !== undefined) void write();
  });
  if (useInspector.getState().captures.length > 0) scheduleWrite();
}

function toView({ current, selection }: Inspector, records: readonly number[]): View {
  return { current, records, ...(selection && { selection: selection.range }) };
}

async function putRecord(tab: Tab, id: number, value: unknown): Promise<void> {
  const { iv, locked } = await encrypt(tab, pack(value));
  await (await openDatabase()).put("tabs", { tab: tab.id, id, iv, locked, at: Date.now() });
}

/** Deletes the tab's records that no longer belong to an open capture. */
async function dropUnused(tab: Tab, used: ReadonlySet<number>): Promise<void> {
  const db = await openDatabase();
  const keys = await db.getAllKeysFromIndex("tabs", "tab", tab.id);
  await Promise.all(
    keys.filter(([, id]) => id !== VIEW && !used.has(id)).map((key) => db.delete("tabs", key)),
  );
}
