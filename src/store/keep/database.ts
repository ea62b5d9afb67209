import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isFull } from "../../browser/storage";
import { within } from "./within";

/** One capture of a tab, encrypted with the tab's key. */
export interface TabRecord {
  readonly tab: string;
  readonly id: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly locked: ArrayBuffer;
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

/** How long to wait for the database, in milliseconds. */
const MAX_WAIT = 10_000;

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

/** Opens the page's database; later calls return the same one. Rejects if the browser refuses. */
export async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  opened ??= within(openStored(), MAX_WAIT, "its storage does not answer: close the other tabs of this page");

  try {
    return await opened;
  } catch (error) {
    forgetOpened();
    throw error;
  }
}

function forgetOpened(): void {
  opened = undefined;
}

/** Why the browser did not store or read something, as a clause. */
export function explainStorageError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isFull(error)) return "there is no room left";
  switch (error.name) {
    case "VersionError":
      return "a newer version of this page has used its storage: reload the page";
    case "SecurityError":
    case "InvalidStateError":
      return "it does not let this page store anything";
    default:
      return error.message;
  }
}

/** Empties the database. */
export async function emptyDatabase(): Promise<void> {
  const db = await openDatabase();
  await Promise.all([db.clear("tabs"), db.clear("kept")]);
}
