import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBytes } from "../bytes/find";
import { takeOutBytes } from "../bytes/pack";
import { isSameBytes } from "../bytes/same";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import { readAsOne, sendPieces } from "./pieces";
import type { LockedRecord, RecordReport, ToRecordWorker } from "./recordMessages";

const rawKey = crypto.getRandomValues(new Uint8Array(32));
const bytes = Uint8Array.from({ length: 5_000_000 }, (_, i) => i % 251);

let worker: RunningWorker<ToRecordWorker, RecordReport>;
let lastId = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./recordWorker"));
});
afterAll(() => vi.unstubAllGlobals());

function report(id: number): Promise<RecordReport> {
  return vi.waitFor(() => {
    const found = worker.reports.find((one) => "id" in one && one.id === id);
    if (found === undefined) throw new Error("there is no answer yet");
    return found;
  });
}

async function lock(value: unknown): Promise<LockedRecord> {
  const id = ++lastId;
  const { plain, arrays } = takeOutBytes(value);
  const run = readAsOne(arrays);
  await sendPieces(id, run, worker.send, () => true);
  worker.send({ kind: "lock", id, rawKey, plain, length: run.length });
  const answer = await report(id);
  if (answer.kind !== "locked") throw new Error(`the report is ${answer.kind}`);
  return answer.record;
}

function unlock({ iv, locked }: LockedRecord, key = rawKey): Promise<RecordReport> {
  const id = ++lastId;
  worker.send({ kind: "unlock", id, rawKey: key, iv, locked: new Blob([locked]) });
  return report(id);
}

describe("the record worker", () => {
  it("encrypts a value into a blob, and brings it back", async () => {
    const record = await lock({ label: "x", bytes, part: bytes.subarray(7, 12), none: new Uint8Array() });
    const locked = record.locked instanceof Blob ? await record.locked.arrayBuffer() : undefined;
    expect(locked?.byteLength).toBeGreaterThan(bytes.length);
    expect(findBytes(new Uint8Array(locked ?? []), bytes.subarray(0, 100))).toBe(-1);
    const answer = await unlock(record);
    if (answer.kind !== "unlocked") throw new Error(`the report is ${answer.kind}`);
    const value = answer.value as { readonly bytes: Uint8Array };
    expect(isSameBytes(value.bytes, bytes)).toBe(true);
    const part = Uint8Array.of(7, 8, 9, 10, 11);
    expect({ ...value, bytes: [] }).toEqual({ label: "x", bytes: [], part, none: new Uint8Array() });
  });

  it("encrypts a value without bytes, each time anew", async () => {
    const [one, other] = [await lock({ text: "<html>" }), await lock({ text: "<html>" })];
    expect(one.iv).not.toEqual(other.iv);
    expect(await unlock(one)).toMatchObject({ kind: "unlocked", value: { text: "<html>" } });
  });

  it("reports what it can't decrypt, and pieces that did not come", async () => {
    const record = await lock({ bytes });
    expect(await unlock(record, crypto.getRandomValues(new Uint8Array(32)))).toMatchObject({
      kind: "failed",
    });
    worker.send({ kind: "lock", id: ++lastId, rawKey, plain: {}, length: 3 });
    expect(await report(lastId)).toMatchObject({ kind: "failed", error: expect.any(Error) });
  });
});
