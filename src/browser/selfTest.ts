import { Refusal, type Sending, type WayToSend } from "./wayToSend";

/** What an attempt showed, and by what. */
export interface Trial {
  readonly verdict: "refused" | "open" | "unclear";
  /** The directive that refused it, if one did. */
  readonly directive?: string;
  /** What else is known, as sentences. */
  readonly reason?: string;
}

/** How long an attempt that does not say when it is over is watched, in milliseconds, and any at most. */
const WATCH = 600;
const MAX_WATCH = 3000;
/**
 * How long reports of a refusal can come after the attempt has failed. There is one for each policy: the
 * page's and the server's.
 */
const LATE = 60;

/** What a report names instead of an address if a script, a text or a blob was refused. */
const NAMELESS = new Set(["inline", "eval", "blob", "data", "trusted-types-sink"]);

/**
 * Tries one way to send. The address can't exist (RFC 6761 reserves ".invalid"), so that an attempt fails in
 * any case; it was *refused* only if the browser reports that the policy was violated, or throws before
 * anything is sent. Otherwise the way is open, and only the name was not found; for the ways that a browser
 * can refuse without a word, a trace of the request must show that. Never rejects.
 */
export async function tryWay(way: WayToSend): Promise<Trial> {
  if (way.isThere?.() === false) return { verdict: "refused", reason: "This browser does not have it." };
  const sending = { host: `${way.id}.wbxml-inspector.invalid`, room: createRoom() };
  const report = listenForReport(sending.host);
  try {
    const refusal = await Promise.race([report.refused, endAttempt(way, sending)]);
    await pause(LATE); // a second report must not count for the next attempt
    return refusal ?? judgeSilence(way, sending);
  } finally {
    report.end();
    sending.room.remove();
  }
}

function judgeSilence({ doubt }: WayToSend, { host }: Sending): Trial {
  if (doubt === undefined) return { verdict: "open" };
  const isTraced = performance.getEntriesByType("resource").some(({ name }) => name.includes(host));
  return isTraced ? { verdict: "open" } : { verdict: "unclear", reason: doubt };
}

/** Makes the attempt, and waits until a report of its refusal could no longer come. */
async function endAttempt(way: WayToSend, sending: Sending): Promise<Trial | undefined> {
  try {
    const sent = way.send(sending);
    if (sent instanceof Promise) await Promise.race([sent.catch(rethrowRefusal), pause(MAX_WATCH)]);
    else await pause(WATCH);
  } catch (error) {
    await pause(LATE); // a report says more than the error
    return { verdict: "refused", reason: error instanceof Error ? error.message : String(error) };
  }
  await pause(LATE);
  return undefined;
}

function rethrowRefusal(error: unknown): void {
  if (error instanceof Refusal) throw error;
}

/** Listens for the browser's report that a policy refused the attempt. */
function listenForReport(host: string): { readonly refused: Promise<Trial>; readonly end: () => void } {
  const controller = new AbortController();
  const refused = new Promise<Trial>((resolve) => {
    const read = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
      if (disposition !== "enforce") return; // a policy that only reports refuses nothing
      if (blockedURI.includes(host) || NAMELESS.has(blockedURI))
        resolve({ verdict: "refused", directive: effectiveDirective });
    };
    document.addEventListener("securitypolicyviolation", read, { signal: controller.signal });
  });
  return { refused, end: () => controller.abort() };
}

/** An element that nobody sees, but that the browser draws, so that it loads what is named in it. */
function createRoom(): HTMLElement {
  const room = document.createElement("div");
  room.inert = true;
  room.setAttribute("aria-hidden", "true");
  room.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden";
  document.body.append(room);
  return room;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
