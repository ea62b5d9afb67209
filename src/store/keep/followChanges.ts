import { endLoss, reportLoss } from "../../browser/losses";
import { explainStorageError, STORED, writeStoredInTab } from "../../browser/storage";
import { type Inspector, type OpenCapture, useInspector } from "../inspector";
import { estimateKeptSize, keepCapture, listKeptParts } from "../snapshot";
import type { Tab, Tabs } from "./tab";
import {
  dropRecords,
  listRecordIds,
  putRecord,
  putView,
  type ReadCapture,
  type TabView,
  VIEW,
} from "./tabRecords";

/** At most this many bytes are kept over a reload. */
export const MAX_KEPT = 96 * 1024 * 1024;
/** The key under which the number of open captures is stored in the tab when the page goes away. */
export const OPEN_COUNT = `${STORED}open`;

/**
 * Edits are written after a pause of `PAUSE` milliseconds, and while they continue, at least every
 * `MAX_WAIT`. What is opened is written at once.
 */
const PAUSE = 250;
const MAX_WAIT = 2000;

/** What writes the changes of a tab. */
export interface ChangeWriter {
  /** Begins to write: now that what was open before has been restored, or offered. */
  readonly start: () => void;
  /** Writes what is open now. Resolves when that is done. */
  readonly write: () => Promise<void>;
  /** Captures were read from records of a tab. If it is this tab, they need not be written again. */
  readonly remember: (from: Tab, captures: readonly ReadCapture[]) => void;
}

/**
 * Hands the tab's key over when the page goes away, and writes what is open when it changes: one record per
 * capture, so that an edit writes only the capture it belongs to. `offered` returns the ids of the records
 * that belong to no open capture and must stay.
 */
export function followChanges({ own: tab, holder }: Tabs, offered: () => readonly number[]): ChangeWriter {
  const { store, remember } = makeStore(tab);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();
  let isStarted = false;

  const write = async (): Promise<void> => {
    try {
      await writeView(tab, store, offered());
      endLoss("reload-failed");
    } catch (error) {
      reportLoss("reload-failed", explainStorageError(error));
    }
  };
  const scheduleWrite = (pause: number): void => {
    if (!isStarted) return;
    if (waiting === undefined) since = Date.now();
    clearTimeout(waiting);
    const wait = Math.min(pause, Math.max(0, since + MAX_WAIT - Date.now()));
    waiting = setTimeout(() => void writeNext(), wait);
  };
  const writeNext = (): Promise<void> => {
    clearTimeout(waiting);
    waiting = undefined;
    writing = writing.then(write);
    return writing;
  };
  useInspector.subscribe((state, before) => {
    if (state.sources !== before.sources) scheduleWrite(0);
    else if (hasChanged(state, before)) scheduleWrite(PAUSE);
  });
  addEventListener("pagehide", () => {
    holder.hold(tab.id, tab.rawKey);
    if (!isStarted) return;
    const count = useInspector.getState().captures.length;
    writeStoredInTab(OPEN_COUNT, count === 0 ? undefined : String(count));
    if (waiting !== undefined) void write();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) holder.release(tab.id); // the page had only been put aside, and still has its key
  });
  return {
    start: () => {
      isStarted = true;
      if (useInspector.getState().captures.length > 0) scheduleWrite(0);
    },
    write: writeNext,
    remember,
  };
}

/** The records of a tab's captures. */
interface CaptureStore {
  /** Stores captures that are not stored yet, or not as they are now. */
  readonly store: (captures: readonly OpenCapture[]) => Promise<StoredRecords>;
  readonly remember: ChangeWriter["remember"];
}

/** The ids of the records of captures, in order, and of all that the tab has. */
interface StoredRecords {
  readonly ids: readonly number[];
  readonly all: ReadonlySet<number>;
}

/** A record, and the parts of the capture that it was made from. */
interface StoredCapture {
  readonly id: number;
  readonly parts: readonly unknown[];
}

/**
 * Every change of an open capture makes another object of it, also one that changes nothing that is kept:
 * when it is first shown, it gets its content. So its record is found by its body as read, too, and written
 * again only if a part of what is kept is another.
 */
function makeStore(tab: Tab): CaptureStore {
  const known = new WeakMap<object, StoredCapture>(); // by open capture, and by body
  let last = VIEW; // the highest id so far
  const know = (open: OpenCapture, stored: StoredCapture): void => {
    known.set(open, stored);
    if (open.capture !== undefined) known.set(open.capture.payload, stored);
  };
  /** The record of the very same object, which nothing can have changed; `undefined` if it has none. */
  const findRecord = (open: OpenCapture, there: ReadonlySet<number>): number | undefined => {
    const id = known.get(open)?.id;
    return id !== undefined && there.has(id) ? id : undefined;
  };
  const storeOne = async (open: OpenCapture, there: Set<number>): Promise<number> => {
    const parts = listKeptParts(open);
    const candidates = [known.get(open), open.capture && known.get(open.capture.payload)];
    const found = candidates.find((one) => one && there.has(one.id) && isSame(one.parts, parts));
    if (found !== undefined) {
      known.set(open, found);
      return found.id;
    }
    const id = ++last;
    await putRecord(tab, id, keepCapture(open));
    know(open, { id, parts });
    there.add(id);
    return id;
  };
  const store = async (captures: readonly OpenCapture[]): Promise<StoredRecords> => {
    const there = await listRecordIds(tab); // those of closed captures are gone, and others can delete some
    for (const id of there) last = Math.max(last, id);
    const ids: number[] = [];
    for (const open of captures) ids.push(findRecord(open, there) ?? (await storeOne(open, there)));
    return { ids, all: there };
  };
  const remember: ChangeWriter["remember"] = (from, captures) => {
    if (from.id !== tab.id) return;
    for (const { id, open } of captures) know(open, { id, parts: listKeptParts(open) });
  };
  return { store, remember };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Stores what is open, and deletes what is no longer needed. */
async function writeView(tab: Tab, store: CaptureStore["store"], offered: readonly number[]): Promise<void> {
  const state = useInspector.getState();
  const isTooMuch = state.captures.reduce((sum, capture) => sum + estimateKeptSize(capture), 0) > MAX_KEPT;
  const { ids, all } = await store(isTooMuch ? [] : state.captures);
  await putView(tab, toView(state, ids, offered));
  const used = new Set([VIEW, ...ids, ...offered]);
  await dropRecords(
    tab,
    [...all].filter((id) => !used.has(id)),
  );
  if (isTooMuch) reportLoss("reload-too-large");
  else endLoss("reload-too-large");
}

function hasChanged(a: Inspector, b: Inspector): boolean {
  return (
    a.captures !== b.captures ||
    a.current !== b.current ||
    a.shownPane !== b.shownPane ||
    a.resend !== b.resend ||
    a.selection?.range !== b.selection?.range
  );
}

function toView(
  { current, selection, shownPane, resend }: Inspector,
  records: readonly number[],
  offered: readonly number[],
): TabView {
  return {
    current,
    records,
    ...(selection && { selection: selection.range }),
    ...(shownPane && { pane: shownPane }),
    ...(resend && { resend }),
    ...(offered.length > 0 && { offered }),
  };
}
