import type { Capture } from "../formats/format";
import { type MessageContent, readCaptureContent } from "../session/content";
import type { CaptureFacts } from "./captureFacts";

/**
 * A capture to search: as it was read and, if it has been opened, with its current content. Its size is that
 * of its current content.
 */
export interface SearchedCapture
  extends Omit<CaptureFacts, "size" | "direction">,
    Pick<Capture, "label" | "direction" | "payload"> {
  readonly contentType?: string | undefined;
  readonly parts?: readonly Uint8Array[] | undefined;
  /** Its current content. If omitted, it is derived from `payload`, as if the capture were opened. */
  readonly content?: MessageContent | undefined;
}

/** The current content of a capture. */
export function readContent({ content, payload, contentType }: SearchedCapture): MessageContent {
  return content ?? readCaptureContent({ payload, ...(contentType !== undefined && { contentType }) });
}

/** What is known about a capture before it is decoded. */
export function readFacts(searched: SearchedCapture): CaptureFacts {
  const { content, payload } = searched;
  return { ...searched, size: (content?.kind === "payload" ? content.bytes : payload).length };
}
