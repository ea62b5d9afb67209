import { createScriptTrust } from "../../browser/worker";
import workerUrl from "../../worker/keyHolder?worker&url";
import type { TakenKey, ToKeyHolder } from "../../worker/keyHolderMessages";

/**
 * Where the key of a tab is while the tab is reloaded: in the memory of a service worker, which the browser
 * ends half a minute or so after the last message. Nothing is written to disk.
 */
export interface KeyHolder {
  /** Hands the key over; to be called when the page goes away. */
  readonly hold: (tab: string, key: Uint8Array) => void;
  /** Takes the key back. Resolves to `undefined` if it is not there, or no answer comes. */
  readonly take: (tab: string) => Promise<TakenKey>;
  /** The tabs whose keys are held now. */
  readonly list: () => Promise<readonly string[]>;
}

/** How long to wait for the service worker, in milliseconds. It can have to be started. */
const MAX_WAIT = 3000;

const trust = createScriptTrust("key-holder", workerUrl);

/** Starts the service worker. Rejects if the browser has none for this page, or does not start it. */
export async function connectKeyHolder(): Promise<KeyHolder> {
  const registration = await navigator.serviceWorker.register(trust(), { type: "module" });
  const active = await waitUntilActive(registration);
  // A newer version of the script takes the place of the active one, so the current one is asked each time.
  const send = (message: ToKeyHolder, ports: MessagePort[] = []): void =>
    (registration.active ?? active).postMessage(message, ports);
  const ask = async <T>(message: ToKeyHolder): Promise<T | undefined> => {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<T | undefined>((resolve) => {
      port1.addEventListener("message", ({ data }: MessageEvent<T>) => resolve(data));
      setTimeout(() => resolve(undefined), MAX_WAIT);
    });
    port1.start();
    send(message, [port2]);
    const answered = await answer;
    port1.close();
    return answered;
  };
  return {
    hold: (tab, key) => send({ kind: "hold", tab, key }),
    take: (tab) => ask<Uint8Array>({ kind: "take", tab }),
    list: async () => (await ask<readonly string[]>({ kind: "list" })) ?? [],
  };
}

function waitUntilActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
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
