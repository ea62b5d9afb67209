import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SearchedCapture } from "../find/searchedCapture";
import { encode } from "../testing/codec";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type { SearchReport, SearchRequest } from "./searchMessages";

let worker: RunningWorker<SearchRequest, SearchReport>;

beforeAll(async () => {
  worker = await runWorker(() => import("./searchWorker"));
});
afterAll(() => vi.unstubAllGlobals());

const searched = (key: string): SearchedCapture => ({
  label: "Sync",
  direction: "request",
  payload: encode(`<Sync xmlns="AirSync"><SyncKey>${key}</SyncKey></Sync>`).bytes,
  isEdited: false,
  isDraft: false,
});

const of = (id: number): SearchReport[] => worker.reports.filter((report) => report.id === id);
const kinds = (id: number): string[] =>
  of(id)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "progress");
const asks = (id: number, times: number): Promise<void> =>
  vi.waitFor(() => expect(kinds(id).filter((kind) => kind === "more")).toHaveLength(times));

describe("the search worker", () => {
  it("requests captures batch by batch, reports the hits in each, and ends", async () => {
    worker.send({ kind: "start", id: 1, query: "needle", count: 3 });
    await asks(1, 1);
    worker.send({ kind: "captures", id: 1, captures: [searched("hay"), searched("needle")] });
    await asks(1, 2);
    worker.send({ kind: "captures", id: 1, captures: [searched("a needle")] });
    await asks(1, 3);
    worker.send({ kind: "captures", id: 1, captures: [] });
    await vi.waitFor(() => expect(kinds(1)).toContain("end"));
    expect(kinds(1)).toEqual(["more", "found", "more", "found", "more", "end"]);
    const found = of(1).flatMap((report) => (report.kind === "found" ? [report.found.capture] : []));
    expect(found).toEqual([1, 2]);
  });

  it("ignores captures of another search", async () => {
    worker.send({ kind: "start", id: 2, query: "needle", count: 1 });
    await asks(2, 1);
    worker.send({ kind: "captures", id: 1, captures: [searched("needle")] });
    worker.send({ kind: "captures", id: 2, captures: [] });
    await vi.waitFor(() => expect(kinds(2)).toContain("end"));
    expect(kinds(2)).toEqual(["more", "end"]);
  });

  it("reports that it failed", async () => {
    worker.send({ kind: "start", id: 3, query: "needle", count: 1 });
    await asks(3, 1);
    worker.send({ kind: "captures", id: 3, captures: [{ ...searched("needle"), payload: null as never }] });
    await vi.waitFor(() => expect(kinds(3)).toContain("failed"));
    expect(kinds(3)).toEqual(["more", "failed"]);
  });
});
