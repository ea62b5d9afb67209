import { createPageWorker, createWorkerFactory } from "../browser/worker";
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
 * Small payloads are compared here, at once. Large ones go to a worker, which returns the rows as columns. It
 * does one comparison after another; to cancel one, it is ended, and another one gets what was still waiting.
 * When nothing waits, it is ended too, because what it had in memory is of no more use.
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

/** A question that the worker was asked. */
interface Job extends Question {
  readonly onReport: (report: CompareReport) => void;
  /** Answers without the worker. */
  readonly onNone: () => void;
  readonly reject: (reason: unknown) => void;
  /** Whether a worker has ended over it. */
  hasEndedWorker: boolean;
}

/** By the number of their request; a job gets another each time that it is sent. */
const jobs = new Map<number, Job>();
let lastId = 0;
/** Whether the worker has ever started: a browser can refuse it, or its script can be missing. */
let hasStarted = false;

const worker = createPageWorker<ToCompareWorker, CompareReport>(
  createWorkerFactory("compare-worker", workerUrl),
  { onReport: (report) => onReport(report), onEnd: (reason) => onEnd(reason) },
);

function ask<T>(
  question: Question,
  signal: AbortSignal,
  read: (report: CompareReport) => T | undefined,
  answerHere: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (Math.max(question.first.bytes.length, question.second.bytes.length) > MAX_DECODED_BYTES)
      throw new CompareError("one of them is larger than 256 MB, more than browsers have memory for");
    const job: Job = {
      ...question,
      onReport: (report) => {
        const answer = read(report);
        const why = report.kind === "crash" ? report.crash : `the worker has answered: ${report.kind}`;
        if (answer === undefined) reject(new CompareError(why));
        else resolve(answer);
      },
      onNone: () => resolve(new Promise((resolveHere) => resolveHere(answerHere()))),
      reject,
      hasEndedWorker: false,
    };
    signal.addEventListener("abort", () => cancel(job, signal.reason), { once: true });
    send(job);
  });
}

function send(job: Job): void {
  const id = ++lastId;
  jobs.set(id, job);
  void sendPayloads(id, job);
}

async function sendPayloads(id: number, { first, second, purpose }: Job): Promise<void> {
  const isWanted = (): boolean => jobs.has(id);
  for (const [side, { bytes }] of [[0, first] as const, [1, second] as const])
    if (bytes.length > PIECE_BYTES && !(await sendPieces(pieceKey(id, side), bytes, worker.send, isWanted)))
      return;
  const sent = [toSent(first), toSent(second)] as const;
  worker.send(
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

function cancel(job: Job, reason: unknown): void {
  const left = [...jobs.values()].filter((other) => other !== job);
  if (left.length === jobs.size) return;
  jobs.clear();
  worker.end();
  job.reject(reason);
  left.forEach(send);
}

function onReport(report: CompareReport): void {
  hasStarted = true;
  if (report.kind === "ready") return;
  const job = jobs.get(report.id);
  jobs.delete(report.id);
  if (jobs.size === 0) worker.end();
  job?.onReport(report);
}

/** Tries once more after the worker has ended by itself; one that never started is done without. */
function onEnd(reason: string): void {
  const ended = [...jobs.values()];
  jobs.clear();
  const [current, ...others] = ended;
  if (current === undefined) return;
  if (!current.hasEndedWorker) {
    current.hasEndedWorker = true;
    return ended.forEach(send);
  }
  if (!hasStarted) return ended.forEach(({ onNone }) => onNone());
  current.reject(new CompareError(reason));
  others.forEach(send);
}
