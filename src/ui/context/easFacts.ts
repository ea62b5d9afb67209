// What the page knows about EAS beyond names (inference, statuses), in one chunk that is loaded when first
// needed.

import { findShortMeaning } from "../../assist/shortMeaning";
import type { ByteRange } from "../../bytes/range";
import { openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import { findHttpStatus } from "../../eas/httpStatus";
import { findProduct } from "../../eas/products";
import type { Capture } from "../../formats/format";
import { readCaptureContent } from "../../session/content";
import { inferContext } from "../../session/context";
import { type MessageContext, type MessageFacts, messageContext } from "../../session/messageContext";
import { listStatusElements } from "../../session/statuses";
import { findVersionNeed } from "../../session/versionNeed";
import { writeFileName, writeTitle } from "../../store/captureTitle";
import { editingOf, isEdited, type OpenCapture, useInspector } from "../../store/inspector";
import { findExchange, findKnownFolder, useSession } from "../../store/session";
import { nodeRange } from "../../wbxml/tokenTable";

export { findShortMeaning, findVersionNeed, inferContext };

/**
 * What is known about a message: the user's choice, otherwise the value from HTTP, otherwise the one that the
 * elements of its payload give, if it has a payload. A folder and a server that were not chosen are those
 * that the messages of its conversation name.
 */
export function readContext(
  open: OpenCapture | undefined,
  exchange = open && findExchange(useSession.getState(), open),
): MessageContext {
  const elements = open && readElementFacts(open);
  const conversation = {
    folder: findKnownFolder(exchange)?.kind,
    product: exchange?.server === undefined ? undefined : findProduct(exchange.server),
  };
  return messageContext({ chosen: open?.context, http: open?.capture, elements, conversation });
}

/** A longer payload is decoded only when it is shown. */
const MAX_DECODED = 64 * 1024;
type ElementFacts = Pick<MessageFacts, "command" | "direction">;
const elementFacts = new WeakMap<Capture, ElementFacts>();

/** What the elements of a capture tell: as edited if it has been shown, otherwise as read, if it is short. */
function readElementFacts(open: OpenCapture): ElementFacts | undefined {
  const document = editingOf(open)?.document;
  if (document !== undefined) return inferContext(document);
  const { capture, content } = open;
  if (content !== undefined || capture === undefined || capture.payload.length > MAX_DECODED)
    return undefined;
  const known = elementFacts.get(capture) ?? decodeFacts(capture);
  elementFacts.set(capture, known);
  return known;
}

function decodeFacts(capture: Capture): ElementFacts {
  const read = readCaptureContent(capture);
  if (read.kind === "text") return {};
  const { command, direction } = inferContext(openDocument(read.bytes, easCodeSpace));
  return { command, direction };
}

/** The command and direction of a capture. Its elements are read only if they are needed. */
export function readMessageFacts(open: OpenCapture): MessageFacts {
  const { command, direction } = open.capture ?? {};
  const chosen = open.context?.direction ?? "auto";
  const isKnown = command !== undefined && (chosen !== "auto" || direction !== undefined);
  return isKnown ? { command, direction: chosen === "auto" ? direction : chosen } : readContext(open);
}

/** What a capture is called, by its title or its command and direction. */
export function readTitle(open: OpenCapture): string {
  return writeTitle(open, readMessageFacts(open));
}

/** The name under which the capture that is shown is saved, without an extension. */
export function nameShownFile(): string {
  const { captures, current } = useInspector.getState();
  const open = captures[current];
  if (open === undefined) return writeFileName("", false);
  const title = readTitle(open);
  const repeats = captures.slice(0, current).filter((other) => readTitle(other) === title).length;
  return writeFileName(title, isEdited(open), repeats);
}

/** What is known about the message that is shown now. */
export function readShownContext(): MessageContext {
  const { captures, current } = useInspector.getState();
  return readContext(captures[current]);
}

/** The bytes of the first Status element of a response that has a value; `undefined` if none has it. */
export function findStatusBytes(open: OpenCapture, value: number): ByteRange | undefined {
  const document = editingOf(open)?.document;
  if (document === undefined) return undefined;
  const { command, direction } = readContext(open);
  const status = listStatusElements({ document, command, direction }).find((one) => one.value === value);
  return status && nodeRange(document.tree.tokens, status.node);
}

/** "OK": the name of an HTTP status, as far as it is known. */
export function nameHttpStatus(status: number): string | undefined {
  return findHttpStatus(status)?.name;
}
