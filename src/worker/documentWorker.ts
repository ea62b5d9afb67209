import type { LinkedDocument } from "../document/open";
import { openWithinLimits } from "../document/openWithinLimits";
import { listBuffers, packDocument } from "../document/pack";
import { editDocument } from "../document/revise/revise";
import { hasWholeText, TooLargeError } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { readCaptureContent } from "../session/content";
import { inferContext } from "../session/context";
import type { DocumentReport, OpenedContent, OpenedPayload, ToDocumentWorker } from "./documentMessages";
import { makePieceBox } from "./pieces";

// Opens large payloads off the page's thread. The page gets the columns of the document, handed over and not
// copied, and reads them as if it had opened the payload itself.

const pieces = makePieceBox();

self.addEventListener("message", ({ data }: MessageEvent<ToDocumentWorker>) => {
  if (data.kind === "piece") return pieces.add(data);
  try {
    const { id, payload = pieces.take(id), contentType } = data;
    const content = open(payload, contentType);
    send({ kind: "opened", id: data.id, content }, listTransfers(content));
  } catch (error) {
    if (error instanceof TooLargeError)
      return send({ kind: "too-large", id: data.id, reason: error.message });
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: "crash", id: data.id, crash });
  }
});

send({ kind: "ready" });

function send(report: DocumentReport, transfer: Transferable[] = []): void {
  self.postMessage(report, { transfer });
}

function open(payload: Uint8Array, contentType: string | undefined): OpenedContent {
  const content = readCaptureContent({ payload, contentType });
  if (content.kind === "text") return content;
  const { bytes, xml } = content;
  const before = openWithinLimits(bytes, easCodeSpace);
  if (xml === undefined) return describe(before, payload, undefined);
  const { document, problems } = editDocument(before, xml);
  return describe(document ?? before, payload, {
    text: xml,
    isDraft: document === undefined,
    problems,
  });
}

function describe(
  document: LinkedDocument,
  payload: Uint8Array,
  typed: OpenedPayload["typed"],
): OpenedPayload {
  const { command, direction, versions } = inferContext(document);
  return {
    kind: "payload",
    bytes: document.bytes === payload ? undefined : document.bytes,
    context: { command, direction, versions },
    document: packDocument(
      document,
      hasWholeText(document),
      typed !== undefined && document.xml === typed.text,
    ),
    typed,
  };
}

function listTransfers(content: OpenedContent): Transferable[] {
  if (content.kind === "text") return [];
  return [...listBuffers(content.document), ...(content.bytes === undefined ? [] : [content.bytes.buffer])];
}
