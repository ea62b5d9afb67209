import { whenIdle } from "../browser/idle";
import { createWorkerFactory } from "../browser/worker";
import { type JobLine, WorkerJobs } from "../browser/workerJobs";
import { unpackDocument } from "../document/pack";
import { refuseTooLarge, TooLargeError } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { readCaptureContent } from "../session/content";
import { knowContext } from "../session/context";
import type { DocumentReport, OpenedContent, ToDocumentWorker } from "../worker/documentMessages";
import workerUrl from "../worker/documentWorker?worker&url";
import { PIECE_BYTES, sendPieces } from "../worker/pieces";
import { editXml, startEditing, startEditingDocument } from "./editing";
import type { CaptureContent } from "./inspector";

/** A worker that opened more bytes than this is replaced, because it keeps what it needed for a while. */
const MUCH = 1 << 24;
/** How long the page waits for an idle moment to replace it, in milliseconds. */
const MAX_IDLE_WAIT = 1000;

/** A body to open, as it is in a capture. */
export interface Body {
  readonly payload: Uint8Array;
  readonly contentType?: string | undefined;
}

/** The worker ended before it had opened the body, twice; or its code met an error. `message` says why. */
export class OpenError extends Error {
  override readonly name = "OpenError";
}

const jobs = new WorkerJobs<ToDocumentWorker, DocumentReport>(
  createWorkerFactory("document-worker", workerUrl),
);

/** Starts the worker before it is needed. */
export function startDocumentWorker(): void {
  jobs.start();
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
 * signal is aborted, at once; with `TooLargeError`, and with an `OpenError`. A browser without workers opens
 * it on this thread.
 */
export async function openBodyInWorker(body: Body, signal: AbortSignal): Promise<CaptureContent> {
  const opening = jobs.run(
    {
      send: (line) => {
        refuseTooLarge(body.payload);
        return send(body, line);
      },
      read: (report) => read(report, body),
      doHere: () => openBody(body),
      giveUp: (reason) => {
        throw new OpenError(reason);
      },
    },
    signal,
  );
  try {
    return await opening;
  } finally {
    if (body.payload.length > MUCH) replaceWorker();
  }
}

/** Ends the worker, and starts another when nothing else is to be done. */
function replaceWorker(): void {
  jobs.release();
  whenIdle(startDocumentWorker, MAX_IDLE_WAIT);
}

async function send({ payload, contentType }: Body, line: JobLine<ToDocumentWorker>): Promise<void> {
  const { id } = line;
  if (payload.length <= PIECE_BYTES) line.send({ kind: "open", id, payload, contentType });
  else if (await sendPieces(id, payload, line.send, line.isWanted))
    line.send({ kind: "open", id, contentType });
}

function read(report: DocumentReport, body: Body): CaptureContent | undefined {
  if (report.kind === "ready") return undefined;
  if (report.kind === "too-large") throw new TooLargeError(report.reason);
  if (report.kind === "crash") throw new OpenError(report.crash);
  return toContent(report.content, body);
}

function toContent(content: OpenedContent, { payload }: Body): CaptureContent {
  if (content.kind === "text") return content;
  const document = unpackDocument(content.document, content.bytes ?? payload, easCodeSpace);
  knowContext(document, content.context);
  return { kind: "payload", editing: startEditingDocument(document, content.typed) };
}
