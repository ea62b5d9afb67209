import { whenIdle } from "../browser/idle";
import { createPageWorker, createWorkerFactory } from "../browser/worker";
import type { Capture, InputProblem, Reading, ReadOptions } from "../formats/format";
import { type AlternativePlace, countFileBytes, type GivenInput, nameGiven } from "../formats/given";
import { mayBePacked } from "../formats/mayBePacked";
import { yieldThread } from "../formats/pace";
import { refuseInput } from "../formats/reading/refuseInput";
import type { ReadReport, SentReading, ToReadWorker } from "../worker/readMessages";
import workerUrl from "../worker/readWorker?worker&url";

/*
 * Inputs are read by a worker, so that the page answers meanwhile. A short text is read here: that takes a
 * few milliseconds, less than to ask the worker. The worker can't send functions, so an alternative is a
 * place in the list of alternatives: to read it, the worker reads the input again. The page keeps the input,
 * which for files is a reference to what is on the disk.
 *
 * A worker that was running and ended by itself was ended by the input, most likely by its size: it is
 * started once more, and then the page says so. One that never ran can't be made here; then the page reads by
 * itself.
 */

/** A text up to this many UTF-16 units is read on the page's own thread: mostly in 5 ms, at most in 100. */
const SHORT_TEXT = 1 << 14;
/** The same for a text that is plain hexadecimal or base64 and so is read faster: in 15 ms. */
const SHORT_PLAIN_TEXT = 1 << 16;
/** A longer text is sent in pieces of this many UTF-16 units, each copied in a few milliseconds. */
const PIECE = 1 << 22;
/** A worker that had more bytes than this to do with is replaced, because it keeps them for a while. */
const MUCH = 1 << 24;
/** How long a worker can take to start, in milliseconds. */
const MAX_START = 10_000;
/** How long the page waits for an idle moment to replace a worker that it ended, in milliseconds. */
const MAX_IDLE_WAIT = 1000;

/** A read that the worker has been asked for. */
interface Running {
  /** A number of its own each time that it is sent. */
  id: number;
  readonly given: GivenInput;
  readonly path: readonly AlternativePlace[];
  readonly options: ReadOptions;
  readonly resolve: (reading: Reading | Promise<Reading>) => void;
  readonly reject: (reason: unknown) => void;
  captures: Capture[];
  problems: InputProblem[];
  hasEndedWorker: boolean;
}

let running: Running | undefined;
let lastId = 0;
/** Whether the worker has said that it runs. */
let isReady = false;
let start: ReturnType<typeof setTimeout> | undefined;

const worker = createPageWorker<ToReadWorker, ReadReport>(createWorkerFactory("read-worker", workerUrl), {
  onReport: (report) => onReport(report),
  onEnd: (reason) => onEnd(reason),
});

/** Starts the worker before it is needed. */
export function startReading(): void {
  worker.start();
}

/**
 * Reads a text or files, like `readInput` and `readFiles`, without blocking the page. One input at a time.
 * Rejects if `options.signal` is aborted, at once and with its reason, or if our code is wrong.
 */
export async function readAside(given: GivenInput, options: ReadOptions = {}): Promise<Reading> {
  if (typeof given !== "string" || !isShort(given)) return askWorker(given, [], options);
  const { readInput } = await import("../formats/read");
  return readInput(given, undefined, options);
}

function isShort(text: string): boolean {
  if (text.length > SHORT_PLAIN_TEXT) return false;
  return (text.length <= SHORT_TEXT || /^[A-Za-z0-9+/=\s]*$/.test(text)) && !mayBePacked(text);
}

async function readHere({ given, path, options }: Running): Promise<Reading> {
  const { readGiven } = await import("../formats/readGiven");
  return readGiven(given, path, options);
}

function askWorker(
  given: GivenInput,
  path: readonly AlternativePlace[],
  options: ReadOptions,
): Promise<Reading> {
  return new Promise((resolve, reject) => {
    options.signal?.throwIfAborted();
    if (running !== undefined) throw new Error("an input is being read already");
    const own: Running = {
      id: 0,
      given,
      path,
      options,
      resolve,
      reject,
      captures: [],
      problems: [],
      hasEndedWorker: false,
    };
    running = own;
    options.signal?.addEventListener("abort", () => cancel(own), { once: true });
    void send(own);
  });
}

async function send(own: Running): Promise<void> {
  const id = ++lastId;
  Object.assign(own, { id, captures: [], problems: [] });
  const { given, path } = own;
  worker.start();
  if (!isReady) start = setTimeout(() => endSlow(id), MAX_START);
  if (typeof given !== "string") return worker.send({ kind: "read", id, files: given, path });
  for (let at = 0; at < given.length; at += PIECE) {
    worker.send({ kind: "text", id, text: given.slice(at, at + PIECE) });
    await yieldThread();
    if (running?.id !== id) return;
  }
  worker.send({ kind: "read", id, files: undefined, path });
}

/** Ends the worker, and starts another when nothing else is to be done. */
function replaceWorker(): void {
  end();
  whenIdle(startReading, MAX_IDLE_WAIT);
}

/** Ends the worker, with what it is doing. */
function end(): void {
  clearTimeout(start);
  worker.end();
  isReady = false;
}

function cancel(own: Running): void {
  if (running !== own) return;
  running = undefined;
  own.reject(own.options.signal?.reason);
  replaceWorker();
}

function endSlow(id: number): void {
  if (running?.id !== id) return;
  end();
  onEnd("it did not start in time");
}

function onEnd(reason: string): void {
  const wasReady = isReady;
  clearTimeout(start);
  isReady = false;
  const own = running;
  if (own === undefined) return;
  if (own.hasEndedWorker) settle(own, describeEnd(own, reason));
  else if (wasReady) {
    own.hasEndedWorker = true;
    void send(own);
  } else settle(own, readHere(own));
}

function describeEnd({ given }: Running, reason: string): Reading {
  return refuseInput(
    "reader-ended",
    `${nameGiven(given)} could not be read: the browser ended the reader twice (${reason}), most likely ` +
      "because it needs too much memory. What is open is unchanged. Close other captures and tabs and open " +
      "it again, or open a part of it.",
  );
}

function settle(own: Running, reading: Reading | Promise<Reading>): void {
  running = undefined;
  own.resolve(reading);
}

function onReport(report: ReadReport): void {
  isReady = true;
  clearTimeout(start);
  const own = running;
  if (own === undefined || report.kind === "ready" || report.id !== own.id) return;
  if (report.kind === "progress") own.options.onProgress?.(report.done, report.what);
  else if (report.kind === "password") void askPassword(own, report.name, report.wasWrong);
  else if (report.kind === "found") {
    for (const capture of report.captures) own.captures.push(capture);
    for (const problem of report.problems) own.problems.push(problem);
  } else if (report.kind === "reading") {
    settle(own, toReading(own, report.reading));
    if (isMuch(own)) replaceWorker();
  } else {
    running = undefined;
    own.reject(new Error(report.crash));
  }
}

/** Whether the worker had much in memory for a read: what was given, or what was found in it. */
function isMuch({ given, captures }: Running): boolean {
  const sizes = typeof given === "string" ? [given.length] : given.map(({ bytes }) => countFileBytes(bytes));
  const contents = captures.map(({ payload }) => payload.length);
  return [...sizes, ...contents].reduce((sum, size) => sum + size, 0) > MUCH;
}

async function askPassword({ id, options }: Running, name: string, wasWrong: boolean): Promise<void> {
  const password = await options.askPassword?.(name, wasWrong);
  if (running?.id === id) worker.send({ kind: "password", id, password });
}

function toReading({ given, path, captures, problems }: Running, sent: SentReading): Reading {
  const alternatives = sent.alternatives.map((alternative, index) => ({
    ...alternative,
    read: (options: ReadOptions = {}) =>
      askWorker(given, [...path, { index, format: alternative.format }], options),
  }));
  return { ...sent, captures, problems, alternatives };
}
