import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compareDocuments } from "../compare/compare";
import { listMarks } from "../compare/marks";
import { openDocument } from "../document/open";
import { packDocument } from "../document/pack";
import { MAX_DECODED_BYTES } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { encode } from "../index";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import type { CompareRequest } from "../worker/compareMessages";
import type { ComparedPayload } from "./compareClient";

const large = (digit: string): ComparedPayload => ({
  bytes: encode(`<Sync xmlns="AirSync"><Limit>${digit.repeat(300_000)}</Limit></Sync>`).bytes,
  document: undefined,
});
const SMALL: ComparedPayload = { bytes: Uint8Array.of(3, 1, 0x6a, 0, 5), document: undefined };
const [LEFT, RIGHT] = [large("7"), large("8")];

let client: typeof import("./compareClient");
let workers: readonly PlayedWorker[];
const never = new AbortController().signal;

/** Fresh modules: the client keeps the worker that it has started. */
async function loadClient(): Promise<void> {
  vi.resetModules();
  client = await import("./compareClient");
}

function lastRequest(worker: PlayedWorker | undefined): CompareRequest {
  return worker?.requests.at(-1) as CompareRequest;
}

/** Answers the last request as the worker would. */
function answer(worker: PlayedWorker | undefined): void {
  const { id, purpose, first, second } = lastRequest(worker);
  const [a, b] = [first, second].map(({ bytes }) => openDocument(bytes ?? new Uint8Array(), easCodeSpace));
  if (a === undefined || b === undefined) throw new Error("two payloads are compared");
  const comparison = compareDocuments(a, b);
  if (purpose === "marks") return worker?.answer({ kind: "marked", id, marks: listMarks(comparison.rows) });
  worker?.answer({
    kind: "compared",
    id,
    comparison,
    first: first.isWanted ? packDocument(a, false) : undefined,
    second: second.isWanted ? packDocument(b, false) : undefined,
  });
}

describe("payloads to compare", () => {
  beforeEach(async () => {
    workers = playWorkers();
    await loadClient();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it("are compared at once if they have few bytes and few tokens", async () => {
    expect(client.isComparedAtOnce(SMALL, SMALL)).toBe(true);
    expect(client.isComparedAtOnce(LEFT, SMALL)).toBe(false);
    const many = Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(60_000).fill(0x0b), 1]);
    const document = openDocument(many, easCodeSpace);
    expect(client.isComparedAtOnce(SMALL, { bytes: many, document })).toBe(false);
    const marks = await client.findMarks(
      SMALL,
      { bytes: Uint8Array.of(3, 1, 0x6a, 0, 6), document: undefined },
      never,
    );
    expect([...marks.keys()].map((token) => marks.get(token))).toEqual(["added"]);
    expect(workers).toHaveLength(0);
  });

  it("are compared in the worker if they are large, which is ended when it is done", async () => {
    const document = openDocument(RIGHT.bytes, easCodeSpace);
    const comparing = client.compareAside(LEFT, { bytes: RIGHT.bytes, document }, never);
    expect(lastRequest(workers[0])).toMatchObject({ first: { isWanted: true }, second: { isWanted: false } });
    answer(workers[0]);
    const { first, second, comparison } = await comparing;
    expect([first.bytes === LEFT.bytes, second === document]).toEqual([true, true]);
    expect(comparison.counts.changed).toBe(1);
    expect(first.tree.tokens.count).toBe(document.tree.tokens.count);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it("are marked by the worker", async () => {
    const marking = client.findMarks(LEFT, RIGHT, never);
    answer(workers[0]);
    const marks = await marking;
    expect([...marks.keys()].map((token) => marks.get(token))).toEqual(["changed"]);
  });

  it("are sent in pieces if they are very large", async () => {
    const huge: ComparedPayload = { bytes: new Uint8Array(5 << 20), document: undefined };
    const comparing = client.compareAside(huge, SMALL, never);
    await vi.waitFor(() => expect(workers[0]?.requests).toHaveLength(3));
    expect(workers[0]?.requests).toMatchObject([
      { kind: "piece", start: 0 },
      { kind: "piece", start: 4 << 20 },
      { kind: "compare", first: { bytes: undefined }, second: { bytes: SMALL.bytes } },
    ]);
    workers[0]?.answer({ kind: "crash", id: lastRequest(workers[0]).id, crash: "RangeError" });
    await expect(comparing).rejects.toThrow("RangeError");
  });

  it("are no longer compared after a cancel, and others are", async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const cancelled = client.compareAside(LEFT, RIGHT, one.signal);
    const marking = client.findMarks(LEFT, RIGHT, other.signal);
    one.abort();
    await expect(cancelled).rejects.toBe(one.signal.reason);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(workers[1]?.requests).toMatchObject([{ purpose: "marks" }]);
    answer(workers[1]);
    expect((await marking).size).toBe(1);
    other.abort();
    await expect(client.compareAside(LEFT, RIGHT, one.signal)).rejects.toBe(one.signal.reason);
    expect(workers).toHaveLength(2);
  });

  it("are sent once more if the worker ends, and then that is said", async () => {
    const comparing = client.compareAside(LEFT, RIGHT, never);
    const marking = client.findMarks(LEFT, RIGHT, never);
    workers[0]?.answer({ kind: "ready" });
    workers[0]?.fail("out of memory");
    expect(workers[1]?.requests).toHaveLength(1);
    workers[1]?.fail("out of memory");
    await expect(comparing).rejects.toBeInstanceOf(client.CompareError);
    answer(workers[2]); // only what the worker was doing is given up
    expect((await marking).size).toBe(1);
  });

  it("are compared by the page if the worker's script is missing", async () => {
    const comparing = client.compareAside(LEFT, RIGHT, never);
    workers[0]?.fail();
    workers[1]?.fail();
    expect((await comparing).comparison.counts.changed).toBe(1);
  });

  it("are compared by the page if the browser refuses workers", async () => {
    refuseWorkers();
    expect((await client.compareAside(LEFT, RIGHT, never)).comparison.counts.changed).toBe(1);
  });

  it("are refused if one is larger than browsers have memory for", async () => {
    const huge: ComparedPayload = { bytes: new Uint8Array(MAX_DECODED_BYTES + 1), document: undefined };
    await expect(client.compareAside(SMALL, huge, never)).rejects.toBeInstanceOf(client.CompareError);
    expect(workers).toHaveLength(0);
  });
});
