import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import { listLosses } from "./losses";
import { createWorkerFactory } from "./worker";
import { type Job, WorkerJobs } from "./workerJobs";

interface Asked {
  readonly id: number;
  readonly text: string;
}
type Told = { readonly kind: "ready" } | { readonly kind: "half" | "whole"; readonly id: number };

let workers: readonly PlayedWorker[];
let jobs: WorkerJobs<Asked, Told>;

const makeJobs = (limits = {}): void => {
  jobs = new WorkerJobs(createWorkerFactory("test", "test.js"), limits);
};

beforeEach(() => {
  workers = playWorkers();
  makeJobs();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const job = (text: string, own: Partial<Job<Asked, Told, string>> = {}): Job<Asked, Told, string> => ({
  send: ({ id, send }) => send({ id, text }),
  read: ({ kind }) => (kind === "whole" ? `${text} done` : undefined),
  doHere: () => `${text} done here`,
  giveUp: (reason) => `${text} given up: ${reason}`,
  ...own,
});
const last = (): PlayedWorker => workers.at(-1) as PlayedWorker;
const asked = (): readonly string[] => last().requests.map((request) => (request as Asked).text);
const answer = (kind: "half" | "whole" = "whole"): void =>
  last().answer({ kind, id: (last().requests.at(-1) as Asked).id });

describe("jobs of a worker", () => {
  it("are done one after another, each until its last report", async () => {
    const [one, two] = [jobs.run(job("one")), jobs.run(job("two"))];
    last().answer({ kind: "ready" });
    answer("half");
    expect([asked(), jobs.isBusy]).toEqual([["one"], true]);
    answer();
    expect(await one).toBe("one done");
    expect(asked()).toEqual(["one", "two"]);
    answer();
    expect(await two).toBe("two done");
    expect(jobs.isBusy).toBe(false);
  });

  it("reject with what sending, reading or a report throws, and the next one is done", async () => {
    const fail = (): never => {
      throw new Error("no");
    };
    await expect(jobs.run(job("one", { send: fail }))).rejects.toThrow("no");
    const two = jobs.run(job("two", { read: fail }));
    const three = jobs.run(job("three"));
    answer();
    await expect(two).rejects.toThrow("no");
    answer();
    expect(await three).toBe("three done");
  });

  it("that are cancelled end the worker, or leave the queue; others go on", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const one = jobs.run(job("one"), first.signal);
    const two = jobs.run(job("two"), second.signal);
    const three = jobs.run(job("three"));
    second.abort();
    await expect(two).rejects.toBe(second.signal.reason);
    expect(last().isTerminated).toBe(false);
    first.abort();
    await expect(one).rejects.toBe(first.signal.reason);
    expect([workers[0]?.isTerminated, asked()]).toEqual([true, ["three"]]);
    answer();
    expect(await three).toBe("three done");
    await expect(jobs.run(job("four"), first.signal)).rejects.toBe(first.signal.reason);
  });

  it("that are over do not end the worker when they are cancelled", async () => {
    const controller = new AbortController();
    const one = jobs.run(job("one"), controller.signal);
    answer();
    await one;
    controller.abort();
    expect(last().isTerminated).toBe(false);
  });

  it("keep the worker until it is released, which waits for none", async () => {
    const one = jobs.run(job("one"));
    jobs.release();
    expect(last().isTerminated).toBe(false);
    answer();
    await one;
    jobs.release();
    expect(last().isTerminated).toBe(true);
  });

  it("end the worker with the last of them, if it ends when idle, however that one ends", async () => {
    makeJobs({ endsWhenIdle: true });
    const [one, two] = [jobs.run(job("one")), jobs.run(job("two"))];
    answer();
    await one;
    expect([workers.length, last().isTerminated]).toEqual([1, false]);
    answer();
    await two;
    expect(last().isTerminated).toBe(true);
    const read = (): never => {
      throw new Error("no");
    };
    const three = jobs.run(job("three", { read }));
    expect([workers.length, last().isTerminated]).toEqual([2, false]);
    answer();
    await expect(three).rejects.toThrow("no");
    expect(last().isTerminated).toBe(true);
  });
});

describe("a worker that ends", () => {
  it("is asked once more, and then the job is given up and the next one done", async () => {
    const [one, two] = [jobs.run(job("one")), jobs.run(job("two"))];
    last().answer({ kind: "ready" });
    last().fail("no memory");
    expect(asked()).toEqual(["one"]);
    last().fail("no memory");
    expect(await one).toBe("one given up: no memory");
    answer();
    expect(await two).toBe("two done");
  });

  it("is done without if it never started, or was refused", async () => {
    const one = jobs.run(job("one"));
    last().fail();
    expect(await one).toBe("one done here");
    expect(listLosses().map(({ loss }) => loss)).toContain("no-worker"); // which is told
    refuseWorkers();
    expect(await jobs.run(job("two"))).toBe("two done here");
    const throwing = () => Promise.reject(new Error("nor here"));
    await expect(jobs.run(job("three", { doHere: throwing }))).rejects.toThrow("nor here");
  });

  it("is not asked about a job that it was being sent, but again from the start", async () => {
    let goOn = (): void => undefined;
    const sent: string[] = [];
    const send: Job<Asked, Told, string>["send"] = async ({ id, send: post, isWanted }) => {
      post({ id, text: "a piece" });
      await new Promise<void>((resolve) => (goOn = resolve));
      if (isWanted()) post({ id, text: `whole ${sent.push("once")}` });
    };
    const one = jobs.run(job("one", { send }));
    last().answer({ kind: "ready" });
    const before = goOn;
    last().fail("no memory");
    before();
    goOn();
    await vi.waitFor(() => expect(asked()).toEqual(["a piece", "whole 1"]));
    answer();
    expect(await one).toBe("one done");
  });

  it("is one that does not start, or does not answer, in time", async () => {
    vi.useFakeTimers();
    makeJobs({ maxStart: 1000, maxWork: 5000 });
    const one = jobs.run(job("one"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await one).toBe("one done here");
    const two = jobs.run(job("two"));
    last().answer({ kind: "ready" });
    await vi.advanceTimersByTimeAsync(4000);
    expect(last().isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await two).toBe("two done here");
  });
});
