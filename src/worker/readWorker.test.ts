import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hex } from "../testing/bytes";
import { FOLDER_SYNC, listCodes, mockSlowClock, readSampleFile } from "../testing/captures";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type { ReadReport, ToReadWorker } from "./readMessages";

let worker: RunningWorker<ToReadWorker, ReadReport>;

beforeAll(async () => {
  worker = await runWorker(() => import("./readWorker"));
});
afterAll(() => vi.unstubAllGlobals());

type Told<K> = Extract<ReadReport, { readonly id: number; readonly kind: K }>;

const of = <K extends ReadReport["kind"]>(id: number, kind: K): readonly Told<K>[] =>
  worker.reports.filter(
    (report): report is Told<K> => report.kind === kind && "id" in report && report.id === id,
  );

async function waitForReading(id: number) {
  await vi.waitFor(() => expect(of(id, "reading")).toHaveLength(1));
  const found = of(id, "found");
  return {
    ...of(id, "reading")[0]?.reading,
    captures: found.flatMap(({ captures }) => captures),
    problems: found.flatMap(({ problems }) => problems),
  };
}

describe("the read worker", () => {
  it("says that it runs, before anything else", () => {
    expect(worker.reports[0]).toEqual({ kind: "ready" });
  });

  it("reads a text that came in pieces, and names the alternatives", async () => {
    worker.send({ kind: "text", id: 1, text: "03 01 6A 00 45 0" });
    worker.send({ kind: "text", id: 1, text: "1" });
    worker.send({ kind: "read", id: 1, files: undefined, path: [] });
    const reading = await waitForReading(1);
    expect(reading.captures.map(({ payload }) => payload)).toEqual([hex("03 01 6A 00 45 01")]);
    expect(reading.format).toBe("hex");
    const [alternative] = reading.alternatives ?? [];
    const format = alternative?.format ?? "none";
    worker.send({ kind: "text", id: 2, text: "03 01 6A 00 45 01" });
    worker.send({ kind: "read", id: 2, files: undefined, path: [{ index: 0, format }] });
    expect((await waitForReading(2)).format).toBe(format);
  });

  it("reads files, and forgets a text that was not asked for", async () => {
    worker.send({ kind: "text", id: 3, text: "left over" });
    worker.send({ kind: "read", id: 4, files: [{ name: "a.wbxml", bytes: FOLDER_SYNC }], path: [] });
    expect((await waitForReading(4)).captures[0]?.origin.name).toBe("a.wbxml");
    worker.send({ kind: "read", id: 3, files: undefined, path: [] });
    expect((await waitForReading(3)).captures).toEqual([]);
  });

  it("asks for a password until it is right, or until the user gives up", async () => {
    const files = [{ name: "locked.saz", bytes: readSampleFile("saz-aes256.saz") }];
    worker.send({ kind: "read", id: 5, files, path: [] });
    await vi.waitFor(() => expect(of(5, "password").map(({ wasWrong }) => wasWrong)).toEqual([false]));
    worker.send({ kind: "password", id: 5, password: "guess" });
    await vi.waitFor(() => expect(of(5, "password").map(({ wasWrong }) => wasWrong)).toEqual([false, true]));
    worker.send({ kind: "password", id: 5, password: "secret" });
    expect((await waitForReading(5)).captures.length).toBeGreaterThan(0);
    worker.send({ kind: "read", id: 6, files, path: [] });
    await vi.waitFor(() => expect(of(6, "password")).toHaveLength(1));
    worker.send({ kind: "password", id: 6, password: undefined });
    expect(listCodes((await waitForReading(6)).problems)).toContain("locked-archive");
  });

  it("reports progress", async () => {
    const clock = mockSlowClock();
    worker.send({ kind: "text", id: 7, text: "03 01 6A 00 45 01 ".repeat(10_000) });
    worker.send({ kind: "read", id: 7, files: undefined, path: [] });
    await waitForReading(7);
    clock.mockRestore();
    const shares = of(7, "progress").map(({ done }) => done);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it("reports that our code is wrong, and reads the next input", async () => {
    worker.send({ kind: "read", id: 8, files: [null as never], path: [] });
    await vi.waitFor(() => expect(of(8, "crash")).toHaveLength(1));
    worker.send({ kind: "read", id: 9, files: [{ name: "a.wbxml", bytes: FOLDER_SYNC }], path: [] });
    expect((await waitForReading(9)).captures).toHaveLength(1);
  });
});
