// Packs and encrypts large records of what a tab has open, and decrypts and unpacks them, off the page's
// thread. It stores nothing: the page stores the encrypted record, which is a blob and therefore not copied.
// The key of the tab comes with each request and is not kept.
import { packParted, takeOutBytes, unpack } from "../bytes/pack";
import { decrypt, encrypt, importKey } from "./lock";
import { makePieceBox } from "./pieces";
import type { LockRequest, RecordReport, ToRecordWorker, UnlockRequest } from "./recordMessages";

const pieces = makePieceBox();

self.addEventListener("message", ({ data }: MessageEvent<ToRecordWorker>) => {
  if (data.kind === "piece") pieces.add(data);
  else void answer(data);
});

send({ kind: "ready" });

async function answer(request: LockRequest | UnlockRequest): Promise<void> {
  try {
    await (request.kind === "lock" ? lock(request) : unlock(request));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    send({ kind: "failed", id: request.id, error });
  }
}

async function lock({ id, rawKey, plain, length }: LockRequest): Promise<void> {
  const arrays = length === 0 ? [] : [pieces.take(id)];
  const { iv, locked } = await encrypt(await importKey(rawKey), packParted({ plain, arrays }));
  send({ kind: "locked", id, record: { iv, locked: new Blob([locked]) } });
}

async function unlock({ id, rawKey, iv, locked }: UnlockRequest): Promise<void> {
  const value = unpack(await decrypt(await importKey(rawKey), iv, await locked.arrayBuffer()));
  send(
    { kind: "unlocked", id, value },
    takeOutBytes(value).arrays.map(({ buffer }) => buffer),
  );
}

function send(report: RecordReport, transfer: Transferable[] = []): void {
  self.postMessage(report, { transfer });
}
