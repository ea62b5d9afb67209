import type { Searched } from "../find/searched";
import type { SearchReport, SearchRequest } from "../worker/searchMessages";
import workerUrl from "../worker/searchWorker?worker&url";
import { ownWorker } from "./ownWorker";

const start = ownWorker("search-worker", workerUrl);

let worker: Worker | undefined;

type OnReport = (report: SearchReport) => void;
type OnFailure = (message: string) => void;

function startWorker(onReport: OnReport, onFailure: OnFailure): Worker {
  const started = start();
  started.addEventListener("message", ({ data }: MessageEvent<SearchReport>) => onReport(data));
  started.addEventListener("error", ({ message }) =>
    onFailure(message === "" ? "its worker could not be started" : message),
  );
  return started;
}

/**
 * Starts or asks the worker. What it reports, or that it could not be started, goes to whoever asked first.
 * Bytes of captures are handed over, not copied.
 */
export function askWorker(request: SearchRequest, onReport: OnReport, onFailure: OnFailure): void {
  worker ??= startWorker(onReport, onFailure);
  const buffers = request.kind === "captures" ? new Set(request.captures.flatMap(buffersOf)) : [];
  worker.postMessage(request, [...buffers]);
}

function buffersOf({ payload, parts = [], content }: Searched): ArrayBufferLike[] {
  const shown = content?.kind === "payload" ? [content.bytes] : [];
  return [payload, ...parts, ...shown].map(({ buffer }) => buffer);
}

/** Ends a worker that does not answer; the next question starts another. */
export function endWorker(): void {
  worker?.terminate();
  worker = undefined;
}
