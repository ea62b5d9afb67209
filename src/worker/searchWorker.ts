// Searches captures off the page's thread, so that neither decoding nor a slow pattern blocks it. Captures
// come in small batches, and none is kept.
import { parseQuery } from "../find/parse";
import { type SearchResult, type SearchSummary, search } from "../find/search";
import type { SearchedCapture } from "../find/searchedCapture";
import type { SearchReport, SearchRequest, SearchStart } from "./searchMessages";

interface RunningSearch {
  readonly id: number;
  /** Receives the captures that were requested. */
  give: (captures: readonly SearchedCapture[]) => void;
}

let running: RunningSearch | undefined;

function report(message: SearchReport): void {
  self.postMessage(message, { transfer: [] });
}

self.addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === "start") void start(data);
  else if (running?.id === data.id) running.give(data.captures);
});

async function start({ id, query, kind: _, ...options }: SearchStart): Promise<void> {
  const own: RunningSearch = { id, give: () => undefined };
  running = own;
  const onProgress = (done: number): void => report({ kind: "progress", id, done });
  try {
    const found = search(parseQuery(query).query, receiveCaptures(own), { onProgress, ...options });
    report({ kind: "end", id, end: await reportHits(found, id) });
  } catch (error) {
    report({
      kind: "failed",
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

async function reportHits(
  found: AsyncGenerator<SearchResult, SearchSummary, void>,
  id: number,
): Promise<SearchSummary> {
  for (;;) {
    const step = await found.next();
    if (step.done === true) return step.value;
    report({ kind: "found", id, found: step.value });
  }
}

/** The page's captures, requested batch by batch. */
async function* receiveCaptures(own: RunningSearch): AsyncGenerator<SearchedCapture, void, void> {
  for (;;) {
    const captures = await new Promise<readonly SearchedCapture[]>((resolve) => {
      own.give = resolve;
      report({ kind: "more", id: own.id });
    });
    if (captures.length === 0) return;
    yield* captures;
  }
}
