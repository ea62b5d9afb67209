/**
 * The page's Content Security Policy accepts a script URL only from a Trusted Types policy created by the
 * page.
 */
interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Returns a function that marks a script of the page as trusted. `name` is the name of its Trusted Types
 * policy, so call this only once per name.
 */
export function createScriptTrust(name: string, url: string): () => string {
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: () => url });
  return () => policy?.createScriptURL(url) ?? url;
}

/**
 * Returns a function that starts a worker of the page; it throws if the browser refuses. `name` is the name
 * of the worker and of its Trusted Types policy, so call this only once per name.
 */
export function createWorkerFactory(name: string, url: string): () => Worker {
  const trust = createScriptTrust(name, url);
  return () => new Worker(trust(), { type: "module", name });
}

/** A worker of the page: started when it is first needed, and again after it has ended. */
export interface PageWorker<Request> {
  /** Starts the worker before it is needed. */
  readonly start: () => void;
  /** Sends a request, with the buffers that are handed over instead of copied. */
  readonly send: (request: Request, transfer?: readonly ArrayBufferLike[]) => void;
  /** Ends the worker, with all that it is doing and all that it knows. */
  readonly end: () => void;
}

/** What a page worker calls. */
export interface PageWorkerEvents<Report> {
  readonly onReport: (report: Report) => void;
  /**
   * The worker could not be started, or has ended by itself, with the reason as a clause: "the browser did
   * not start it". Called after `send` has returned, never during it.
   */
  readonly onEnd: (reason: string) => void;
}

/**
 * Why a worker has ended. The event of a script that could not be loaded is a plain one, without a message.
 */
function describeError(event: Event): string {
  const message = "message" in event && typeof event.message === "string" ? event.message : "";
  return message === "" ? "the script could not be loaded" : message;
}

/**
 * How long a worker can be silent after its first request, in milliseconds. A script for which nothing comes,
 * or an empty file, starts a worker that never says anything and reports no error.
 */
const MAX_START = 30_000;

/**
 * Makes a page worker, whose script answers each first request, or says that it is ready, within `maxStart`
 * milliseconds. A browser that refuses to start it is reported to `onEnd` and never throws.
 */
export function createPageWorker<Request, Report>(
  createWorker: () => Worker,
  { onReport, onEnd }: PageWorkerEvents<Report>,
  maxStart = MAX_START,
): PageWorker<Request> {
  let worker: Worker | undefined;
  let isHeard = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(silence);
    silence = undefined;
    isHeard = false;
    worker?.terminate();
    worker = undefined;
  };
  const expectAnswer = (fail: () => void): void => {
    if (!isHeard) silence ??= setTimeout(fail, maxStart);
  };
  const start = (): Worker | undefined => {
    if (worker !== undefined) return worker;
    try {
      const started = createWorker();
      const fail = (reason: string): void => {
        if (worker !== started) return;
        end();
        onEnd(reason);
      };
      started.addEventListener("message", ({ data }: MessageEvent<Report>) => {
        if (worker !== started) return;
        isHeard = true;
        clearTimeout(silence);
        onReport(data);
      });
      started.addEventListener("error", (event) => fail(describeError(event)));
      started.addEventListener("messageerror", () => fail("the answer could not be read"));
      worker = started;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      queueMicrotask(() => onEnd(`the browser refused to start it (${reason})`));
    }
    return worker;
  };
  return {
    start: () => void start(),
    send: (request, transfer = []) => {
      const started = start();
      if (started === undefined) return;
      started.postMessage(request, [...transfer]);
      expectAnswer(() => {
        end();
        onEnd(`its script did not start within ${maxStart / 1000} seconds`);
      });
    },
    end,
  };
}
