import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import { createPageWorker, createWorkerFactory, type PageWorker } from "./worker";

let workers: readonly PlayedWorker[];
let worker: PageWorker<string>;
const onReport = vi.fn<(report: string) => void>();
const onEnd = vi.fn<(reason: string) => void>();

beforeEach(() => {
  workers = playWorkers();
  onReport.mockClear();
  onEnd.mockClear();
  worker = createPageWorker(createWorkerFactory("test", "test.js"), { onReport, onEnd });
});
afterEach(() => vi.unstubAllGlobals());

describe("a page worker", () => {
  it("starts when it is needed, and gets and sends messages", () => {
    expect(workers).toHaveLength(0);
    worker.send("one");
    worker.send("two");
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests).toEqual(["one", "two"]);
    workers[0]?.answer("three");
    expect(onReport).toHaveBeenCalledWith("three");
  });

  it("starts again after it was ended, and the old one is not heard any more", () => {
    worker.start();
    worker.end();
    worker.send("one");
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    workers[0]?.answer("late");
    workers[0]?.fail("late");
    expect(onReport).not.toHaveBeenCalled();
    expect(onEnd).not.toHaveBeenCalled();
  });

  it("that fails is ended, and the reason is passed on", () => {
    worker.start();
    workers[0]?.fail("out of memory");
    expect(workers[0]?.isTerminated).toBe(true);
    expect(onEnd).toHaveBeenCalledWith("out of memory");
    worker.start();
    workers[1]?.fail();
    expect(onEnd.mock.lastCall?.[0]).toContain("could not be loaded");
  });

  it("that never says anything is ended after a while, and one that did is not", () => {
    vi.useFakeTimers();
    try {
      worker.send("one");
      worker.send("two");
      vi.advanceTimersByTime(29_000);
      expect(onEnd).not.toHaveBeenCalled();
      vi.advanceTimersByTime(2000);
      expect([onEnd.mock.calls.length, workers[0]?.isTerminated]).toEqual([1, true]);
      worker.send("one");
      workers[1]?.answer("ready");
      vi.advanceTimersByTime(60_000);
      expect([onEnd.mock.calls.length, workers[1]?.isTerminated]).toEqual([1, false]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("that the browser refuses ends later, and never throws", async () => {
    refuseWorkers();
    worker.send("one");
    expect(onEnd).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(onEnd.mock.lastCall?.[0]).toContain("denied");
  });
});
