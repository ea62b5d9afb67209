const KEY = "wbxml-inspector.tab";
const ALGORITHM = "AES-GCM";

/**
 * This tab: its name, and the key that its captures are locked with. The key lives in the tab's session
 * storage alone and goes with it.
 */
export interface Tab {
  readonly id: string;
  readonly key: CryptoKey;
}

/**
 * The tab as it is now, and the one it goes on from: itself after a reload, or the one it was duplicated
 * from.
 */
export interface Tabs {
  readonly own: Tab;
  readonly before: Tab | undefined;
}

interface Remembered {
  readonly id: string;
  readonly jwk: JsonWebKey;
}

/**
 * Finds out which tab this is. `undefined` where the browser has no keys for a page that is not served
 * securely.
 */
export async function openTab(): Promise<Tabs | undefined> {
  if (!isSecureContext || navigator.locks === undefined) return undefined;
  const remembered = sessionStorage.getItem(KEY);
  const before = remembered === null ? undefined : await recall(remembered);
  if (before !== undefined && (await hold(before.id))) return { own: before, before };
  const own = await newTab();
  await hold(own.id);
  return { own, before };
}

async function recall(remembered: string): Promise<Tab | undefined> {
  try {
    const { id, jwk } = JSON.parse(remembered) as Remembered;
    return { id, key: await crypto.subtle.importKey("jwk", jwk, ALGORITHM, true, ["encrypt", "decrypt"]) };
  } catch {
    return undefined; // somebody else's or an older form: the tab begins anew
  }
}

async function newTab(): Promise<Tab> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, true, ["encrypt", "decrypt"]);
  const remembered: Remembered = { id: crypto.randomUUID(), jwk: await crypto.subtle.exportKey("jwk", key) };
  sessionStorage.setItem(KEY, JSON.stringify(remembered));
  return { id: remembered.id, key };
}

const lockName = (id: string): string => `${KEY}.${id}`;

/**
 * Holds a tab's lock for as long as the page lives; false where another tab has it: then this one was
 * duplicated from that.
 */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(lockName(id), { ifAvailable: true }, (granted) => {
      resolve(granted !== null);
      return granted === null ? undefined : new Promise(() => undefined);
    });
  });
}

/** The tabs that are open now. */
export async function liveTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(`${KEY}.`) === true ? [name.slice(KEY.length + 1)] : [])),
  );
}

/** Locks bytes with a tab's key. */
export async function lock(
  { key }: Tab,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ iv: Uint8Array<ArrayBuffer>; locked: ArrayBuffer }> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, locked: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes) };
}

/** What was locked with a tab's key. Rejects where the key is another one. */
export async function unlock(
  { key }: Tab,
  iv: Uint8Array<ArrayBuffer>,
  locked: ArrayBuffer,
): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, locked));
}
