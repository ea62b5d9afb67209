import { type Loss, listLosses, reportLoss } from "../../browser/losses";
import { explainStorageError, readStoredInTab, writeStoredInTab } from "../../browser/storage";
import { useInspector } from "../inspector";
import { askDatabase } from "./database";
import { answerDuplicates } from "./duplicates";
import { type ChangeWriter, followChanges, OPEN_COUNT } from "./followChanges";
import { canOpenTab, listLiveTabs, openTab, type Tab, type Tabs } from "./tab";
import { type ReadCapture, readCaptures, readView, type TabView } from "./tabRecords";
import { beginOpening, endedWhileOpening } from "./unfinished";

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
    return await restoreAndFollow(await openTab(), isUnfinished);
  } catch (error) {
    reportLoss(chooseLoss(), explainStorageError(error));
    return NOTHING;
  }
}

async function restoreAndFollow(tabs: Tabs, isUnfinished: boolean): Promise<RestoredTab> {
  const { own, before, lost, holder } = tabs;
  const expected = Number(readStoredInTab(OPEN_COUNT) ?? 0);
  writeStoredInTab(OPEN_COUNT, undefined);
  let waiting: readonly number[] = []; // the records that are offered
  const writer = followChanges(tabs, () => waiting);
  holder.release(own.id); // from now on, the page hands the key over itself
  if (await sweep(tabs)) reportLoss("reload-forgotten");
  const tab = lost === undefined ? before : undefined;
  const view = tab && (await readView(tab));
  const { records = [], offered = [] } = view ?? {};
  waiting = isUnfinished ? [...offered, ...records] : offered;
  const count = tab && view && !isUnfinished ? await restore(tab, view, writer) : 0;
  if (lost === undefined) reportMissing(expected - (isUnfinished ? records.length : count));
  writer.start();
  if (isUnfinished && waiting.length > 0) await writer.write(); // so that it is offered again after a reload
  answerDuplicates(own.id, own.rawKey);
  if (tab === undefined || waiting.length === 0) return { count };
  const forget = (): Promise<void> => {
    waiting = [];
    return writer.write();
  };
  return { count, offered: offer(tab, waiting, writer, forget) };
}

/** Says how many of the captures that were open before are missing, if any. */
function reportMissing(count: number): void {
  if (count > 0) reportLoss("reload-incomplete", String(count));
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
  return askDatabase(async (db) => {
    let isLost = false;
    const transaction = db.transaction("tabs", "readwrite");
    for await (const cursor of transaction.store) {
      const { tab } = cursor.value;
      if (tab !== lost && (ours.has(tab) || live.has(tab))) continue;
      isLost ||= tab === lost;
      await cursor.delete();
    }
    await transaction.done;
    return isLost;
  });
}

/** Opens what was open before, unless something else is open by now. Resolves to the number of captures. */
async function restore(tab: Tab, view: TabView, { remember }: ChangeWriter): Promise<number> {
  if (view.records.length === 0 || hasCaptures()) return 0;
  beginOpening();
  const captures = await readCaptures(tab, view.records);
  if (captures.length === 0) return 0;
  remember(tab, captures);
  const { context, selection, pane, resend } = view;
  if (resend !== undefined) useInspector.setState({ resend });
  if (pane !== undefined) useInspector.getState().showPane(pane);
  await show(captures, view.current);
  if (context !== undefined) useInspector.getState().setContext(context);
  if (selection !== undefined) useInspector.getState().select(selection, "go");
  return captures.length;
}

/** Opens captures, in addition to what is open by now. */
async function show(read: readonly ReadCapture[], current: number): Promise<void> {
  const captures = read.map(({ open }) => open);
  const { addOpenCaptures, restoreOpenCaptures } = await import("../opening");
  if (hasCaptures()) addOpenCaptures(captures, "Restored captures");
  else restoreOpenCaptures(captures, Math.min(current, captures.length - 1));
}

function hasCaptures(): boolean {
  return useInspector.getState().captures.length > 0;
}

function offer(
  tab: Tab,
  records: readonly number[],
  { remember }: ChangeWriter,
  forget: () => Promise<void>,
): OfferedCaptures {
  const open = async (): Promise<number> => {
    beginOpening();
    const captures = await readCaptures(tab, records);
    reportMissing(records.length - captures.length);
    remember(tab, captures);
    if (captures.length > 0) await show(captures, 0);
    await forget();
    return captures.length;
  };
  return { open, discard: forget };
}
