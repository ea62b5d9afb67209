/**
 * What the page can lose because of the browser it runs in or the server it comes from. None of it is a fault
 * of the page or of a payload.
 */
export type Loss =
  | "storage-denied" // cookies and site data are blocked: nothing at all can be stored
  | "storage-full"
  | "not-secure" // served by plain HTTP: no encryption, so nothing survives a reload
  | "not-kept" // the browser lacks or refuses something else that a reload needs
  | "not-loaded" // the page's own code that keeps what is open could not be loaded
  | "no-worker" // a worker could not be started: what it does is done on the page's own thread
  | "reload-too-large"
  | "reload-failed" // a write failed: there is no room, for example
  | "reload-forgotten" // the key was gone after the reload
  | "reload-incomplete"; // some of it had not been stored yet, was deleted, or can't be read

/** A loss, and what the browser said of it, if anything. */
export interface ReportedLoss {
  readonly loss: Loss;
  readonly reason: string | undefined;
}

type Listener = (loss: ReportedLoss) => void;

const reported = new Map<Loss, ReportedLoss>();
const listeners = new Set<Listener>();

/** Reports a loss. The same loss is passed on once only, until it has ended. */
export function reportLoss(loss: Loss, reason?: string): void {
  if (reported.has(loss)) return;
  const one = { loss, reason };
  reported.set(loss, one);
  for (const listener of listeners) listener(one);
}

/** Says that a loss no longer holds, so that it is reported again when it comes back. */
export function endLoss(loss: Loss): void {
  reported.delete(loss);
}

/** The losses that hold now. */
export function listLosses(): readonly ReportedLoss[] {
  return [...reported.values()];
}

/**
 * Calls a function for each loss: those that hold now, and all that follow. Returns a function that ends it.
 */
export function onLoss(listener: Listener): () => void {
  for (const one of reported.values()) listener(one);
  listeners.add(listener);
  return () => listeners.delete(listener);
}
