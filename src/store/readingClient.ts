import { whenIdle } from "../browser/idle";
import { createWorkerFactory } from "../browser/worker";
import { type JobLine, WorkerJobs } from "../browser/workerJobs";
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

/** A read that the worker was asked for. */
interface AskedRead {
  readonly given: GivenInput;
  readonly path: readonly AlternativePlace[];
  readonly options: ReadOptions;
}

/** What the worker has found so far. */
interface Found {
  captures: Capture[];
  problems: InputProblem[];
}

const jobs = new WorkerJobs<ToReadWorker, ReadReport>(createWorkerFactory("read-worker", workerUrl), {
  maxStart: MAX_START,
});

/** Starts the worker before it is needed. */
export function startReading(): void {
  jobs.start();
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

async function askWorker(
  given: GivenInput,
  path: readonly AlternativePlace[],
  options: ReadOptions,
): Promise<Reading> {
  options.signal?.throwIfAborted();
  if (jobs.isBusy) throw new Error("an input is being read already");
  const asked: AskedRead = { given, path, options };
  const found: Found = { captures: [], problems: [] };
  try {
    return await jobs.run(
      {
        send: (line) => {
          Object.assign(found, { captures: [], problems: [] });
          return send(asked, line);
        },
        read: (report, line) => readReport(report, asked, found, line),
        doHere: () => readHere(asked),
        giveUp: (reason) => describeEnd(given, reason),
      },
      options.signal,
    );
  } finally {
    if (options.signal?.aborted === true || isMuch(given, found)) replaceWorker();
  }
}

async function readHere({ given, path, options }: AskedRead): Promise<Reading> {
  const { readGiven } = await import("../formats/readGiven");
  return readGiven(given, path, options);
}

async function send({ given, path }: AskedRead, line: JobLine<ToReadWorker>): Promise<void> {
  const { id } = line;
  if (typeof given !== "string") return line.send({ kind: "read", id, files: given, path });
  for (let at = 0; at < given.length; at += PIECE) {
    line.send({ kind: "text", id, text: given.slice(at, at + PIECE) });
    await yieldThread();
    if (!line.isWanted()) return;
  }
  line.send({ kind: "read", id, files: undefined, path });
}

/** Ends the worker, and starts another when nothing else is to be done. */
function replaceWorker(): void {
  jobs.release();
  whenIdle(startReading, MAX_IDLE_WAIT);
}

function describeEnd(given: GivenInput, reason: string): Reading {
  return refuseInput(
    "reader-ended",
    `${nameGiven(given)} could not be read: the browser ended the reader twice (${reason}), most likely ` +
      "because it needs too much memory. What is open is unchanged. Close other captures and tabs and open " +
      "it again, or open a part of it.",
  );
}

function readReport(
  report: ReadReport,
  asked: AskedRead,
  found: Found,
  line: JobLine<ToReadWorker>,
): Reading | undefined {
  if (report.kind === "progress") asked.options.onProgress?.(report.done, report.what);
  else if (report.kind === "password") void askPassword(asked, report.name, report.wasWrong, line);
  else if (report.kind === "found") {
    for (const capture of report.captures) found.captures.push(capture);
    for (const problem of report.problems) found.problems.push(problem);
  } else if (report.kind === "reading") return toReading(asked, found, report.reading);
  else if (report.kind === "crash") throw new Error(report.crash);
  return undefined;
}

/** Whether the worker had much in memory for a read: what was given, or what was found in it. */
function isMuch(given: GivenInput, { captures }: Found): boolean {
  const sizes = typeof given === "string" ? [given.length] : given.map(({ bytes }) => countFileBytes(bytes));
  const contents = captures.map(({ payload }) => payload.length);
  return [...sizes, ...contents].reduce((sum, size) => sum + size, 0) > MUCH;
}

async function askPassword(
  { options }: AskedRead,
  name: string,
  wasWrong: boolean,
  { id, send: sendPassword, isWanted }: JobLine<ToReadWorker>,
): Promise<void> {
  const password = await options.askPassword?.(name, wasWrong);
  if (isWanted()) sendPassword({ kind: "password", id, password });
}

function toReading({ given, path }: AskedRead, { captures, problems }: Found, sent: SentReading): Reading {
  const alternatives = sent.alternatives.map((alternative, index) => ({
    ...alternative,
    read: (options: ReadOptions = {}) =>
      askWorker(given, [...path, { index, format: alternative.format }], options),
  }));
  return { ...sent, captures, problems, alternatives };
}
