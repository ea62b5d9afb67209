import { createPageWorker, createWorkerFactory } from "../browser/worker";
import { unpackDocument } from "../document/pack";
import { easCodeSpace } from "../eas/codeSpace";
import { readCaptureContent } from "../session/content";
import { knowVersions } from "../session/context";
import type { DocumentReport, OpenedContent, ToDocumentWorker } from "../worker/documentMessages";
import workerUrl from "../worker/documentWorker?worker&url";
import { PIECE_BYTES, sendPieces } from "../worker/pieces";
import { editXml, startEditing, startEditingDocument } from "./editing";
import type { CaptureContent } from "./inspector";

/** A body to open, as it is in a capture. */
export interface Body {
  readonly payload: Uint8Array;
  readonly contentType?: string | undefined;
}

/** The worker ended before it had opened the body, twice; or its code met an error. `message` says why. */
export class OpenError extends Error {
  override readonly name = "OpenError";
}

interface Job {
  readonly body: Body;
  /** Whether a worker has ended over it. */
  isRepeated: boolean;
  readonly resolve: (content: CaptureContent) => void;
  readonly reject: (error: unknown) => void;
}

const worker = createPageWorker<ToDocumentWorker, DocumentReport>(
  createWorkerFactory("document-worker", workerUrl),
  { onReport: (report) => onReport(report), onEnd: (reason) => onEnd(reason) },
);

/** What the worker is opening, and what it opens after that. */
let current: Job | undefined;
const queue: Job[] = [];
let lastId = 0;
/** Whether the worker has ever started: a browser can refuse it, or its script can be missing. */
let hasStarted = false;

/** Starts the worker before it is needed. */
export function startDocumentWorker(): void {
  worker.start();
}

/** Opens a body on this thread: for short ones, and where there are no workers. */
export function openBody(body: Body): CaptureContent {
  const content = readCaptureContent(body);
  if (content.kind === "text") return content;
  const editing = startEditing(content.bytes);
  return {
    kind: "payload",
    editing: content.xml === undefined ? editing : { ...editXml(editing, content.xml, 0), undo: [] },
  };
}

/**
 * Opens a body in the worker, after those that it was given before. Rejects with the signal's reason when the
 * signal is aborted, at once, and with an `OpenError`. A browser without workers opens it on this thread.
 */
export function openBodyInWorker(body: Body, signal: AbortSignal): Promise<CaptureContent> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const job: Job = { body, isRepeated: false, resolve, reject };
    signal.addEventListener("abort", () => cancel(job, signal.reason), { once: true });
    queue.push(job);
    askNext();
  });
}

function askNext(): void {
  if (current !== undefined) return;
  current = queue.shift();
  if (current !== undefined) ask(current);
}

function ask(job: Job): void {
  const id = ++lastId;
  const { payload, contentType } = job.body;
  if (payload.length <= PIECE_BYTES) worker.send({ kind: "open", id, payload, contentType });
  else void askInPieces(id, job);
}

async function askInPieces(id: number, { body: { payload, contentType } }: Job): Promise<void> {
  const isWanted = (): boolean => lastId === id && current !== undefined;
  if (await sendPieces(id, payload, worker.send, isWanted)) worker.send({ kind: "open", id, contentType });
}

/** Ends the worker if it is opening this. */
function cancel(job: Job, reason: unknown): void {
  const at = queue.indexOf(job);
  if (at >= 0) queue.splice(at, 1);
  if (current === job) {
    current = undefined;
    worker.end();
  }
  job.reject(reason);
  askNext();
}

function onReport(report: DocumentReport): void {
  const answered = current;
  if (report.kind === "ready") hasStarted = true;
  if (report.kind === "ready" || answered === undefined || report.id !== lastId) return;
  current = undefined;
  if (report.kind === "crash") answered.reject(new OpenError(report.crash));
  else answered.resolve(toContent(report.content, answered.body));
  askNext();
}

/** Tries once more after the worker has ended by itself; one that never started is done without. */
function onEnd(reason: string): void {
  const ended = current;
  if (ended === undefined) return;
  if (!ended.isRepeated) {
    ended.isRepeated = true;
    return ask(ended);
  }
  current = undefined;
  if (hasStarted) ended.reject(new OpenError(reason));
  else ended.resolve(openBody(ended.body));
  askNext();
}

function toContent(content: OpenedContent, { payload }: Body): CaptureContent {
  if (content.kind === "text") return content;
  const document = unpackDocument(content.document, content.bytes ?? payload, easCodeSpace);
  knowVersions(document, content.versions);
  return { kind: "payload", editing: startEditingDocument(document, content.typed) };
}
