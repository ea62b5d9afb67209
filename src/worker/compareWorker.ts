import { compareDocuments } from "../compare/compare";
import { listMarks } from "../compare/marks";
import type { LinkedDocument } from "../document/open";
import { openWithinLimits } from "../document/openWithinLimits";
import { listBuffers, packDocument } from "../document/pack";
import { TooLargeError } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import {
  type ComparedReport,
  type CompareReport,
  type CompareRequest,
  type MarkedReport,
  pieceKey,
  type ToCompareWorker,
} from "./compareMessages";
import { makePieceBox } from "./pieces";

// Compares large payloads off the page's thread. The page gets the rows as columns, handed over and not
// copied.

const pieces = makePieceBox();

self.addEventListener("message", ({ data }: MessageEvent<ToCompareWorker>) => {
  if (data.kind === "piece") return pieces.add(data);
  try {
    const report = compare(data);
    send(report, listTransfers(report));
  } catch (error) {
    send({ kind: "crash", id: data.id, crash: describeError(error) });
  }
});

send({ kind: "ready" });

function send(report: CompareReport, transfer: Transferable[] = []): void {
  self.postMessage(report, { transfer });
}

/** Engines throw a `RangeError` for more memory, or more entries of a map, than they have. */
function describeError(error: unknown): string {
  if (error instanceof TooLargeError) return `one of them can't be decoded: ${error.message}`;
  if (error instanceof RangeError)
    return `it is more than this browser can compare at once (${error.message})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function compare(request: CompareRequest): ComparedReport | MarkedReport {
  const { id, purpose } = request;
  const [first, second] = [open(request, 0), open(request, 1)];
  const comparison = compareDocuments(first, second);
  if (purpose === "marks") return { kind: "marked", id, marks: listMarks(comparison.rows) };
  return {
    kind: "compared",
    id,
    comparison,
    first: request.first.isWanted ? packDocument(first, false) : undefined,
    second: request.second.isWanted ? packDocument(second, false) : undefined,
  };
}

function open({ id, first, second }: CompareRequest, side: 0 | 1): LinkedDocument {
  const { bytes } = side === 0 ? first : second;
  return openWithinLimits(bytes ?? pieces.take(pieceKey(id, side)), easCodeSpace);
}

function listTransfers(report: ComparedReport | MarkedReport): Transferable[] {
  if (report.kind === "marked") return [report.marks.tokens.buffer, report.marks.codes.buffer];
  const { comparison, first, second } = report;
  const { difference, depth, a, b } = comparison.rows;
  const { differences, meaning, wire } = comparison.filtered;
  const columns = [difference, depth, a, b, differences, meaning, wire];
  const documents = [first, second].flatMap((packed) => (packed === undefined ? [] : listBuffers(packed)));
  return [...columns.map(({ buffer }) => buffer), ...documents];
}
