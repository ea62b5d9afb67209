import { reportLoss } from "./losses";
import { createPageWorker, type PageWorker } from "./worker";

/** What a worker that does jobs sends: that it has started, or something about the job with that id. */
export type JobReport = { readonly kind: "ready" } | { readonly kind: string; readonly id: number };

/** The way to the worker for one job, for as long as that job is done. */
export interface JobLine<Request> {
  /** The number of the job, which its requests and reports bear; another one when it is sent again. */
  readonly id: number;
  readonly send: PageWorker<Request>["send"];
  /** Whether the worker is still to do it. */
  readonly isWanted: () => boolean;
}

/** How a job is done. What its functions throw, the job rejects with. */
export interface Job<Request, Report, Answer> {
  /** Asks the worker; called once more if the worker ends by itself. */
  readonly send: (line: JobLine<Request>) => void | Promise<void>;
  /** What a report answers; `undefined` if it is not the last one. */
  readonly read: (report: Report, line: JobLine<Request>) => Answer | undefined;
  /** Does the job on this thread, because the worker can't be started. */
  readonly doHere: () => Answer | Promise<Answer>;
  /** The worker ended over it twice, for this reason: a clause such as "the browser ended it". */
  readonly giveUp: (reason: string) => Answer | Promise<Answer>;
}

interface JobOptions {
  /** Whether the worker ends when its last job is done, since it would keep the memory that it took. */
  readonly endsWhenIdle?: boolean;
  /** How long the worker can take to start, in milliseconds. */
  readonly maxStart?: number;
  /** How long it can be silent once it has been sent all of a job, in milliseconds. */
  readonly maxWork?: number;
}

/** A job, with its answer bound to the promise that its caller holds. */
interface RunningJob<Request, Report> {
  readonly line: (id: number) => JobLine<Request>;
  readonly send: (line: JobLine<Request>) => void | Promise<void>;
  /** Returns whether this was the last report. */
  readonly onReport: (report: Report, line: JobLine<Request>) => boolean;
  readonly doHere: () => void;
  readonly giveUp: (reason: string) => void;
  readonly reject: (error: unknown) => void;
  isRepeated: boolean;
}

/**
 * A worker of the page that does one job after another, in the order in which they were given. A job that is
 * cancelled ends the worker, and the next one starts another. A worker that ends by itself gets the job once
 * more; one that can't be started is done without. Its script says first that it is ready.
 */
export class WorkerJobs<Request, Report extends JobReport> {
  readonly #worker: PageWorker<Request>;
  readonly #maxWork: number | undefined;
  readonly #endsWhenIdle: boolean;
  readonly #queue: RunningJob<Request, Report>[] = [];
  #current: RunningJob<Request, Report> | undefined;
  #lastId = 0;
  #isReady = false;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(createWorker: () => Worker, { endsWhenIdle = false, maxStart, maxWork }: JobOptions = {}) {
    this.#maxWork = maxWork;
    this.#endsWhenIdle = endsWhenIdle;
    this.#worker = createPageWorker<Request, Report>(
      createWorker,
      { onReport: (report) => this.#onReport(report), onEnd: (reason) => this.#onEnd(reason) },
      maxStart,
    );
  }

  /** Starts the worker before it is needed. */
  start(): void {
    this.#worker.start();
  }

  /** Ends the worker if it has nothing to do, with the memory that it holds. */
  release(): void {
    if (this.#current === undefined) this.#end();
  }

  /** Whether a job is being done or waits. */
  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  /** Does a job. Rejects with the signal's reason when that is aborted, at once. */
  run<Answer>(job: Job<Request, Report, Answer>, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const own = this.#bind(job, resolve, reject);
      signal?.addEventListener("abort", () => this.#cancel(own, signal.reason), { once: true });
      this.#queue.push(own);
      this.#goOn();
    });
  }

  #bind<Answer>(
    job: Job<Request, Report, Answer>,
    resolve: (answer: Answer | Promise<Answer>) => void,
    reject: (error: unknown) => void,
  ): RunningJob<Request, Report> {
    const answerWith = (make: () => Answer | Promise<Answer>): void => {
      try {
        resolve(make());
      } catch (error) {
        reject(error);
      }
    };
    const own: RunningJob<Request, Report> = {
      line: (id) => ({
        id,
        send: this.#worker.send,
        isWanted: () => this.#current === own && this.#lastId === id,
      }),
      send: job.send,
      onReport: (report, line) => {
        const answer = job.read(report, line);
        if (answer !== undefined) resolve(answer);
        return answer !== undefined;
      },
      doHere: () => answerWith(job.doHere),
      giveUp: (reason) => answerWith(() => job.giveUp(reason)),
      reject,
      isRepeated: false,
    };
    return own;
  }

  #goOn(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#queue.shift();
    if (this.#current !== undefined) void this.#send(this.#current);
  }

  async #send(job: RunningJob<Request, Report>): Promise<void> {
    const line = job.line(++this.#lastId);
    try {
      await job.send(line);
    } catch (error) {
      if (line.isWanted()) this.#settle(() => job.reject(error));
    }
    if (line.isWanted()) this.#limitSilence();
  }

  #limitSilence(): void {
    clearTimeout(this.#silence);
    const limit = this.#maxWork;
    if (limit === undefined) return;
    this.#silence = setTimeout(() => {
      this.#end();
      this.#onEnd(`it did not answer within ${limit / 1000} seconds`);
    }, limit);
  }

  /** Ends the current job, and begins the next one. */
  #settle(answer: () => void): void {
    clearTimeout(this.#silence);
    this.#current = undefined;
    answer();
    this.#goOn();
    if (this.#endsWhenIdle) this.release();
  }

  #end(): void {
    clearTimeout(this.#silence);
    this.#isReady = false;
    this.#worker.end();
  }

  #cancel(job: RunningJob<Request, Report>, reason: unknown): void {
    const at = this.#queue.indexOf(job);
    if (at >= 0) {
      this.#queue.splice(at, 1);
      job.reject(reason);
    } else if (this.#current === job) {
      this.#end();
      this.#settle(() => job.reject(reason));
    }
  }

  #onReport(report: Report): void {
    this.#isReady = true;
    const job = this.#current;
    if (job === undefined || !("id" in report) || report.id !== this.#lastId) return;
    try {
      if (job.onReport(report, job.line(report.id))) this.#settle(() => undefined);
    } catch (error) {
      this.#settle(() => job.reject(error));
    }
  }

  #onEnd(reason: string): void {
    const wasReady = this.#isReady;
    this.#isReady = false;
    const job = this.#current;
    if (job === undefined) return;
    if (job.isRepeated) this.#settle(() => job.giveUp(reason));
    else if (!wasReady) {
      reportLoss("no-worker", reason);
      this.#settle(job.doHere);
    } else {
      job.isRepeated = true;
      void this.#send(job);
    }
  }
}
