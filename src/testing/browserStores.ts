import "fake-indexeddb/auto";
import { vi } from "vitest";

/** What a browser gives a page to keep things in, made for a test; IndexedDB is there besides. */
export interface BrowserStores {
  /** Ends the page, as a crash of its tab does: its locks are free again. */
  readonly endPage: () => void;
  /** Tells the page that it is hidden, as a browser does before a reload. */
  readonly hidePage: () => void;
}

/** The part of `Storage` that the page uses, its entries as own properties, as browsers have them. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

type OnLock = (granted: { readonly name: string } | null) => unknown;

type OnMessage = (event: { readonly data: unknown; readonly ports: readonly MessagePort[] }) => void;
let onMessage: OnMessage | undefined;

/** The page's own service worker, run here; its memory outlives the pages. */
async function registerServiceWorker(): Promise<unknown> {
  if (onMessage === undefined) {
    const { self } = globalThis;
    const addEventListener = (type: string, listener: OnMessage): void => {
      if (type === "message") onMessage = listener;
    };
    globalThis.self = { addEventListener } as unknown as typeof globalThis.self;
    await import("../worker/keyHolder");
    globalThis.self = self;
  }
  const postMessage = (data: unknown, ports: readonly MessagePort[]): void =>
    onMessage?.({ data: structuredClone(data), ports });
  return { active: { state: "activated", postMessage, addEventListener: () => undefined } };
}

/**
 * Puts storage, locks and a secure context in place until `vi.unstubAllGlobals()`. Every lock that is granted
 * is held until the page ends.
 */
export function browserStores(): BrowserStores {
  const held = new Set<string>();
  const onHide: (() => void)[] = [];
  const channels: BroadcastChannel[] = [];
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("addEventListener", (type: string, listener: () => void) => {
    if (type === "pagehide") onHide.push(listener);
  });
  vi.stubGlobal("removeEventListener", (type: string, listener: () => void) => {
    if (type === "pagehide") onHide.splice(onHide.indexOf(listener), 1);
  });
  vi.stubGlobal(
    "BroadcastChannel",
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    },
  );
  vi.stubGlobal("navigator", {
    serviceWorker: { register: registerServiceWorker, getRegistration: () => Promise.resolve(undefined) },
    locks: {
      request: (name: string, { signal }: { readonly signal?: AbortSignal }, onLock: OnLock) => {
        const isFree = !held.has(name);
        held.add(name);
        if (isFree || signal === undefined) onLock(isFree ? { name } : null);
        return new Promise((_, reject) =>
          signal?.addEventListener("abort", () => reject(new DOMException("too late", "TimeoutError"))),
        );
      },
      query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    },
  });
  return {
    endPage: () => {
      held.clear();
      onHide.length = 0;
      for (const channel of channels.splice(0)) channel.close();
    },
    hidePage: () => onHide.forEach((listener) => listener()),
  };
}
