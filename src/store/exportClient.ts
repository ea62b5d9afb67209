import { createWorkerFactory } from "../browser/worker";
import { type JobLine, WorkerJobs } from "../browser/workerJobs";
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

const jobs = new WorkerJobs<ToExportWorker, ExportReport>(createWorkerFactory("export-worker", workerUrl), {
  endsWhenIdle: true,
});

/**
 * Writes a payload in the worker, after those that it was given before. Rejects with the signal's reason when
 * the signal is aborted, at once; with `TextTooLong`, and with a `WriteError`. A browser without workers
 * writes it on this thread.
 */
export function writeInWorker(writing: Writing, signal: AbortSignal): Promise<Blob> {
  const { payload, form, longest } = writing;
  return jobs.run(
    {
      send: (line) => send(writing, line),
      read,
      doHere: () => writeFile(payload, form, longest),
      giveUp: (reason) => {
        throw new WriteError(reason);
      },
    },
    signal,
  );
}

async function send({ payload, form, longest }: Writing, line: JobLine<ToExportWorker>): Promise<void> {
  const { id } = line;
  const { bytes } = payload;
  const request = { kind: "write", id, form, longest } as const;
  if (bytes.length <= PIECE_BYTES) line.send({ ...request, payload: bytes });
  else if (await sendPieces(id, bytes, line.send, line.isWanted)) line.send(request);
}

function read(report: ExportReport): Blob | undefined {
  if (report.kind === "ready") return undefined;
  if (report.kind === "written") return report.file;
  throw report.kind === "too-long" ? new TextTooLong(report.reason) : new WriteError(report.crash);
}
