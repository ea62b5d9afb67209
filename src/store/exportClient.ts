import { createPageWorker, createWorkerFactory } from "../browser/worker";
import { type FileForm, TextTooLong, type WrittenPayload, writeFile } from "../share/forms";
import type { ExportReport, ToExportWorker } from "../worker/exportMessages";
import workerUrl from "../worker/exportWorker?worker&url";
import { PIECE_BYTES, sendPieces } from "../worker/pieces";

/** A payload to write, and how. */
export interface Writing {
  readonly payload: WrittenPayload;
  readonly form: FileForm;
  /** The most characters that its text may have. */
  readonly longest: number;
}

/**
 * The worker ended before it had written the payload, twice; or its code met an error. `message` says why.
 */
export class WriteError extends Error {
  override readonly name = "WriteError";
}

interface Waiting {
  readonly writing: Writing;
  readonly isRepeated: boolean;
  readonly resolve: (file: Blob | Promise<Blob>) => void;
  readonly reject: (error: unknown) => void;
}

const worker = createPageWorker<ToExportWorker, ExportReport>(
  createWorkerFactory("export-worker", workerUrl),
  { onReport: (report) => onReport(report), onEnd: (reason) => onEnd(reason) },
);

let waiting: Waiting | undefined;
let lastId = 0;
/** Whether the worker has ever started: a browser can refuse it, or its script can be missing. */
let hasStarted = false;

/**
 * Writes a payload in the worker, instead of what it is writing now. Rejects with the signal's reason when
 * the signal is aborted, at once; with `TextTooLong`, and with a `WriteError`. A browser without workers
 * writes it on this thread.
 */
export function writeInWorker(writing: Writing, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (waiting !== undefined) stop(new DOMException("Another payload is written.", "AbortError"));
    signal.addEventListener("abort", () => {
      if (waiting?.resolve === resolve) stop(signal.reason);
    });
    ask({ writing, isRepeated: false, resolve, reject });
  });
}

function ask(next: Waiting): void {
  waiting = next;
  void send(next, ++lastId);
}

async function send(next: Waiting, id: number): Promise<void> {
  const { payload, form, longest } = next.writing;
  const { bytes } = payload;
  const request = { kind: "write", id, form, longest } as const;
  if (bytes.length <= PIECE_BYTES) worker.send({ ...request, payload: bytes });
  else if (await sendPieces(id, bytes, worker.send, () => waiting === next)) worker.send(request);
}

/** Ends what the worker is doing. */
function stop(reason: unknown): void {
  const stopped = waiting;
  waiting = undefined;
  worker.end();
  stopped?.reject(reason);
}

/** The worker is ended when it has written: it would keep the memory that it took. */
function onReport(report: ExportReport): void {
  const answered = waiting;
  if (report.kind === "ready") hasStarted = true;
  if (report.kind === "ready" || answered === undefined || report.id !== lastId) return;
  waiting = undefined;
  worker.end();
  if (report.kind === "written") answered.resolve(report.file);
  else answered.reject(toError(report));
}

function toError(report: Extract<ExportReport, { readonly kind: "too-long" | "crash" }>): Error {
  return report.kind === "too-long" ? new TextTooLong(report.reason) : new WriteError(report.crash);
}

/** Tries once more after the worker has ended by itself; one that never started is done without. */
function onEnd(reason: string): void {
  const ended = waiting;
  waiting = undefined;
  if (ended === undefined) return;
  const { payload, form, longest } = ended.writing;
  if (!ended.isRepeated) ask({ ...ended, isRepeated: true });
  else if (hasStarted) ended.reject(new WriteError(reason));
  else ended.resolve(writeFile(payload, form, longest));
}
