import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decode, encode } from "../index";
import type { FileForm } from "../share/forms";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import type { ExportReport, ToExportWorker } from "../worker/exportMessages";

type Client = typeof import("./exportClient");

let workers: readonly PlayedWorker[];
let client: Client;

beforeEach(async () => {
  vi.resetModules();
  workers = playWorkers();
  client = await import("./exportClient");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const BYTES = encode('<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>').bytes;
const HEX: FileForm = { kind: "copy", id: "hex-solid" };

function worker(): PlayedWorker {
  const last = workers.at(-1);
  if (last === undefined) throw new Error("no worker was started");
  return last;
}
const requests = (): readonly ToExportWorker[] => worker().requests as ToExportWorker[];
const answer = (report: ExportReport): void => worker().answer(report);
const lastId = (): number => {
  const request = requests().at(-1);
  return request?.kind === "write" ? request.id : -1;
};

function write(bytes = BYTES, signal = new AbortController().signal): Promise<Blob> {
  const payload = { bytes, document: () => decode(bytes) };
  return client.writeInWorker({ payload, form: HEX, longest: 100 }, signal);
}

describe("writing in the worker", () => {
  it("gives the file that the worker wrote, and ends the worker", async () => {
    const file = write();
    expect(requests()).toMatchObject([{ kind: "write", payload: BYTES, form: HEX, longest: 100 }]);
    answer({ kind: "ready" });
    answer({ kind: "written", id: lastId() - 1, file: new Blob(["other"]) });
    answer({ kind: "written", id: lastId(), file: new Blob(["text"]) });
    expect(await (await file).text()).toBe("text");
    expect(worker().isTerminated).toBe(true);
  });

  it("sends a large payload in pieces", async () => {
    const file = write(new Uint8Array(5 * 1024 * 1024));
    await vi.waitFor(() => expect(lastId()).toBeGreaterThan(0));
    expect(requests().map(({ kind }) => kind)).toEqual(["piece", "piece", "write"]);
    expect(requests().at(-1)).not.toHaveProperty("payload");
    answer({ kind: "written", id: lastId(), file: new Blob([]) });
    expect((await file).size).toBe(0);
  });

  it("ends at once when it is cancelled, and writes one payload after the other", async () => {
    const controller = new AbortController();
    const file = write(BYTES, controller.signal);
    controller.abort();
    await expect(file).rejects.toMatchObject({ name: "AbortError" });
    expect(worker().isTerminated).toBe(true);
    await expect(write(BYTES, controller.signal)).rejects.toMatchObject({ name: "AbortError" });
    const [first, second] = [write(), write()];
    for (const [text, written] of [
      ["first", first],
      ["second", second],
    ] as const) {
      answer({ kind: "written", id: lastId(), file: new Blob([text]) });
      expect(await (await written).text()).toBe(text);
    }
    expect(workers).toHaveLength(2);
  });

  it("says that a text is too long, and what went wrong", async () => {
    const long = write();
    answer({ kind: "too-long", id: lastId(), reason: "long" });
    await expect(long).rejects.toMatchObject({ name: "TextTooLong", message: "long" });
    const crashed = write();
    answer({ kind: "crash", id: lastId(), crash: "a bug" });
    await expect(crashed).rejects.toMatchObject({ name: "WriteError", message: "a bug" });
  });

  it("tries once more when the worker ends, and then says why", async () => {
    const file = write();
    answer({ kind: "ready" });
    worker().fail("no memory");
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    worker().fail("no memory");
    await expect(file).rejects.toMatchObject({ name: "WriteError", message: "no memory" });
  });

  it("is done on this thread where no worker can be made", async () => {
    refuseWorkers();
    const text = await (await write()).text();
    expect(text).toBe(Buffer.from(BYTES).toString("hex").toUpperCase());
  });
});
