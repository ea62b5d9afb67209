// A service worker that holds the keys of tabs while they are reloaded, in its memory and nowhere else.
// Browsers end it when nobody has spoken to it for half a minute or so, and the keys with it; until then, a
// key is held for a minute at most. It controls no page and answers no request of the network.
import type { HeldKey, ToKeyHolder } from "./keyHolderMessages";

const MAX_HELD = 60_000;
/** How long a key can be late, in milliseconds. */
const MAX_LATE = 2000;

const scope = self as unknown as ServiceWorkerGlobalScope;
const held = new Map<string, Uint8Array>();
/** By tab, who has asked for a key that is not there yet. */
const asking = new Map<string, (key: Uint8Array) => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener("message", ({ data, ports }) => {
  const request = data as ToKeyHolder;
  const [port] = ports;
  if (request.kind === "hold") hold(request.tab, request.key);
  else if (request.kind === "release") forget(request.tab);
  else if (request.kind === "give") give(request.tab, (key) => port?.postMessage(key));
  else port?.postMessage([...held.keys()]);
});

function hold(tab: string, key: Uint8Array): void {
  forget(tab);
  held.set(tab, key);
  asking.get(tab)?.(key);
  timers.set(
    tab,
    setTimeout(() => forget(tab), MAX_HELD),
  );
}

/**
 * Answers with a key. That of a page that is being reloaded can come a moment after the new page has asked,
 * because the messages of two pages have no order.
 */
function give(tab: string, answer: (key: HeldKey) => void): void {
  const key = held.get(tab);
  if (key !== undefined) return answer(key);
  const end = (late?: Uint8Array): void => {
    clearTimeout(timer);
    asking.delete(tab);
    answer(late);
  };
  const timer = setTimeout(end, MAX_LATE);
  asking.set(tab, end);
}

function forget(tab: string): void {
  clearTimeout(timers.get(tab));
  timers.delete(tab);
  held.delete(tab);
}
