import { createWorkerFactory } from "../browser/worker";
import { type JobLine, WorkerJobs } from "../browser/workerJobs";
import type { Sparse } from "../bytes/sparse";
import { type Comparison, compareDocuments } from "../compare/compare";
import { listMarks, readMarks } from "../compare/marks";
import type { Difference } from "../compare/rows";
import { type LinkedDocument, openDocument } from "../document/open";
import { type PackedDocument, unpackDocument } from "../document/pack";
import { MAX_DECODED_BYTES } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import {
  type ComparePurpose,
  type CompareReport,
  pieceKey,
  type SentPayload,
  type ToCompareWorker,
} from "../worker/compareMessages";
import workerUrl from "../worker/compareWorker?worker&url";
import { PIECE_BYTES, sendPieces } from "../worker/pieces";

/*
 * Small payloads are compared here, at once. Large ones go to a worker, which returns the rows as columns.
 */

/** Up to this many bytes in both payloads together, they are compared at once. */
const MAX_BYTES = 256 * 1024;
/** The same for their tokens. */
const MAX_TOKENS = 50_000;

/** A payload to compare; with its document, if it is open. */
export interface ComparedPayload {
  readonly bytes: Uint8Array;
  readonly document: LinkedDocument | undefined;
}

/** Two documents, and what differs between them. */
export interface Compared {
  readonly first: LinkedDocument;
  readonly second: LinkedDocument;
  readonly comparison: Comparison;
}

/** The payloads were not compared. `message` says why, as a clause: "the browser ended it". */
export class CompareError extends Error {
  override readonly name = "CompareError";
}

/** Whether two payloads are small enough to compare them on the page's thread. */
export function isComparedAtOnce(first: ComparedPayload, second: ComparedPayload): boolean {
  const countTokens = ({ bytes, document }: ComparedPayload): number =>
    document?.tree.tokens.count ?? bytes.length; // each token has a byte of its own
  return (
    first.bytes.length + second.bytes.length <= MAX_BYTES &&
    countTokens(first) + countTokens(second) <= MAX_TOKENS
  );
}

/** Compares two payloads on this thread. */
export function compareAtOnce(first: ComparedPayload, second: ComparedPayload): Compared {
  const [a, b] = [openPayload(first), openPayload(second)];
  return { first: a, second: b, comparison: compareDocuments(a, b) };
}

/**
 * Compares two payloads in the worker; in a browser without workers on this thread. Rejects with the signal's
 * reason when the signal is aborted, at once, and with a `CompareError`.
 */
export function compareAside(
  first: ComparedPayload,
  second: ComparedPayload,
  signal: AbortSignal,
): Promise<Compared> {
  const read = (report: CompareReport): Compared | undefined =>
    report.kind === "compared"
      ? {
          first: first.document ?? openPacked(report.first, first),
          second: second.document ?? openPacked(report.second, second),
          comparison: report.comparison,
        }
      : undefined;
  return ask({ first, second, purpose: "rows" }, signal, read, () => compareAtOnce(first, second));
}

/**
 * How the nodes of the second payload differ from those of the first, by token. Large payloads are compared
 * as `compareAside` does it.
 */
export async function findMarks(
  first: ComparedPayload,
  second: ComparedPayload,
  signal: AbortSignal,
): Promise<Sparse<Difference>> {
  const markHere = (): Sparse<Difference> =>
    readMarks(listMarks(compareAtOnce(first, second).comparison.rows));
  if (isComparedAtOnce(first, second)) return markHere();
  const read = (report: CompareReport): Sparse<Difference> | undefined =>
    report.kind === "marked" ? readMarks(report.marks) : undefined;
  return ask({ first, second, purpose: "marks" }, signal, read, markHere);
}

function openPayload({ bytes, document }: ComparedPayload): LinkedDocument {
  return document ?? openDocument(bytes, easCodeSpace);
}

function openPacked(packed: PackedDocument | undefined, payload: ComparedPayload): LinkedDocument {
  return packed === undefined ? openPayload(payload) : unpackDocument(packed, payload.bytes, easCodeSpace);
}

/** What is to be compared, and what for. */
interface Question {
  readonly first: ComparedPayload;
  readonly second: ComparedPayload;
  readonly purpose: ComparePurpose;
}

const jobs = new WorkerJobs<ToCompareWorker, CompareReport>(
  createWorkerFactory("compare-worker", workerUrl),
  {
    endsWhenIdle: true,
  },
);

async function ask<T>(
  question: Question,
  signal: AbortSignal,
  read: (report: CompareReport) => T | undefined,
  doHere: () => T,
): Promise<T> {
  signal.throwIfAborted();
  if (Math.max(question.first.bytes.length, question.second.bytes.length) > MAX_DECODED_BYTES)
    throw new CompareError("one of them is larger than 256 MB, more than browsers have memory for");
  return jobs.run(
    {
      send: (line) => send(question, line),
      read: (report) => {
        if (report.kind === "crash") throw new CompareError(report.crash);
        return read(report);
      },
      doHere,
      giveUp: (reason) => {
        throw new CompareError(reason);
      },
    },
    signal,
  );
}

async function send({ first, second, purpose }: Question, line: JobLine<ToCompareWorker>): Promise<void> {
  const { id } = line;
  for (const [side, { bytes }] of [[0, first] as const, [1, second] as const]) {
    if (bytes.length <= PIECE_BYTES) continue;
    if (!(await sendPieces(pieceKey(id, side), bytes, line.send, line.isWanted))) return;
  }
  const sent = [toSent(first), toSent(second)] as const;
  line.send(
    { kind: "compare", id, purpose, first: sent[0], second: sent[1] },
    sent.flatMap(({ bytes }) => bytes?.buffer ?? []),
  );
}

function toSent({ bytes, document }: ComparedPayload): SentPayload {
  return {
    bytes: bytes.length > PIECE_BYTES ? undefined : bytes.slice(),
    isWanted: document === undefined,
  };
}
