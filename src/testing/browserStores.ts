import "fake-indexeddb/auto";
import { vi } from "vitest";

/** What a browser gives a page to keep things in, made for a test; IndexedDB is there besides. */
export interface BrowserStores {
  /** Ends the page, as a crash of its tab does: its locks are free again. */
  readonly endPage: () => void;
  /** Ends the page as one with much open, which goes slowly: its locks are free after `time` milliseconds. */
  readonly endPageSlowly: (time: number) => void;
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

interface LockRequest {
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}

interface WaitingForLock {
  readonly name: string;
  readonly grant: () => void;
}

/** The part of `LockManager` that the page uses, each lock held until its page ends; and how pages end. */
function makeLocks() {
  const held = new Set<string>();
  const queue = new Set<WaitingForLock>();
  const request = (name: string, { ifAvailable = false, signal }: LockRequest, onLock: OnLock) =>
    new Promise((_, reject) => {
      const grant = (): void => {
        held.add(name);
        onLock({ name });
      };
      if (!held.has(name)) return grant();
      if (ifAvailable) return onLock(null);
      const waiting: WaitingForLock = { name, grant };
      queue.add(waiting);
      signal?.addEventListener("abort", () => {
        queue.delete(waiting);
        reject(new DOMException("too late", "TimeoutError"));
      });
      return undefined;
    });
  const query = () => Promise.resolve({ held: [...held].map((name) => ({ name })) });
  /** Ends the page that there is. Returns how to free its locks, for those who wait for them by then. */
  const endPage = (): (() => void) => {
    const ended = [...held];
    queue.clear();
    return () => {
      for (const name of ended) {
        held.delete(name);
        const next = [...queue].find((waiting) => waiting.name === name);
        if (next === undefined) continue;
        queue.delete(next);
        next.grant();
      }
    };
  };
  return { manager: { request, query }, endPage };
}

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
  const locks = makeLocks();
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
    locks: locks.manager,
  });
  /** Ends what belongs to the page, but for its locks. Returns how to free those. */
  const endPage = (): (() => void) => {
    onHide.length = 0;
    for (const channel of channels.splice(0)) channel.close();
    return locks.endPage();
  };
  return {
    endPage: () => endPage()(),
    endPageSlowly: (time) => void setTimeout(endPage(), time),
    hidePage: () => onHide.forEach((listener) => listener()),
  };
}
