import { reportLoss } from "../../browser/losses";
import { explainStorageError } from "../../browser/storage";
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
  /** The tabs whose keys are held now. Rejects if the service worker does not answer. */
  readonly list: () => Promise<readonly string[]>;
}

/** How long to wait for the service worker, in milliseconds. It can have to be started. */
const MAX_WAIT = 3000;

const trust = createScriptTrust("key-holder", workerUrl);

/**
 * Starts the service worker, and asks it for the key of a tab: `undefined` if it has none. Rejects if the
 * browser has no service worker for this page, or does not start it, or if the worker does not answer.
 */
export async function connectKeyHolder(
  tab: string | undefined,
): Promise<KeyHolder & { readonly key: HeldKey }> {
  const earlier = (await getRegistration())?.active ?? undefined;
  // The worker of an earlier version of the page ends when that of this version starts, so it is asked first.
  // If it does not answer, the one that is started decides.
  const first = earlier && (await askForKey(earlier, tab).catch(() => undefined));
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
    findWorker().then(use, (error: unknown) => reportLoss("not-kept", explainStorageError(error)));
  };
  watch(current);
  const isAnswered = first !== undefined && (first.key !== undefined || current === earlier);
  const { key } = isAnswered ? first : await askForKey(current, tab);
  return {
    key,
    hold: (own, rawKey) => post(current, { kind: "hold", tab: own, key: rawKey }),
    release: (own) => post(current, { kind: "release", tab: own }),
    list: () => ask<readonly string[]>(current, { kind: "list" }),
  };
}

const NO_ANSWER = "its service worker does not answer";

/** The registration of the worker of any version. Its scope is the folder of its script, without the page. */
function getRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  return within(navigator.serviceWorker.getRegistration(workerUrl), MAX_WAIT, NO_ANSWER);
}

/** The worker that is there, perhaps that of another version of the page; if there is none, it is started. */
async function findWorker(): Promise<ServiceWorker> {
  const registration = await getRegistration();
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

/** Asks a worker for the key of a tab, if there is one. */
async function askForKey(worker: ServiceWorker, tab: string | undefined): Promise<{ readonly key: HeldKey }> {
  if (tab === undefined) return { key: undefined };
  const key = await ask<HeldKey | null>(worker, { kind: "give", tab });
  return { key: key ?? undefined }; // not every engine tells the two apart in a message
}

function post(worker: ServiceWorker, message: ToKeyHolder, ports: MessagePort[] = []): void {
  worker.postMessage(message, ports);
}

/** Asks a worker. Rejects if no answer comes. */
async function ask<T>(worker: ServiceWorker, message: ToKeyHolder): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<T>((resolve) => {
    port1.addEventListener("message", ({ data }: MessageEvent<T>) => resolve(data));
  });
  port1.start();
  try {
    post(worker, message, [port2]);
    return await within(answer, MAX_WAIT, NO_ANSWER);
  } finally {
    port1.close();
  }
}

function waitUntilActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  const active = new Promise<ServiceWorker>((resolve, reject) => {
    const refuse = (): void => reject(new Error("its service worker was not installed"));
    if (worker === null) return refuse();
    const check = (): void => {
      if (worker.state === "activated" || worker.state === "activating") resolve(worker);
      else if (worker.state === "redundant") refuse();
    };
    worker.addEventListener("statechange", check);
    check();
  });
  return within(active, MAX_WAIT, "its service worker does not start");
}
