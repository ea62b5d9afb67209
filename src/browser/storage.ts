import { reportLoss } from "./losses";

/**
 * Small texts that the page remembers in this browser, such as the colours and the sizes of the panes. A
 * browser can deny all storage, or have no room left; then the text is remembered until the page is closed,
 * and the loss is reported. Nothing here throws.
 */

/** What this page has stored begins with this. */
export const STORED = "wbxml-inspector.";

type Area = "localStorage" | "sessionStorage";

/** What could not be stored, by area and key. */
const unstored = new Map<string, string>();

/** The text stored under a key of this browser; `undefined` if there is none, or storage is denied. */
export function readStored(key: string): string | undefined {
  return read("localStorage", key);
}

/** Stores a text under a key of this browser; `undefined` removes it. */
export function writeStored(key: string, text: string | undefined): void {
  write("localStorage", key, text);
}

/** The text stored under a key of this tab: it survives a reload, and is lost with the tab. */
export function readStoredInTab(key: string): string | undefined {
  return read("sessionStorage", key);
}

/**
 * Stores a text under a key of this tab; `undefined` removes it. Returns whether it is stored, and not only
 * remembered until the page is closed.
 */
export function writeStoredInTab(key: string, text: string | undefined): boolean {
  return write("sessionStorage", key, text);
}

/** Removes whatever this page has stored in this browser. */
export function removeStored(): void {
  unstored.clear();
  for (const key of listKeys("localStorage")) if (key.startsWith(STORED)) writeStored(key, undefined);
}

/** The same as an object, for libraries that take a `Storage`. */
export const storedTexts: Pick<Storage, "getItem" | "setItem"> = {
  getItem: (key) => readStored(key) ?? null,
  setItem: writeStored,
};

function read(area: Area, key: string): string | undefined {
  const kept = unstored.get(`${area} ${key}`);
  if (kept !== undefined) return kept;
  try {
    return globalThis[area].getItem(key) ?? undefined;
  } catch {
    reportLoss("storage-denied");
    return undefined;
  }
}

function write(area: Area, key: string, text: string | undefined): boolean {
  unstored.delete(`${area} ${key}`);
  try {
    if (text === undefined) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, text);
    return true;
  } catch (error) {
    if (text !== undefined) unstored.set(`${area} ${key}`, text);
    reportLoss(isFull(error) ? "storage-full" : "storage-denied");
    return false;
  }
}

function listKeys(area: Area): readonly string[] {
  try {
    return Object.keys(globalThis[area]);
  } catch {
    return []; // denied: there is nothing of ours either
  }
}

/** Whether a browser refused to store something because there is no room for it. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
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
