import { openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import { TextTooLong, writeFile } from "../share/forms";
import type { ExportReport, ToExportWorker, WriteRequest } from "./exportMessages";
import { makePieceBox } from "./pieces";

// Writes large payloads as files and texts off the page's thread. What it wrote goes to the page as a blob,
// which is not copied.

const pieces = makePieceBox();

self.addEventListener("message", ({ data }: MessageEvent<ToExportWorker>) => {
  if (data.kind === "piece") pieces.add(data);
  else void write(data).then(send);
});

send({ kind: "ready" });

function send(report: ExportReport): void {
  self.postMessage(report, { transfer: [] });
}

async function write({ id, payload, form, longest }: WriteRequest): Promise<ExportReport> {
  try {
    const bytes = payload ?? pieces.take(id);
    const document = () => openDocument(bytes, easCodeSpace);
    return { kind: "written", id, file: await writeFile({ bytes, document }, form, longest) };
  } catch (error) {
    // RangeError: a string or an array would be longer than the browser allows
    if (error instanceof TextTooLong || error instanceof RangeError)
      return { kind: "too-long", id, reason: error.message };
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "crash", id, crash };
  }
}
