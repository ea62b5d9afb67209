import type { ReadOptions } from "./format";

/** Work in steps: yields its progress (0 to 1) wherever it can pause, and returns its result. */
export type Steps<T> = Generator<number, T, void>;

/** The number of characters or bytes that a tight loop processes per step: well below a millisecond each. */
export const STEP = 1 << 16;

/** How long work can block the thread before the page gets its turn, in milliseconds. */
const TURN = 50;

/**
 * Resolves after everything that is waiting for the thread has run. Not a timer, because browsers slow timers
 * down in hidden tabs.
 */
export function yieldThread(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener("message", finish, { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Called repeatedly during long work. Returns a promise to await when a pause is due, else `undefined`. */
export type Pause = (done: number, what: string) => Promise<void> | undefined;

/**
 * Creates the pause function of one read. After every 50 ms of work it reports progress and yields the
 * thread. If the read was cancelled, the call throws, or its promise rejects, with the signal's reason.
 */
export function pauses({ signal, onProgress }: ReadOptions): Pause {
  let since = performance.now();
  const rest = async (done: number, what: string): Promise<void> => {
    onProgress?.(done, what);
    await yieldThread();
    signal?.throwIfAborted();
    since = performance.now();
  };
  return (done, what) => {
    signal?.throwIfAborted();
    return performance.now() - since < TURN ? undefined : rest(done, what);
  };
}

/**
 * The options for a part of a read. Its progress from 0 to 1 is reported as `from` to `to` of the whole, with
 * `name` as a prefix.
 */
export function scaleProgress(options: ReadOptions, from: number, to: number, name = ""): ReadOptions {
  const { onProgress } = options;
  if (onProgress === undefined) return options;
  return { ...options, onProgress: (done, what) => onProgress(from + (to - from) * done, `${name}${what}`) };
}

/** Runs the steps without pauses and returns their result, for work on short inputs. */
export function runAtOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Runs the steps with pauses and returns their result. Rejects only if the read is cancelled. */
export async function runPaced<T>(steps: Steps<T>, options: ReadOptions, what: string): Promise<T> {
  const pause = pauses(options);
  let step = steps.next();
  while (step.done !== true) {
    await pause(step.value, what);
    step = steps.next();
  }
  return step.value;
}

/** Runs steps as part of longer work: their progress from 0 to 1 becomes `from` to `to` of the whole. */
export function* scaleSteps<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  let step = steps.next();
  while (step.done !== true) {
    yield from + (to - from) * step.value;
    step = steps.next();
  }
  return step.value;
}
