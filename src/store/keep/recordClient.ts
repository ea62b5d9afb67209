import { createWorkerFactory } from "../../browser/worker";
import { WorkerJobs } from "../../browser/workerJobs";
import { type PartedData, packParted, takeOutBytes, unpack } from "../../bytes/pack";
import { decrypt, encrypt } from "../../worker/lock";
import { readAsOne, sendPieces } from "../../worker/pieces";
import type { LockedRecord, RecordReport, ToRecordWorker } from "../../worker/recordMessages";
import workerUrl from "../../worker/recordWorker?worker&url";
import type { Tab } from "./tab";

/** Larger records than this are packed and encrypted in the worker; in bytes. */
export const MAX_ON_PAGE = 256 * 1024;

/** How long to wait for the worker once it has all that it needs, in milliseconds. */
const MAX_WORK = 30_000;

const jobs = new WorkerJobs<ToRecordWorker, RecordReport>(createWorkerFactory("record-worker", workerUrl), {
  maxWork: MAX_WORK,
});

/** Packs and encrypts what is to be stored: in the worker if it is large, and there is one. */
export async function lockRecord(tab: Tab, value: unknown): Promise<LockedRecord> {
  const parted = takeOutBytes(value);
  return parted.size > MAX_ON_PAGE ? lockInWorker(tab, parted) : encrypt(tab.key, packParted(parted));
}

/** Decrypts and unpacks a record. Rejects if it is damaged, or was encrypted with another key. */
export async function unlockRecord(tab: Tab, { iv, locked }: LockedRecord): Promise<unknown> {
  if (!(locked instanceof Blob)) return unpack(await decrypt(tab.key, iv, locked));
  const unlockHere = async (): Promise<Unlocked> => ({
    value: unpack(await decrypt(tab.key, iv, await locked.arrayBuffer())),
  });
  const { value } = await jobs.run<Unlocked>({
    send: ({ id, send }) => send({ kind: "unlock", id, rawKey: tab.rawKey, iv, locked }),
    read: (report) => (isAnswer(report, "unlocked") ? { value: report.value } : undefined),
    doHere: unlockHere,
    giveUp: unlockHere,
  });
  return value;
}

interface Unlocked {
  readonly value: unknown;
}

function lockInWorker(tab: Tab, parted: PartedData): Promise<LockedRecord> {
  const { plain, arrays } = parted;
  const bytes = readAsOne(arrays);
  const lockHere = (): Promise<LockedRecord> => encrypt(tab.key, packParted(parted));
  return jobs.run({
    send: async ({ id, send, isWanted }) => {
      if (await sendPieces(id, bytes, send, isWanted))
        send({ kind: "lock", id, rawKey: tab.rawKey, plain, length: bytes.length });
    },
    read: (report) => (isAnswer(report, "locked") ? report.record : undefined),
    doHere: lockHere,
    giveUp: lockHere,
  });
}

/** Whether a report is the one that was asked for. Throws what the worker failed with. */
function isAnswer<Kind extends RecordReport["kind"]>(
  report: RecordReport,
  kind: Kind,
): report is Extract<RecordReport, { readonly kind: Kind }> {
  if (report.kind === "failed") throw report.error;
  return report.kind === kind;
}
