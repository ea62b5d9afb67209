import type { PlayedWorker } from "./pageWorker";

/** A Sync request whose XML is too large to be edited as one text. Its SyncKey is 7, at offset 7. */
export function makeLargePayload(): Uint8Array {
  const bytes = new Uint8Array(310_000).fill(0x0b);
  bytes.set([0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x37, 0x00, 0x01]);
  bytes[bytes.length - 1] = 0x01;
  return bytes;
}

/** Answers the last request of a page to open a payload as its worker would. */
export async function answerOpening(workers: readonly PlayedWorker[]): Promise<void> {
  const { openDocument } = await import("../document/open");
  const { packDocument } = await import("../document/pack");
  const { easCodeSpace } = await import("../eas/codeSpace");
  const worker = workers.at(-1);
  if (worker === undefined) throw new Error("no worker was started");
  const { id, payload } = worker.requests.at(-1) as { readonly id: number; readonly payload: Uint8Array };
  const document = packDocument(openDocument(payload, easCodeSpace), false);
  const content = {
    kind: "payload",
    bytes: undefined,
    context: { versions: [] },
    document,
    typed: undefined,
  };
  worker.answer({ kind: "opened", id, content });
}
