/** Something that the page uses and that a browser can lack or deny, and what the page does without it. */
export interface BrowserNeed {
  /** Its name, as MDN writes it. */
  readonly name: string;
  readonly isThere: () => boolean;
  /** What is lost without it, as a sentence. */
  readonly without: string;
}

/** Whether an object on the global object is there; a browser that denies it throws, or gives `null`. */
function has(name: string): boolean {
  try {
    return (globalThis as Readonly<Record<string, unknown>>)[name] != null;
  } catch {
    return false;
  }
}

function navigatorHas(name: string): boolean {
  try {
    return (globalThis.navigator as unknown as Readonly<Record<string, unknown>>)[name] != null;
  } catch {
    return false;
  }
}

const NO_RELOAD = "What is open does not survive a reload.";

/**
 * What the page needs from a browser beyond what every current one has. Without any of these it starts,
 * reads, shows, edits and re-encodes. Each is used in one module, which says what happens without it.
 */
export const browserNeeds: readonly BrowserNeed[] = [
  {
    name: "localStorage",
    isThere: () => has("localStorage"),
    without: "Colours and the sizes of the panes are forgotten when the page is closed.",
  },
  { name: "sessionStorage", isThere: () => has("sessionStorage"), without: NO_RELOAD },
  {
    name: "indexedDB",
    isThere: () => has("indexedDB"),
    without: `Payloads can't be saved in the browser. ${NO_RELOAD}`,
  },
  { name: "isSecureContext", isThere: () => globalThis.isSecureContext, without: NO_RELOAD },
  { name: "navigator.serviceWorker", isThere: () => navigatorHas("serviceWorker"), without: NO_RELOAD },
  { name: "navigator.locks", isThere: () => navigatorHas("locks"), without: NO_RELOAD },
  {
    name: "BroadcastChannel",
    isThere: () => has("BroadcastChannel"),
    without: "A tab that is duplicated starts empty.",
  },
  {
    name: "crypto.subtle",
    isThere: () => has("crypto") && globalThis.crypto.subtle !== undefined,
    without: `${NO_RELOAD} The manifest of saved faults has no hashes.`,
  },
  {
    name: "navigator.clipboard",
    isThere: () => navigatorHas("clipboard"),
    without: "Copying uses the browser's older way, and pasting needs the paste keys.",
  },
  {
    name: "requestIdleCallback",
    isThere: () => has("requestIdleCallback"),
    without: "Code that will be needed is loaded after a short pause instead of in an idle moment.",
  },
  {
    name: "CompressionStream",
    isThere: () => has("CompressionStream") && has("DecompressionStream"),
    without: "Compressed bodies and share links can't be read or made.",
  },
  {
    name: "Worker",
    isThere: () => has("Worker"),
    without: "The rules and the search don't run, and a long read blocks the page.",
  },
  {
    name: "trustedTypes",
    isThere: () => has("trustedTypes"),
    without: "One of the page's defences against foreign scripts is missing.",
  },
];

/** What this browser lacks. */
export function listMissingNeeds(): readonly BrowserNeed[] {
  return browserNeeds.filter(({ isThere }) => !isThere());
}
