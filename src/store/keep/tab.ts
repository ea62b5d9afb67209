import { readStoredInTab, STORED, writeStoredInTab } from "../../browser/storage";
import { importKey } from "../../worker/lock";
import { askOtherTab } from "./duplicates";
import { connectKeyHolder, type KeyHolder } from "./keyHolder";
import { within } from "./within";

const KEY = `${STORED}tab`;
const KEY_BYTES = 32;
/** How long to wait for an answer about a lock, in milliseconds. */
const MAX_WAIT = 5000;
const NO_ANSWER = "its locks do not answer";
/** How long the page before a reload usually needs to let go of its lock, at most, in milliseconds. */
const MAX_TEARDOWN = 700;
/**
 * How long it is waited for then, if no other tab says that it has the lock: on a slow computer, a page with
 * much open goes slowly.
 */
const MAX_SLOW_TEARDOWN = 4000;

/**
 * This tab: its id, and the key that encrypts its captures. The id is in the tab's session storage; the key
 * is in memory only: of the page, and while the page is reloaded, of a service worker.
 */
export interface Tab {
  readonly id: string;
  readonly key: CryptoKey;
  readonly rawKey: Uint8Array<ArrayBuffer>;
}

/** The current tab, and the one it continues: itself after a reload, or the one it was duplicated from. */
export interface Tabs {
  readonly own: Tab;
  readonly before: Tab | undefined;
  /** The id of the tab before, if its key is no longer there: what was stored under it can't be read. */
  readonly lost: string | undefined;
  readonly holder: KeyHolder;
}

/** Whether the browser has for this page what {@link openTab} needs. */
export function canOpenTab(): boolean {
  try {
    const { locks, serviceWorker } = navigator as Partial<Navigator>;
    return isSecureContext && locks !== undefined && serviceWorker !== undefined;
  } catch {
    return false; // denied
  }
}

/**
 * Finds out which tab this is. The key of a tab that was reloaded stays with the key holder until it is
 * released. Rejects if the browser's locks or its service worker do not answer, if the service worker does
 * not start, and if the id can't be stored.
 */
export async function openTab(): Promise<Tabs> {
  const id = readTabId();
  let isFree = id !== undefined && (await hold(id));
  const otherKey = id === undefined || isFree ? undefined : await askOtherTab(id);
  // If no tab answers, this one is hardly a duplicate: the page before a reload takes long to go.
  if (id !== undefined && !isFree && otherKey === undefined) isFree = await hold(id, MAX_SLOW_TEARDOWN);
  const { key, ...holder } = await connectKeyHolder(isFree ? id : undefined);
  if (id === undefined) return { own: await startTab(), before: undefined, lost: undefined, holder };
  if (!isFree) {
    const before = await makeTab(id, otherKey);
    return { own: await startTab(), before, lost: undefined, holder };
  }
  const own = await makeTab(id, key);
  if (own !== undefined) return { own, before: own, lost: undefined, holder };
  return { own: await startTab(), before: undefined, lost: id, holder };
}

/**
 * The id in the session storage of the tab. An earlier version of the page stored the key as well, as JSON:
 * that is no id, and is overwritten.
 */
function readTabId(): string | undefined {
  const id = readStoredInTab(KEY);
  return id === undefined || id.startsWith("{") ? undefined : id;
}

async function startTab(): Promise<Tab> {
  const id = crypto.randomUUID();
  const own = await makeTab(id, crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  if (own === undefined) throw new Error("there is no key");
  if (!writeStoredInTab(KEY, id)) throw new Error("there is no room left");
  await hold(id);
  return own;
}

async function makeTab(id: string, key: Uint8Array | undefined): Promise<Tab | undefined> {
  if (key?.length !== KEY_BYTES) return undefined;
  const rawKey = new Uint8Array(key);
  return { id, rawKey, key: await importKey(rawKey) };
}

const getLockName = (id: string): string => `${KEY}.${id}`;

/**
 * Holds a tab's lock for as long as the page lives. Resolves to false if another page still holds it after
 * `patience` milliseconds: that of the tab from which this one was duplicated, or the one before a reload.
 */
async function hold(id: string, patience = MAX_TEARDOWN): Promise<boolean> {
  const request = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const whileHeld = (granted: Lock | null): Promise<never> | undefined => {
        resolve(granted !== null);
        return granted === null ? undefined : new Promise(() => undefined);
      };
      navigator.locks.request(getLockName(id), options, whileHeld).catch(reject);
    });
  const isFree = await within(request({ ifAvailable: true }), MAX_WAIT, NO_ANSWER);
  if (isFree) return true;
  const signal = AbortSignal.timeout(patience);
  return within(request({ signal }), MAX_WAIT, NO_ANSWER).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
}

/** The ids of the tabs that are open now. */
export async function listLiveTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = await within(navigator.locks.query(), MAX_WAIT, NO_ANSWER);
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(`${KEY}.`) === true ? [name.slice(KEY.length + 1)] : [])),
  );
}
