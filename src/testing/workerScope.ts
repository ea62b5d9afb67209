import { vi } from "vitest";

/** A worker's module that runs in this thread: what is sent to it, and what it has sent, oldest first. */
export interface RunningWorker<Request, Report> {
  readonly send: (request: Request, transfer?: readonly ArrayBufferLike[]) => void;
  readonly reports: readonly Report[];
}

/**
 * Runs a worker's module as a browser would, with a scope of its own as `self`. Messages are cloned either
 * way. `load` imports the module; it must not have been imported before. The scope stays until
 * `vi.unstubAllGlobals()`.
 */
export async function runWorker<Request, Report>(
  load: () => Promise<unknown>,
): Promise<RunningWorker<Request, Report>> {
  const listeners: ((event: { readonly data: Request }) => void)[] = [];
  const reports: Report[] = [];
  vi.stubGlobal("self", {
    addEventListener: (_: "message", listener: (typeof listeners)[number]) => listeners.push(listener),
    postMessage: (report: Report) => reports.push(structuredClone(report)),
  });
  await load();
  return {
    send: (request, transfer = []) => {
      const data = structuredClone(request, { transfer: [...transfer] as ArrayBuffer[] });
      for (const listener of listeners) listener({ data });
    },
    reports,
  };
}
