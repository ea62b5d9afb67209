const KEY = "wbxml-inspector.tab";
const ALGORITHM = "AES-GCM";

/**
 * This tab: its id, and the key that encrypts its captures. The key is only in the tab's session storage, and
 * is lost with it.
 */
export interface Tab {
  readonly id: string;
  readonly key: CryptoKey;
}

/** The current tab, and the one it continues: itself after a reload, or the one it was duplicated from. */
export interface Tabs {
  readonly own: Tab;
  readonly before: Tab | undefined;
}

interface StoredTab {
  readonly id: string;
  readonly jwk: JsonWebKey;
}

/**
 * Finds out which tab this is. Resolves to `undefined` if the browser has no cryptography for the page,
 * because it was not served securely.
 */
export async function openTab(): Promise<Tabs | undefined> {
  if (!isSecureContext || navigator.locks === undefined) return undefined;
  const remembered = sessionStorage.getItem(KEY);
  const before = remembered === null ? undefined : await recall(remembered);
  if (before !== undefined && (await hold(before.id))) return { own: before, before };
  const own = await createTab();
  await hold(own.id);
  return { own, before };
}

async function recall(remembered: string): Promise<Tab | undefined> {
  try {
    const { id, jwk } = JSON.parse(remembered) as StoredTab;
    return { id, key: await crypto.subtle.importKey("jwk", jwk, ALGORITHM, true, ["encrypt", "decrypt"]) };
  } catch {
    return undefined; // not ours, or an older format: start afresh
  }
}

async function createTab(): Promise<Tab> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, true, ["encrypt", "decrypt"]);
  const remembered: StoredTab = { id: crypto.randomUUID(), jwk: await crypto.subtle.exportKey("jwk", key) };
  sessionStorage.setItem(KEY, JSON.stringify(remembered));
  return { id: remembered.id, key };
}

const getLockName = (id: string): string => `${KEY}.${id}`;

/**
 * Holds a tab's lock for as long as the page lives. Resolves to false if another tab holds it: then this tab
 * is a duplicate of that one.
 */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(getLockName(id), { ifAvailable: true }, (granted) => {
      resolve(granted !== null);
      return granted === null ? undefined : new Promise(() => undefined);
    });
  });
}

/** The ids of the tabs that are open now. */
export async function listLiveTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(`${KEY}.`) === true ? [name.slice(KEY.length + 1)] : [])),
  );
}

/** Encrypts bytes with a tab's key. */
export async function encrypt(
  { key }: Tab,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ iv: Uint8Array<ArrayBuffer>; locked: ArrayBuffer }> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, locked: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, bytes) };
}

/** Decrypts bytes with a tab's key. Rejects if they were encrypted with another key. */
export async function decrypt(
  { key }: Tab,
  iv: Uint8Array<ArrayBuffer>,
  locked: ArrayBuffer,
): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, locked));
}
