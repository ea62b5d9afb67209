import type { SearchedCapture } from "../find/searchedCapture";
import { editingOf, type OpenCapture } from "./inspector";

/** A copy of the bytes in a separate buffer, which can be transferred. */
function copyBytes(bytes: Uint8Array): Uint8Array {
  return bytes.slice();
}

/**
 * A capture in the form that the search worker takes. Its bytes are copied, because those of many captures
 * can share one large buffer.
 */
export function toSearchedCapture(open: OpenCapture): SearchedCapture {
  const { label, capture, content } = open;
  const editing = editingOf(open);
  const isEdited =
    editing !== undefined && (editing.document.bytes !== editing.original || editing.undo.length > 0);
  const shown =
    editing !== undefined
      ? {
          kind: "payload" as const,
          bytes: copyBytes(editing.document.bytes),
          ...(editing.isDraft && { xml: editing.text() }),
        }
      : content?.kind === "text"
        ? content
        : undefined;
  const payload = shown?.kind === "payload" ? shown.bytes : copyBytes(capture?.payload ?? new Uint8Array(0));
  return {
    label,
    direction: capture?.direction,
    command: capture?.command,
    version: capture?.version,
    http: capture?.http,
    contentType: capture?.contentType,
    parts: capture?.parts?.map(copyBytes),
    payload,
    content: shown,
    isEdited,
    isDraft: editing?.isDraft ?? false,
  };
}

/**
 * A value that changes if and only if the capture's payload changes. Search results found under another key
 * are out of date.
 */
export function getPayloadKey(open: OpenCapture | undefined): unknown {
  const editing = editingOf(open);
  if (editing !== undefined && editing.document.bytes !== editing.original) return editing.document.bytes;
  return open?.capture ?? editing?.original;
}

/** How many bytes of a capture are searched. */
export function countSearchedBytes({ capture, content }: OpenCapture): number {
  const shown =
    content?.kind === "payload" ? content.editing.document.bytes.length : (capture?.payload.length ?? 0);
  return (capture?.parts ?? []).reduce((sum, part) => sum + part.length, shown);
}
