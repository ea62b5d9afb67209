import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LockedRecord } from "../../worker/recordMessages";
import { within } from "./within";

/** One capture of a tab, encrypted with the tab's key. */
export interface TabRecord extends LockedRecord {
  readonly tab: string;
  readonly id: number;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
}

/** What the user asked to keep, unencrypted, until it is deleted. */
export interface KeptRecord {
  readonly id?: number;
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

interface Schema extends DBSchema {
  readonly tabs: { key: [string, number]; value: TabRecord; indexes: { tab: string } };
  readonly kept: { key: number; value: KeptRecord };
}

const NAME = "wbxml-inspector";
let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** How long to wait until the database is open, in milliseconds. */
const MAX_WAIT = 10_000;
/** How long to wait for what is read from it or written to it, in milliseconds. */
const MAX_WORK = 30_000;

const NO_ANSWER = "its storage does not answer: close the other tabs of this page";

function openStored(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("tabs", { keyPath: ["tab", "id"] }).createIndex("tab", "tab");
      db.createObjectStore("kept", { keyPath: "id", autoIncrement: true });
    },
    blocking(_current, _next, { target }) {
      // another tab deletes or upgrades the database, and has to wait until it is closed
      if (target instanceof IDBDatabase) target.close();
      forgetOpened();
    },
    terminated: forgetOpened, // site data were deleted
  });
}

/** A database that opens after it has been given up is closed: open, it would stop other tabs. */
async function openInTime(): Promise<IDBPDatabase<Schema>> {
  const opening = openStored();
  try {
    return await within(opening, MAX_WAIT, NO_ANSWER);
  } catch (error) {
    opening.then(
      (late) => late.close(),
      () => undefined, // refused, which has been reported, or will not come
    );
    throw error;
  }
}

/**
 * Opens the page's database; later calls return the same one. Rejects if the browser refuses, or does not
 * answer.
 */
export async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  opened ??= openInTime();
  const own = opened;
  try {
    return await own;
  } catch (error) {
    if (opened === own) forgetOpened();
    throw error;
  }
}

/**
 * Reads from the page's database or writes to it. Rejects if the browser refuses, or does not answer: what
 * waits for it would never end.
 */
export async function askDatabase<T>(use: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  return within(use(await openDatabase()), MAX_WORK, NO_ANSWER);
}

function forgetOpened(): void {
  opened = undefined;
}

/** Empties the database. */
export async function emptyDatabase(): Promise<void> {
  await askDatabase((db) => Promise.all([db.clear("tabs"), db.clear("kept")]));
}
