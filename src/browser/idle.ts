/** Ends a wait for an idle moment, if it has not come yet. */
export type CancelIdle = () => void;

/** How long a browser without `requestIdleCallback` (WebKit) waits instead, in milliseconds. */
const PAUSE = 50;

/**
 * Runs a function when the browser is idle, and after `timeout` milliseconds at the latest. Where a browser
 * cannot tell when it is idle, the function runs after a short pause.
 */
export function whenIdle(run: () => void, timeout: number): CancelIdle {
  if (typeof globalThis.requestIdleCallback === "function") {
    const handle = requestIdleCallback(run, { timeout });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, Math.min(PAUSE, timeout));
  return () => clearTimeout(timer);
}
