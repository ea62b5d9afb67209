import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NamedFile } from "../formats/files/readFiles";
import type { Capture, Reading, ReadOptions } from "../formats/format";
import { FOLDER_SYNC, listCodes } from "../testing/captures";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import type { ReadReport, ToReadWorker } from "../worker/readMessages";

type Client = typeof import("./readingClient");

let workers: readonly PlayedWorker[];
let client: Client;

beforeEach(async () => {
  vi.resetModules();
  workers = playWorkers();
  client = await import("./readingClient");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const files: readonly NamedFile[] = [{ name: "a.wbxml", bytes: FOLDER_SYNC }];
const capture: Capture = { label: "a", direction: undefined, payload: FOLDER_SYNC, origin: {}, problems: [] };

function worker(): PlayedWorker {
  const last = workers.at(-1);
  if (last === undefined) throw new Error("no worker was started");
  return last;
}
const requests = (): readonly ToReadWorker[] => worker().requests as ToReadWorker[];
const answer = (report: ReadReport): void => worker().answer(report);

/** Waits until the worker is asked to read, and returns the request. */
async function waitForRequest(): Promise<Extract<ToReadWorker, { readonly kind: "read" }>> {
  return vi.waitFor(() => {
    const request = requests().at(-1);
    if (request?.kind !== "read") throw new Error("the worker was not asked to read");
    return request;
  });
}

/** Answers the request that is waiting with one capture, and alternatives in the given formats. */
async function answerReading(...formats: readonly string[]): Promise<void> {
  const { id } = await waitForRequest();
  answer({ kind: "found", id, captures: [capture], problems: [] });
  const alternatives = formats.map((format) => ({ format, title: format, why: "" }));
  answer({ kind: "reading", id, reading: { format: "wbxml", title: "", summary: "", alternatives } });
}

const codes = async (reading: Promise<Reading>): Promise<string[]> => listCodes((await reading).problems);
const read = (options: ReadOptions = {}): Promise<Reading> => client.readAside(files, options);

describe("a short text", () => {
  it("is read without a worker", async () => {
    const { captures } = await client.readAside("03 01 6A 00 00 07 56 52 03 30 00 01 01");
    expect([captures[0]?.payload, workers.length]).toEqual([FOLDER_SYNC, 0]);
  });

  it("is read without a worker up to 64 Ki characters if plain, otherwise up to 16 Ki", async () => {
    expect((await client.readAside("03 01 6A 00 45 01\n".repeat(3000))).captures).toHaveLength(3000);
    expect(workers).toHaveLength(0);
    const other = client.readAside("03, 01, 6A, 00, 45, 01\n".repeat(1000));
    await answerReading();
    expect((await other).captures).toEqual([capture]);
  });

  it("is read by the worker if there can be much in it", async () => {
    const reading = client.readAside("H4sIAAAAAAAA");
    await answerReading();
    expect((await reading).captures).toEqual([capture]);
  });
});

describe("the worker", () => {
  it("reads files, with progress", async () => {
    const onProgress = vi.fn<(done: number, what: string) => void>();
    const reading = read({ onProgress });
    expect(await waitForRequest()).toMatchObject({ files: [{ name: "a.wbxml" }], path: [] });
    const { id } = await waitForRequest();
    answer({ kind: "ready" });
    answer({ kind: "progress", id, done: 0.5, what: "session 3" });
    answer({ kind: "progress", id: id + 1, done: 0.7, what: "another" });
    const problem = { code: "p", severity: "info", message: "" } as const;
    answer({ kind: "found", id, captures: [], problems: [problem] });
    await answerReading();
    expect(await reading).toMatchObject({ format: "wbxml", captures: [capture], problems: [problem] });
    expect(onProgress.mock.calls).toEqual([[0.5, "session 3"]]);
  });

  it("gets a long text in pieces", async () => {
    const text = "03 01 6A 00 45 01 ".repeat(300_000);
    const reading = client.readAside(text);
    await answerReading();
    await reading;
    const pieces = requests().flatMap((request) => (request.kind === "text" ? [request.text] : []));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(text);
  });

  it("reads an alternative of an alternative by reading the input again", async () => {
    const reading = read();
    await answerReading("hex", "base64");
    const second = (await reading).alternatives[1]?.read();
    await answerReading("hex+header");
    const third = (await second)?.alternatives[0]?.read();
    const { path } = await waitForRequest();
    expect(path).toEqual([
      { index: 1, format: "base64" },
      { index: 0, format: "hex+header" },
    ]);
    await answerReading();
    expect((await third)?.captures).toEqual([capture]);
    expect(workers).toHaveLength(1);
  });

  it("asks for a password, and gets what was answered", async () => {
    const askPassword = vi.fn<NonNullable<ReadOptions["askPassword"]>>(() => Promise.resolve("secret"));
    const reading = read({ askPassword });
    const { id } = await waitForRequest();
    answer({ kind: "password", id, name: "a.saz", wasWrong: true });
    await vi.waitFor(() => expect(requests().at(-1)).toEqual({ kind: "password", id, password: "secret" }));
    expect(askPassword).toHaveBeenCalledWith("a.saz", true);
    answer({ kind: "reading", id, reading: { format: "saz", title: "", summary: "", alternatives: [] } });
    expect((await reading).format).toBe("saz");
  });

  it("reads one input at a time", async () => {
    const first = read();
    await expect(read()).rejects.toThrow();
    await answerReading();
    expect((await first).captures).toHaveLength(1);
  });

  it("that finds our code wrong rejects, and reads the next input", async () => {
    const reading = read();
    const { id } = await waitForRequest();
    answer({ kind: "crash", id, crash: "TypeError: x is not a function" });
    await expect(reading).rejects.toThrow("x is not a function");
    const next = read();
    await answerReading();
    expect((await next).captures).toHaveLength(1);
    expect(workers).toHaveLength(1);
  });

  it("is replaced after it had much in memory", async () => {
    const large = { name: "large.bin", bytes: new Uint8Array(17_000_000) };
    const reading = client.readAside([large]);
    await answerReading();
    await reading;
    expect(worker().isTerminated).toBe(true);
    await vi.waitFor(() => expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]));
  });
});

describe("cancelling", () => {
  it("rejects at once, ends the worker, and starts another", async () => {
    const own = new AbortController();
    const reading = read({ signal: own.signal });
    await waitForRequest();
    own.abort(new Error("enough"));
    expect(worker().isTerminated).toBe(true);
    await expect(reading).rejects.toThrow("enough");
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    const next = read();
    await answerReading();
    expect((await next).captures).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });

  it("stops a text that is being sent, and starts nothing if it comes first", async () => {
    const own = new AbortController();
    const reading = client.readAside("03 01 6A 00 45 01 ".repeat(1_000_000), { signal: own.signal });
    own.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(requests().every(({ kind }) => kind === "text")).toBe(true);
    const { length } = workers;
    await expect(read({ signal: own.signal })).rejects.toThrow("enough");
    expect(workers).toHaveLength(length);
  });

  it("leaves a read that is over alone", async () => {
    const own = new AbortController();
    const reading = read({ signal: own.signal });
    await answerReading();
    await reading;
    own.abort();
    expect(worker().isTerminated).toBe(false);
  });
});

describe("a worker that ends", () => {
  it("while it reads is started once more", async () => {
    const reading = read();
    await waitForRequest();
    answer({ kind: "ready" });
    worker().fail("out of memory");
    expect(workers).toHaveLength(2);
    await answerReading();
    expect((await reading).captures).toEqual([capture]);
  });

  it("twice while it reads is said, and the next input is read", async () => {
    const reading = read();
    await waitForRequest();
    answer({ kind: "ready" });
    worker().fail("out of memory");
    await waitForRequest();
    worker().fail("out of memory");
    expect(await codes(reading)).toEqual(["reader-ended"]);
    expect(workers).toHaveLength(2);
    const next = read();
    await answerReading();
    expect((await next).captures).toHaveLength(1);
  });

  it("between two reads is started again", async () => {
    client.startReading();
    answer({ kind: "ready" });
    worker().fail();
    const reading = read();
    await answerReading();
    expect((await reading).captures).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });
});

describe("without a worker, the page reads by itself", () => {
  it("because the browser refuses to make one", async () => {
    refuseWorkers();
    expect((await read()).captures[0]?.payload).toEqual(FOLDER_SYNC);
    const long = await client.readAside("03 01 6A 00 45 01\n".repeat(20_000));
    expect(long.captures.length).toBeGreaterThan(0);
    const [alternative] = long.alternatives;
    expect((await alternative?.read())?.format).toBe(alternative?.format);
  });

  it("because its script could not be loaded", async () => {
    const reading = read();
    worker().fail();
    expect((await reading).captures[0]?.payload).toEqual(FOLDER_SYNC);
  });

  it("because it does not start in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reading = read();
    vi.runAllTimers();
    expect(worker().isTerminated).toBe(true);
    expect((await reading).captures[0]?.payload).toEqual(FOLDER_SYNC);
  });
});
