import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pack, unpack } from "../../bytes/pack";
import { isSameBytes } from "../../bytes/same";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../../testing/pageWorker";
import { decrypt, encrypt, importKey } from "../../worker/lock";
import type { LockedRecord, LockRequest, UnlockRequest } from "../../worker/recordMessages";
import type { Tab } from "./tab";

const rawKey = crypto.getRandomValues(new Uint8Array(32));
const tab: Tab = { id: "own", rawKey, key: await importKey(rawKey) };
const large = { label: "large", bytes: Uint8Array.from({ length: 5_000_000 }, (_, i) => i % 251) };
const record: LockedRecord = { iv: new Uint8Array(12), locked: new Blob(["locked"]) };

type Request = LockRequest | UnlockRequest;
let client: typeof import("./recordClient");
let workers: readonly PlayedWorker[];

beforeEach(async () => {
  vi.resetModules(); // the client keeps the worker that it has started
  workers = playWorkers();
  client = await import("./recordClient");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Waits until a worker has got a whole request, and returns its last one. */
function request(index: number, kind: Request["kind"]): Promise<Request> {
  return vi.waitFor(() => {
    const last = workers[index]?.requests.at(-1) as Request | undefined;
    if (last?.kind !== kind) throw new Error("it has not come yet");
    return last;
  });
}

/** A large record, as a worker makes it, made on this thread. */
async function lockHere(): Promise<LockedRecord> {
  const { iv, locked } = await encrypt(tab.key, pack(large));
  return { iv, locked: new Blob([locked]) };
}

/** Whether a value is {@link large}; to compare it as any object takes long. */
function isLarge(value: unknown): boolean {
  return isSameBytes((value as typeof large).bytes, large.bytes);
}

/** Whether a record was encrypted on this thread, and is that of {@link large}. */
async function isLockedHere({ iv, locked }: LockedRecord): Promise<boolean> {
  return locked instanceof ArrayBuffer && isLarge(unpack(await decrypt(tab.key, iv, locked)));
}

describe("a record that is written", () => {
  it("is encrypted here if it is small", async () => {
    const locked = await client.lockRecord(tab, { label: "small" });
    expect(workers).toEqual([]);
    expect(await client.unlockRecord(tab, locked)).toEqual({ label: "small" });
  });

  it("goes to the worker in pieces if it is large", async () => {
    const locking = client.lockRecord(tab, large);
    const sent = await request(0, "lock");
    const { id } = sent;
    expect(workers[0]?.requests).toHaveLength(3);
    expect(sent).toMatchObject({
      rawKey,
      plain: { label: "large", bytes: { $bytes: [0, 5_000_000] } },
      length: 5_000_000,
    });
    workers[0]?.answer({ kind: "locked", id, record });
    expect(await locking).toBe(record);
  });

  it("goes to the worker if its text is large", async () => {
    const locking = client.lockRecord(tab, { text: "x".repeat(client.MAX_ON_PAGE + 1) });
    const { id } = await request(0, "lock");
    workers[0]?.answer({ kind: "locked", id, record });
    expect(await locking).toBe(record);
  });

  it("is encrypted here where no worker can be made", async () => {
    refuseWorkers();
    expect(await isLockedHere(await client.lockRecord(tab, large))).toBe(true);
  });

  it("is encrypted here if the worker ends, also before it has all pieces", async () => {
    const first = client.lockRecord(tab, large);
    await vi.waitFor(() => expect(workers[0]?.requests).toHaveLength(1));
    workers[0]?.fail();
    expect(await isLockedHere(await first)).toBe(true);
    const second = client.lockRecord(tab, large);
    await request(1, "lock");
    workers[1]?.fail("out of memory");
    expect(await isLockedHere(await second)).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it("is encrypted here if the worker does not answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const locking = client.lockRecord(tab, large);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(await isLockedHere(await locking)).toBe(true);
  });

  it("is not written if the worker fails", async () => {
    const locking = client.lockRecord(tab, large);
    const { id } = await request(0, "lock");
    workers[0]?.answer({ kind: "failed", id, error: new RangeError("too long") });
    await expect(locking).rejects.toThrow("too long");
  });
});

describe("a record that is read", () => {
  it("goes to the worker if it is a blob", async () => {
    const { iv, locked } = await lockHere();
    const reading = client.unlockRecord(tab, { iv, locked });
    const { id } = await request(0, "unlock");
    workers[0]?.answer({ kind: "unlocked", id, value: large });
    expect(await reading).toBe(large);
  });

  it("is decrypted here where there is no worker, or it ends", async () => {
    const reading = client.unlockRecord(tab, await lockHere());
    await request(0, "unlock");
    workers[0]?.fail();
    expect(isLarge(await reading)).toBe(true);
    refuseWorkers();
    expect(isLarge(await client.unlockRecord(tab, await lockHere()))).toBe(true);
  });

  it("is damaged if the worker can't decrypt it", async () => {
    const reading = client.unlockRecord(tab, await lockHere());
    const { id } = await request(0, "unlock");
    workers[0]?.answer({ kind: "failed", id, error: new DOMException("no", "OperationError") });
    await expect(reading).rejects.toThrow("no");
  });
});
