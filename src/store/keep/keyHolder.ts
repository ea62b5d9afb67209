import { reportLoss } from "../../browser/losses";
import { createScriptTrust } from "../../browser/worker";
import workerUrl from "../../worker/keyHolder?worker&url";
import type { HeldKey, ToKeyHolder } from "../../worker/keyHolderMessages";
import { within } from "./within";

/**
 * Where the key of a tab is while the tab is reloaded: in the memory of a service worker, which the browser
 * ends half a minute or so after the last message. Nothing is written to disk.
 */
export interface KeyHolder {
  /** Hands the key over; to be called when the page goes away. */
  readonly hold: (tab: string, key: Uint8Array) => void;
  /** Has the key forgotten. */
  readonly release: (tab: string) => void;
  /** The tabs whose keys are held now. */
  readonly list: () => Promise<readonly string[]>;
}

/** How long to wait for the service worker, in milliseconds. It can have to be started. */
const MAX_WAIT = 3000;

const trust = createScriptTrust("key-holder", workerUrl);

/**
 * Starts the service worker, and asks it for the key of a tab: `undefined` if it has none. Rejects if the
 * browser has no service worker for this page, or does not start it.
 */
export async function connectKeyHolder(
  tab: string | undefined,
): Promise<KeyHolder & { readonly key: HeldKey }> {
  const earlier = await within(navigator.serviceWorker.getRegistration(), MAX_WAIT, NO_ANSWER);
  // The worker of an earlier version of the page ends when that of this version starts, so it is asked first.
  const known = await askForKey(earlier?.active ?? undefined, tab);
  let current = await startWorker();
  const watch = (worker: ServiceWorker): void =>
    worker.addEventListener("statechange", () => {
      if (worker.state === "redundant" && worker === current) restart();
    });
  const restart = (): void => {
    const use = (worker: ServiceWorker): void => {
      current = worker;
      watch(worker);
    };
    findWorker().then(use, (error: unknown) => reportLoss("not-kept", explainError(error)));
  };
  watch(current);
  return {
    key: known ?? (await askForKey(current, tab)),
    hold: (own, key) => post(current, { kind: "hold", tab: own, key }),
    release: (own) => post(current, { kind: "release", tab: own }),
    list: async () => (await ask<readonly string[]>(current, { kind: "list" })) ?? [],
  };
}

const NO_ANSWER = "its service worker does not answer";

/** The worker that is there, perhaps that of another version of the page; if there is none, it is started. */
async function findWorker(): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration === undefined ? startWorker() : waitUntilActive(registration);
}

async function startWorker(): Promise<ServiceWorker> {
  try {
    const registration = navigator.serviceWorker.register(trust(), { type: "module" });
    return await waitUntilActive(await within(registration, MAX_WAIT, NO_ANSWER));
  } catch (error) {
    // the message of the browser is as long as the addresses in it
    throw error instanceof TypeError ? new Error("its service worker could not be loaded") : error;
  }
}

function explainError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function askForKey(worker: ServiceWorker | undefined, tab: string | undefined): Promise<HeldKey> {
  return worker === undefined || tab === undefined
    ? Promise.resolve(undefined)
    : ask<Uint8Array>(worker, { kind: "give", tab });
}

function post(worker: ServiceWorker, message: ToKeyHolder, ports: MessagePort[] = []): void {
  worker.postMessage(message, ports);
}

/** Asks a worker. Resolves to `undefined` if no answer comes. */
async function ask<T>(worker: ServiceWorker, message: ToKeyHolder): Promise<T | undefined> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<T | undefined>((resolve) => {
    port1.addEventListener("message", ({ data }: MessageEvent<T>) => resolve(data));
    setTimeout(() => resolve(undefined), MAX_WAIT);
  });
  port1.start();
  post(worker, message, [port2]);
  const answered = await answer;
  port1.close();
  return answered;
}

function waitUntilActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((resolve, reject) => {
    if (worker === null) return reject(new Error("it was not installed"));
    const check = (): void => {
      if (worker.state === "activated" || worker.state === "activating") resolve(worker);
      else if (worker.state === "redundant") reject(new Error("it was not installed"));
    };
    worker.addEventListener("statechange", check);
    setTimeout(() => reject(new Error("it did not start")), MAX_WAIT);
    check();
  });
}
