// Searches captures beside the page, so that neither decoding nor a slow pattern holds it up. Captures come
// in small lots, and none is kept.
import { parseQuery } from "../find/parse";
import { type FoundInCapture, type SearchEnd, search } from "../find/search";
import type { Searched } from "../find/searched";
import type { SearchReport, SearchRequest } from "./searchMessages";

interface Running {
  readonly id: number;
  /** Takes the captures that were asked for. */
  give: (captures: readonly Searched[]) => void;
}

let running: Running | undefined;

function report(message: SearchReport): void {
  self.postMessage(message, { transfer: [] });
}

self.addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === "start") void start(data.id, data.query, data.count);
  else if (running?.id === data.id) running.give(data.captures);
});

async function start(id: number, text: string, count: number): Promise<void> {
  const own: Running = { id, give: () => undefined };
  running = own;
  const onProgress = (done: number): void => report({ kind: "progress", id, done });
  try {
    const found = search(parseQuery(text).query, received(own), { onProgress, count });
    report({ kind: "end", id, end: await followed(found, id) });
  } catch (error) {
    report({
      kind: "failed",
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

async function followed(
  found: AsyncGenerator<FoundInCapture, SearchEnd, void>,
  id: number,
): Promise<SearchEnd> {
  for (;;) {
    const step = await found.next();
    if (step.done === true) return step.value;
    report({ kind: "found", id, found: step.value });
  }
}

/** The captures of the page, asked for lot by lot. */
async function* received(own: Running): AsyncGenerator<Searched, void, void> {
  for (;;) {
    const captures = await new Promise<readonly Searched[]>((resolve) => {
      own.give = resolve;
      report({ kind: "more", id: own.id });
    });
    if (captures.length === 0) return;
    yield* captures;
  }
}
