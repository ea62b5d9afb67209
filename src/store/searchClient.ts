import type { SearchedCapture } from "../find/searchedCapture";
import type { SearchReport, SearchRequest } from "../worker/searchMessages";
import workerUrl from "../worker/searchWorker?worker&url";
import { createWorkerFactory } from "./workerFactory";

const start = createWorkerFactory("search-worker", workerUrl);

let worker: Worker | undefined;

type OnReport = (report: SearchReport) => void;
type OnCrash = (message: string) => void;

function startWorker(onReport: OnReport, onFailure: OnCrash): Worker {
  const started = start();
  started.addEventListener("message", ({ data }: MessageEvent<SearchReport>) => onReport(data));
  started.addEventListener("error", ({ message }) =>
    onFailure(message === "" ? "its worker could not be started" : message),
  );
  return started;
}

/**
 * Sends a request to the worker, and starts it first if needed. Its reports and crashes go to the callbacks
 * of the first call. The captures' bytes are transferred, not copied.
 */
export function askWorker(request: SearchRequest, onReport: OnReport, onFailure: OnCrash): void {
  worker ??= startWorker(onReport, onFailure);
  const buffers = request.kind === "captures" ? new Set(request.captures.flatMap(listBuffers)) : [];
  worker.postMessage(request, [...buffers]);
}

function listBuffers({ payload, parts = [], content }: SearchedCapture): ArrayBufferLike[] {
  const shown = content?.kind === "payload" ? [content.bytes] : [];
  return [payload, ...parts, ...shown].map(({ buffer }) => buffer);
}

/** Ends a worker that does not answer; the next request starts another. */
export function endWorker(): void {
  worker?.terminate();
  worker = undefined;
}
