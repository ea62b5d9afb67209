import type { Capture } from "../formats/format";
import type { ChosenContext } from "../session/messageContext";
import { type Editing, editXml, type HistoryEntry, isEditedAsText, startEditing } from "./editing";
import type { OpenCapture } from "./inspector";

/**
 * An open capture as plain data: the capture as read and, if it was edited, its current state and history.
 */
export interface KeptCapture {
  readonly label: string;
  readonly capture?: Capture;
  readonly edited?: KeptEditing;
  readonly text?: string;
}

interface KeptEditing {
  readonly original: Uint8Array;
  readonly bytes: Uint8Array;
  /** The text, if it is not the one that the bytes render to. */
  readonly text?: string;
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

/** What is stored besides the captures. */
export interface KeptView {
  readonly current: number;
  readonly context: ChosenContext;
  readonly selection?: { readonly start: number; readonly end: number };
}

/** Converts an open capture to plain data. One that was only viewed is stored as read. */
export function keepCapture({ label, capture, content }: OpenCapture): KeptCapture {
  const read = { label, ...(capture && { capture }) };
  if (content?.kind === "text") return { ...read, text: content.text };
  if (content === undefined || (capture !== undefined && isUntouched(content.editing))) return read;
  return { ...read, edited: keepEditing(content.editing) };
}

function isUntouched({ undo, redo, isDraft, document, original }: Editing): boolean {
  return undo.length === 0 && redo.length === 0 && !isDraft && document.bytes === original;
}

function keepEditing({ original, document, text, undo, redo }: Editing): KeptEditing {
  const { bytes } = document;
  if (!isEditedAsText(document)) return { original, bytes, undo, redo };
  const shown = text();
  const given = startEditing(bytes).text();
  return { original, bytes, ...(shown !== given && { text: shown }), undo, redo };
}

/** Opens a stored capture again. The content of one that was not edited is created when it is first shown. */
export function restoreCapture({ label, capture, edited, text }: KeptCapture): OpenCapture {
  const read = { label, capture };
  if (edited !== undefined) return { ...read, content: { kind: "payload", editing: restoreEditing(edited) } };
  return {
    ...read,
    content: capture === undefined && text !== undefined ? { kind: "text", text } : undefined,
  };
}

function restoreEditing({ original, bytes, text, undo, redo }: KeptEditing): Editing {
  const start = { ...startEditing(bytes), original };
  return { ...(text === undefined ? start : editXml(start, text, 0)), undo, redo };
}

/** Approximately how many bytes a capture takes when it is stored. */
export function estimateKeptSize({ capture, content }: OpenCapture): number {
  const parts = capture?.parts?.reduce((sum, part) => sum + part.length, 0) ?? 0;
  const edited =
    content?.kind === "payload" ? content.editing.document.bytes.length : (content?.text.length ?? 0);
  return (capture?.payload.length ?? 0) + parts + edited;
}
