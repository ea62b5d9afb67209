// Reads inputs off the page's thread: unpacking, decoding and parsing what people paste or drop can take
// seconds. One input at a time; to cancel, the page ends the worker.
import type { GivenInput } from "../formats/given";
import { readGiven } from "../formats/readGiven";
import { splitIntoBatches } from "./batches";
import type { ReadReport, ToReadWorker } from "./readMessages";

type ReadRequest = Extract<ToReadWorker, { readonly kind: "read" }>;

/** The pieces of the text that is to be read next, and the number of its read. */
let received: { readonly id: number; readonly pieces: string[] } | undefined;
/** Who waits for a password. */
let unlock: ((password: string | undefined) => void) | undefined;

function send(report: ReadReport, transfer: readonly ArrayBufferLike[] = []): void {
  self.postMessage(report, { transfer: [...transfer] });
}

self.addEventListener("message", ({ data }: MessageEvent<ToReadWorker>) => {
  if (data.kind === "text") receive(data.id, data.text);
  else if (data.kind === "password") unlock?.(data.password);
  else void read(data);
});

function receive(id: number, text: string): void {
  if (received?.id !== id) received = { id, pieces: [] };
  received.pieces.push(text);
}

/** What a request is about: its files, or the text that came before it. */
function takeGiven({ id, files }: ReadRequest): GivenInput {
  const pieces = received?.id === id ? received.pieces : [];
  received = undefined;
  return files ?? pieces.join("");
}

async function read(request: ReadRequest): Promise<void> {
  const { id, path } = request;
  try {
    const reading = await readGiven(takeGiven(request), path, {
      onProgress: (done, what) => send({ kind: "progress", id, done, what }),
      askPassword: (name, wasWrong) => {
        send({ kind: "password", id, name, wasWrong });
        return new Promise((resolve) => {
          unlock = resolve;
        });
      },
    });
    for (const { transfer, ...found } of splitIntoBatches(reading))
      send({ kind: "found", id, ...found }, transfer);
    const { format, title, summary } = reading;
    const alternatives = reading.alternatives.map(({ read: _, ...alternative }) => alternative);
    send({ kind: "reading", id, reading: { format, title, summary, alternatives } });
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: "crash", id, crash });
  }
}

send({ kind: "ready" });
// The first read takes several times as long as the next ones, and no one waits for this one.
void readGiven("03 01 6A 00 00 07 56 52 03 30 00 01 01", [], {});
