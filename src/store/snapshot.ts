import { hasWholeText } from "../document/size";
import type { Capture } from "../formats/format";
import type { ChosenContext } from "../session/messageContext";
import type { RequestValues } from "../share/httpMessage";
import { openBodyInWorker } from "./documentClient";
import { type Editing, editXml, type HistoryEntry, startEditing } from "./editing";
import type { CaptureContent, OpenCapture } from "./inspector";
import type { PaneName } from "./panes";
import { isOpenedInWorker } from "./shownContent";

/**
 * An open capture as plain data: the capture as read and, if it was edited, its current state and history.
 */
export interface KeptCapture {
  readonly label: string;
  readonly title?: string;
  readonly context?: ChosenContext;
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
  /** Written by earlier versions of the page, which had one context for all captures. */
  readonly context?: ChosenContext;
  readonly selection?: { readonly start: number; readonly end: number };
  /** What requests are sent with when they are exported. */
  readonly resend?: RequestValues;
  /** The pane that was shown, where the panes are tabs. */
  readonly pane?: PaneName;
}

/** Converts an open capture to plain data. One that was only viewed is stored as read. */
export function keepCapture(open: OpenCapture): KeptCapture {
  const { label, title, capture, context } = open;
  const read = {
    label,
    ...(title !== undefined && { title }),
    ...(capture && { capture }),
    ...(context && { context }),
  };
  const content = findChangedContent(open);
  if (content === undefined) return read;
  if (content.kind === "text") return { ...read, text: content.text };
  return { ...read, edited: keepEditing(content.editing) };
}

/**
 * The parts of an open capture that `keepCapture` converts. As long as each of them is the same, so is what
 * it returns.
 */
export function listKeptParts(open: OpenCapture): readonly unknown[] {
  const { label, title, capture, context } = open;
  const content = findChangedContent(open);
  const own = content?.kind === "payload" ? content.editing : content?.text;
  return [label, title, context, own, ...Object.entries(capture ?? {}).flat()];
}

/** The content, unless it can be made from the capture as read. */
function findChangedContent({ capture, content }: OpenCapture): CaptureContent | undefined {
  if (content === undefined || capture === undefined) return content;
  return content.kind === "text" || isUntouched(content.editing) ? undefined : content;
}

function isUntouched({ undo, redo, isDraft, document, original }: Editing): boolean {
  return undo.length === 0 && redo.length === 0 && !isDraft && document.bytes === original;
}

function keepEditing({ original, document, text, undo, redo }: Editing): KeptEditing {
  const { bytes } = document;
  if (!hasWholeText(document)) return { original, bytes, undo, redo };
  const shown = text();
  const given = startEditing(bytes).text();
  return { original, bytes, ...(shown !== given && { text: shown }), undo, redo };
}

/**
 * Opens a stored capture again, a large one that was edited with the help of the worker. The content of one
 * that was not edited is created when it is first shown. One that an earlier version of the page stored
 * without a capture, as it did with examples, gets one.
 */
export async function restoreCapture({
  label,
  title,
  capture,
  edited,
  text,
  context,
}: KeptCapture): Promise<OpenCapture> {
  const read = {
    label,
    ...(title !== undefined && { title }),
    capture: capture ?? makeCapture(label, edited, text),
    ...(context && { context }),
  };
  if (edited === undefined) return { ...read, content: undefined };
  return { ...read, content: { kind: "payload", editing: await restoreEditing(edited) } };
}

function makeCapture(label: string, edited: KeptEditing | undefined, text: string | undefined): Capture {
  const payload = edited?.original ?? new TextEncoder().encode(text ?? "");
  const contentType = edited === undefined ? "text/plain" : "application/vnd.ms-sync.wbxml";
  return { label, direction: undefined, payload, contentType, origin: {}, problems: [] };
}

async function restoreEditing({ original, bytes, text, undo, redo }: KeptEditing): Promise<Editing> {
  const start = { ...(await openEdited(bytes)), original };
  return { ...(text === undefined ? start : editXml(start, text, 0)), undo, redo };
}

/** What the worker can't open is opened here: slowly, but not lost. */
async function openEdited(bytes: Uint8Array): Promise<Editing> {
  if (!isOpenedInWorker({ payload: bytes })) return startEditing(bytes);
  try {
    const content = await openBodyInWorker({ payload: bytes }, new AbortController().signal);
    if (content.kind === "payload") return content.editing;
  } catch (error) {
    console.error("What was edited could not be opened in the worker.", error);
  }
  return startEditing(bytes);
}

/** Approximately how many bytes a capture takes when it is stored. */
export function estimateKeptSize(open: OpenCapture): number {
  const { capture } = open;
  const parts = capture?.parts?.reduce((sum, part) => sum + part.length, 0) ?? 0;
  return (capture?.payload.length ?? 0) + parts + estimateContentSize(open);
}

function estimateContentSize(open: OpenCapture): number {
  const content = findChangedContent(open);
  if (content === undefined) return 0;
  if (content.kind === "text") return content.text.length;
  const { document, original } = content.editing;
  return document.bytes.length + (original === open.capture?.payload ? 0 : original.length);
}
