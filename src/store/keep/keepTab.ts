import { endLoss, type Loss, listLosses, reportLoss } from "../../browser/losses";
import { pack, unpack } from "../../bytes/pack";
import { type Inspector, type OpenCapture, useInspector } from "../inspector";
import { estimateKeptSize, type KeptCapture, type KeptView, keepCapture, restoreCapture } from "../snapshot";
import { explainStorageError, openDatabase, type TabRecord } from "./database";
import { answerDuplicates } from "./duplicates";
import { canOpenTab, decrypt, encrypt, listLiveTabs, openTab, type Tab, type Tabs } from "./tab";
import { beginOpening, endedWhileOpening } from "./unfinished";

/** At most this many bytes are kept over a reload. */
export const MAX_KEPT = 96 * 1024 * 1024;

/**
 * Changes are written after a pause of `PAUSE` milliseconds, and while they continue, at least every
 * `MAX_WAIT`.
 */
const PAUSE = 250;
const MAX_WAIT = 2000;

/** The id of the record that lists the captures; the captures' own ids are higher. */
const VIEW = 0;

interface View extends KeptView {
  /** The ids of the captures' records, in order. */
  readonly records: readonly number[];
}

/** What was open before a reload and is not restored without being asked for. */
export interface OfferedCaptures {
  /** Opens them, in addition to what is open by then. Resolves to their number. */
  readonly open: () => Promise<number>;
  /** Deletes them. */
  readonly discard: () => Promise<void>;
}

/** What has become of what was open before a reload. */
export interface RestoredTab {
  /** The number of captures that are open again. */
  readonly count: number;
  readonly offered?: OfferedCaptures;
}

const NOTHING: RestoredTab = { count: 0 };

/**
 * Keeps what the tab has open, so that it can be restored after a reload: encrypted with a key that is never
 * stored. Restores what was open before; if `isUnfinished`, because the tab had not finished opening it, that
 * is only offered. Never rejects: what can't be kept is reported as a loss.
 */
export async function keepTab(isUnfinished = endedWhileOpening()): Promise<RestoredTab> {
  if (!canOpenTab()) {
    reportLoss(isSecureContext ? chooseLoss() : "not-secure");
    return NOTHING;
  }
  try {
    const tabs = await openTab(isUnfinished);
    const { own } = tabs;
    if (await sweep(tabs)) reportLoss("reload-forgotten");
    const restored = isUnfinished ? await offerCaptures(tabs) : await restoreCaptures(tabs);
    followChanges(tabs);
    answerDuplicates(own.id, own.rawKey);
    return restored;
  } catch (error) {
    reportLoss(chooseLoss(), explainStorageError(error));
    return NOTHING;
  }
}

async function restoreCaptures({ before, lost }: Tabs): Promise<RestoredTab> {
  const isEmpty = useInspector.getState().captures.length === 0;
  return before === undefined || lost !== undefined || !isEmpty
    ? NOTHING
    : { count: await restoreTab(before) };
}

async function offerCaptures({ before, lost }: Tabs): Promise<RestoredTab> {
  if (before === undefined || lost !== undefined || !(await hasRecords(before))) return NOTHING;
  const discard = (): Promise<void> => dropRecords(before);
  const open = async (): Promise<number> => {
    const count = await restoreTab(before);
    await discard();
    return count;
  };
  return { count: 0, offered: { open, discard } };
}

/** Where a browser denies all storage, the rest follows from that. */
function chooseLoss(): Loss {
  return listLosses().some(({ loss }) => loss === "storage-denied") ? "storage-denied" : "not-kept";
}

/**
 * Deletes the records of tabs that are neither open nor being reloaded: their keys no longer exist. Resolves
 * to whether records of this tab were among them.
 */
async function sweep({ own, before, lost, holder }: Tabs): Promise<boolean> {
  const live = await listLiveTabs();
  const reloaded = await holder.list(); // after the locks: a tab that has let go of its lock is held by now
  const ours = new Set([own.id, before?.id, ...reloaded]);
  let isLost = false;
  const transaction = (await openDatabase()).transaction("tabs", "readwrite");
  for await (const cursor of transaction.store) {
    const { tab } = cursor.value;
    if (tab !== lost && (ours.has(tab) || live.has(tab))) continue;
    isLost ||= tab === lost;
    await cursor.delete();
  }
  await transaction.done;
  return isLost;
}

async function restoreTab(tab: Tab): Promise<number> {
  const records = new Map(
    (await (await openDatabase()).getAllFromIndex("tabs", "tab", tab.id)).map((record) => [
      record.id,
      record,
    ]),
  );
  beginOpening();
  const view = await readRecord<View>(tab, records.get(VIEW));
  if (view === undefined) return 0;
  const { addOpenCaptures, restoreOpenCaptures } = await import("../opening");
  const captures: OpenCapture[] = [];
  for (const id of view.records) {
    const kept = await readRecord<KeptCapture>(tab, records.get(id));
    if (kept !== undefined) captures.push(restoreCapture(kept));
  }
  const lostCount = view.records.length - captures.length;
  if (lostCount > 0) reportLoss("reload-damaged", String(lostCount));
  if (captures.length === 0) return 0;
  if (useInspector.getState().captures.length > 0) {
    addOpenCaptures(captures, "Restored captures");
    return captures.length;
  }
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
function followChanges({ own: tab, holder }: Tabs): void {
  const ids = new WeakMap<OpenCapture, number>();
  let next = Date.now(); // above the ids of all earlier records
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();

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
      if (isTooMuch) reportLoss("reload-too-large");
      else endLoss("reload-too-large");
      endLoss("reload-failed");
    } catch (error) {
      reportLoss("reload-failed", explainStorageError(error));
    }
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
    holder.hold(tab.id, tab.rawKey);
    if (waiting !== undefined) void write();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void holder.take(tab.id); // the page had only been put aside, and still has its key
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

/** Whether a tab had something open. */
async function hasRecords(tab: Tab): Promise<boolean> {
  return (await (await openDatabase()).getAllKeysFromIndex("tabs", "tab", tab.id)).some(
    ([, id]) => id !== VIEW,
  );
}

/** Deletes all records of a tab. */
async function dropRecords(tab: Tab): Promise<void> {
  const db = await openDatabase();
  const keys = await db.getAllKeysFromIndex("tabs", "tab", tab.id);
  await Promise.all(keys.map((key) => db.delete("tabs", key)));
}

/** Deletes the tab's records that no longer belong to an open capture. */
async function dropUnused(tab: Tab, used: ReadonlySet<number>): Promise<void> {
  const db = await openDatabase();
  const keys = await db.getAllKeysFromIndex("tabs", "tab", tab.id);
  await Promise.all(
    keys.filter(([, id]) => id !== VIEW && !used.has(id)).map((key) => db.delete("tabs", key)),
  );
}
