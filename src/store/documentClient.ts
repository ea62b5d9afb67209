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

interface Waiting {
  readonly body: Body;
  readonly isRepeated: boolean;
  readonly resolve: (content: CaptureContent) => void;
  readonly reject: (error: unknown) => void;
}

const worker = createPageWorker<ToDocumentWorker, DocumentReport>(
  createWorkerFactory("document-worker", workerUrl),
  { onReport: (report) => onReport(report), onEnd: (reason) => onEnd(reason) },
);

let waiting: Waiting | undefined;
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
 * Opens a body in the worker, instead of what it is opening now. Rejects with the signal's reason when the
 * signal is aborted, at once, and with an `OpenError`. A browser without workers opens it on this thread.
 */
export function openBodyInWorker(body: Body, signal: AbortSignal): Promise<CaptureContent> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (waiting !== undefined) stop(new DOMException("Another body is opened.", "AbortError"));
    const own: Waiting = { body, isRepeated: false, resolve, reject };
    signal.addEventListener("abort", () => {
      if (waiting?.resolve === resolve) stop(signal.reason);
    });
    ask(own);
  });
}

function ask(next: Waiting): void {
  waiting = next;
  const id = ++lastId;
  const { payload, contentType } = next.body;
  if (payload.length <= PIECE_BYTES) worker.send({ kind: "open", id, payload, contentType });
  else void askInPieces(id, next);
}

async function askInPieces(id: number, next: Waiting): Promise<void> {
  const { payload, contentType } = next.body;
  const isWanted = (): boolean => waiting === next;
  if (await sendPieces(id, payload, worker.send, isWanted)) worker.send({ kind: "open", id, contentType });
}

/** Ends what the worker is doing. */
function stop(reason: unknown): void {
  const stopped = waiting;
  waiting = undefined;
  worker.end();
  stopped?.reject(reason);
}

function onReport(report: DocumentReport): void {
  const answered = waiting;
  if (report.kind === "ready") hasStarted = true;
  if (report.kind === "ready" || answered === undefined || report.id !== lastId) return;
  waiting = undefined;
  if (report.kind === "crash") answered.reject(new OpenError(report.crash));
  else answered.resolve(toContent(report.content, answered.body));
}

/** Tries once more after the worker has ended by itself; one that never started is done without. */
function onEnd(reason: string): void {
  const ended = waiting;
  waiting = undefined;
  if (ended === undefined) return;
  if (!ended.isRepeated) ask({ ...ended, isRepeated: true });
  else if (hasStarted) ended.reject(new OpenError(reason));
  else ended.resolve(openBody(ended.body));
}

function toContent(content: OpenedContent, { payload }: Body): CaptureContent {
  if (content.kind === "text") return content;
  const document = unpackDocument(content.document, content.bytes ?? payload, easCodeSpace);
  knowVersions(document, content.versions);
  return { kind: "payload", editing: startEditingDocument(document, content.typed) };
}
