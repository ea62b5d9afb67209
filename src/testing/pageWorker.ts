import { vi } from "vitest";

/** A worker as the page holds it, played by a test: what it was asked, and how it answers. */
export interface PlayedWorker {
  readonly url: string;
  readonly requests: unknown[];
  readonly answer: (report: unknown) => void;
  /** Fails with an error of its script, or without a message: the script could not be loaded. */
  readonly fail: (message?: string) => void;
  isTerminated: boolean;
}

/** Lets no worker be made, as a browser with a strict policy does, until `vi.unstubAllGlobals()`. */
export function refuseWorkers(): void {
  vi.stubGlobal("Worker", function refuse() {
    throw new DOMException("denied", "SecurityError");
  });
}

/**
 * Puts workers that tests play in place of the browser's, until `vi.unstubAllGlobals()`; each that is started
 * is added to what is returned.
 */
export function playWorkers(): readonly PlayedWorker[] {
  const started: PlayedWorker[] = [];
  vi.stubGlobal(
    "Worker",
    class extends EventTarget {
      readonly #played: PlayedWorker;
      constructor(url: string) {
        super();
        this.#played = {
          url,
          requests: [],
          answer: (data) => this.dispatchEvent(Object.assign(new Event("message"), { data })),
          fail: (message) =>
            this.dispatchEvent(Object.assign(new Event("error"), message === undefined ? {} : { message })),
          isTerminated: false,
        };
        started.push(this.#played);
      }
      postMessage(request: unknown, transfer: Transferable[] = []): void {
        this.#played.requests.push(structuredClone(request, { transfer }));
      }
      terminate(): void {
        this.#played.isTerminated = true;
      }
    },
  );
  return started;
}
