import { STORED } from "../../browser/storage";

/** How long a duplicate waits for the tab that it was made from, in milliseconds. */
const MAX_WAIT = 1000;

interface Ask {
  readonly kind: "ask";
}
interface Answer {
  readonly kind: "key";
  readonly key: Uint8Array;
}

/** `undefined` if the browser has no such channels: then a duplicate starts empty. */
function openChannel(tab: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(`${STORED}tab.${tab}`);
}

/** Gives the key of this tab to duplicates of it, which have its id in their session storage. */
export function answerDuplicates(tab: string, key: Uint8Array): void {
  const channel = openChannel(tab);
  channel?.addEventListener("message", ({ data }: MessageEvent<Ask | Answer>) => {
    const answer: Answer = { kind: "key", key };
    if (data.kind === "ask") channel.postMessage(answer);
  });
}

/**
 * Asks the tab that this one was duplicated from for its key. Resolves to `undefined` if it does not answer.
 */
export function askOtherTab(tab: string): Promise<Uint8Array | undefined> {
  const channel = openChannel(tab);
  if (channel === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const end = (key: Uint8Array | undefined): void => {
      channel.close();
      resolve(key);
    };
    channel.addEventListener("message", ({ data }: MessageEvent<Ask | Answer>) => {
      if (data.kind === "key") end(data.key);
    });
    setTimeout(() => end(undefined), MAX_WAIT);
    const ask: Ask = { kind: "ask" };
    channel.postMessage(ask);
  });
}
