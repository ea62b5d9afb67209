// A service worker that holds the keys of tabs while they are reloaded, in its memory and nowhere else.
// Browsers end it when nobody has spoken to it for half a minute or so, and the keys with it; until then, a
// key is held for a minute at most. It controls no page and answers no request of the network.
import type { HeldKey, ToKeyHolder } from "./keyHolderMessages";

const MAX_HELD = 60_000;

const scope = self as unknown as ServiceWorkerGlobalScope;
const held = new Map<string, Uint8Array>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener("message", ({ data, ports }) => {
  const request = data as ToKeyHolder;
  const [port] = ports;
  if (request.kind === "hold") hold(request.tab, request.key);
  else if (request.kind === "release") forget(request.tab);
  else if (request.kind === "give") port?.postMessage(give(request.tab));
  else port?.postMessage([...held.keys()]);
});

function hold(tab: string, key: Uint8Array): void {
  forget(tab);
  held.set(tab, key);
  timers.set(
    tab,
    setTimeout(() => forget(tab), MAX_HELD),
  );
}

function give(tab: string): HeldKey {
  return held.get(tab);
}

function forget(tab: string): void {
  clearTimeout(timers.get(tab));
  timers.delete(tab);
  held.delete(tab);
}
