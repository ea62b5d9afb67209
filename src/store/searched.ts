import type { Searched } from "../find/searched";
import { editingOf, type OpenCapture } from "./inspector";

/** A copy of bytes that can be handed over: its buffer holds them and nothing else. */
function copied(bytes: Uint8Array): Uint8Array {
  return bytes.slice();
}

/**
 * A capture as the search worker takes it: bytes copied, since those of many captures may be parts of one
 * large buffer.
 */
export function searchedCapture(open: OpenCapture): Searched {
  const { label, capture, content } = open;
  const editing = editingOf(open);
  const isEdited =
    editing !== undefined && (editing.document.bytes !== editing.original || editing.undo.length > 0);
  const shown =
    editing !== undefined
      ? {
          kind: "payload" as const,
          bytes: copied(editing.document.bytes),
          ...(editing.isDraft && { xml: editing.text() }),
        }
      : content?.kind === "text"
        ? content
        : undefined;
  const payload = shown?.kind === "payload" ? shown.bytes : copied(capture?.payload ?? new Uint8Array(0));
  return {
    label,
    direction: capture?.direction,
    command: capture?.command,
    version: capture?.version,
    http: capture?.http,
    contentType: capture?.contentType,
    parts: capture?.parts?.map(copied),
    payload,
    content: shown,
    isEdited,
    isDraft: editing?.isDraft ?? false,
  };
}

/**
 * What changes when a capture's payload does, and only then: results of a search that was made with another
 * are out of date.
 */
export function payloadKey(open: OpenCapture | undefined): unknown {
  const editing = editingOf(open);
  if (editing !== undefined && editing.document.bytes !== editing.original) return editing.document.bytes;
  return open?.capture ?? editing?.original;
}

/** How many bytes a capture has to be searched. */
export function searchedSize({ capture, content }: OpenCapture): number {
  const shown =
    content?.kind === "payload" ? content.editing.document.bytes.length : (capture?.payload.length ?? 0);
  return (capture?.parts ?? []).reduce((sum, part) => sum + part.length, shown);
}
