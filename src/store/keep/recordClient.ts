import { createPageWorker, createWorkerFactory } from "../../browser/worker";
import { type PartedData, packParted, takeOutBytes, unpack } from "../../bytes/pack";
import { decrypt, encrypt } from "../../worker/lock";
import { readAsOne, sendPieces } from "../../worker/pieces";
import type { LockedRecord, RecordReport, ToRecordWorker } from "../../worker/recordMessages";
import workerUrl from "../../worker/recordWorker?worker&url";
import type { Tab } from "./tab";
import { within } from "./within";

/** Larger records than this are packed and encrypted in the worker; in bytes. */
export const MAX_ON_PAGE = 256 * 1024;

/** How long to wait for the worker once it has all that it needs, in milliseconds. */
const MAX_WORK = 30_000;

/** By id, who waits for the worker. Without an answer, the worker could not be made, or has ended. */
const waiting = new Map<number, (report: RecordReport | undefined) => void>();
let lastId = 0;

const worker = createPageWorker<ToRecordWorker, RecordReport>(
  createWorkerFactory("record-worker", workerUrl),
  { onReport: (report) => settle(report.id, report), onEnd: giveUp },
);

/** Packs and encrypts what is to be stored: in the worker if it is large, and there is one. */
export async function lockRecord(tab: Tab, value: unknown): Promise<LockedRecord> {
  const parted = takeOutBytes(value);
  const record = parted.size > MAX_ON_PAGE ? await lockInWorker(tab, parted) : undefined;
  return record ?? encrypt(tab.key, packParted(parted));
}

/** Decrypts and unpacks a record. Rejects if it is damaged, or was encrypted with another key. */
export async function unlockRecord(tab: Tab, { iv, locked }: LockedRecord): Promise<unknown> {
  if (!(locked instanceof Blob)) return unpack(await decrypt(tab.key, iv, locked));
  const { rawKey } = tab;
  const report = await ask((id) => worker.send({ kind: "unlock", id, rawKey, iv, locked }));
  if (report?.kind === "unlocked") return report.value;
  return unpack(await decrypt(tab.key, iv, await locked.arrayBuffer()));
}

async function lockInWorker(
  { rawKey }: Tab,
  { plain, arrays }: PartedData,
): Promise<LockedRecord | undefined> {
  const bytes = readAsOne(arrays);
  const report = await ask(async (id) => {
    const isSent = await sendPieces(id, bytes, worker.send, () => waiting.has(id));
    if (isSent) worker.send({ kind: "lock", id, rawKey, plain, length: bytes.length });
  });
  return report?.kind === "locked" ? report.record : undefined;
}

/** Asks the worker. Resolves to `undefined` if it can't be made, has ended, or does not answer. */
async function ask(send: (id: number) => void | Promise<void>): Promise<RecordReport | undefined> {
  const id = ++lastId;
  const answer = new Promise<RecordReport | undefined>((resolve) => waiting.set(id, resolve));
  await send(id);
  const report = await within(answer, MAX_WORK, "the worker does not answer").catch(giveUp);
  if (report?.kind === "failed") throw report.error;
  return report;
}

function settle(id: number, report: RecordReport | undefined): void {
  waiting.get(id)?.(report);
  waiting.delete(id);
}

/** Ends the worker, so that the page does what it was asked for. */
function giveUp(): undefined {
  worker.end();
  for (const id of waiting.keys()) settle(id, undefined);
}
