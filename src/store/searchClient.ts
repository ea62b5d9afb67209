import { createPageWorker, createWorkerFactory, type PageWorkerEvents } from "../browser/worker";
import type { SearchedCapture } from "../find/searchedCapture";
import type { SearchReport, SearchRequest } from "../worker/searchMessages";
import workerUrl from "../worker/searchWorker?worker&url";

const worker = createPageWorker<SearchRequest, SearchReport>(
  createWorkerFactory("search-worker", workerUrl),
  {
    onReport: (report) => events?.onReport(report),
    onEnd: (reason) => events?.onEnd(reason),
  },
);
let events: PageWorkerEvents<SearchReport> | undefined;

/**
 * Sends a request to the worker, which starts with the first one. Its reports and its end go to the events of
 * the latest request. The captures' bytes are transferred, not copied.
 */
export function askWorker(request: SearchRequest, onEvents: PageWorkerEvents<SearchReport>): void {
  events = onEvents;
  const buffers = request.kind === "captures" ? new Set(request.captures.flatMap(listBuffers)) : [];
  worker.send(request, [...buffers]);
}

/** Ends a worker that does not answer; the next request starts another. */
export function endWorker(): void {
  worker.end();
}

function listBuffers({ payload, parts = [], content }: SearchedCapture): ArrayBufferLike[] {
  const shown = content?.kind === "payload" ? [content.bytes] : [];
  return [payload, ...parts, ...shown].map(({ buffer }) => buffer);
}
