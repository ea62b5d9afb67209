import { applyPatches, invertPatches, type Patch, patchBetween } from "../bytes/patch";
import { applyTextEdit, invertTextEdit, type TextEdit, textEdit } from "../bytes/textEdit";
import { type LinkedDocument, openDocument } from "../document/open";
import type { Problem } from "../document/problem";
import { editDocument, reviseDocument } from "../document/revise/revise";
import { easCodeSpace } from "../eas/codeSpace";

export { textEdit };

/**
 * Above this many bytes a payload's whole text is more than an editor carries well: it is edited in its
 * bytes, and in parts.
 */
const LARGEST_WITH_TEXT = 4_000_000;

/** Whether a payload is edited in its whole XML text too. */
export function isEditedAsText({ bytes }: LinkedDocument): boolean {
  return bytes.length <= LARGEST_WITH_TEXT;
}

/**
 * One change as it can be taken back: of the text, and with it of the bytes where the text could be encoded.
 */
interface Step {
  /** `undefined` for a change of bytes whose text is what they give, and was not made for it. */
  readonly text: TextEdit | undefined;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** What one undo takes back: changes that belong together, such as typing without a pause. */
export interface HistoryEntry {
  readonly name: string;
  /** When its last change was made, in milliseconds. */
  readonly at: number;
  readonly steps: readonly Step[];
}

/** A payload being edited: what it was, the last text that was a document, and the text as it stands now. */
export interface Editing {
  readonly original: Uint8Array;
  readonly document: LinkedDocument;
  /** The XML as it stands in the editor; the document's own where it is that. */
  readonly text: () => string;
  /** Whether the text is a draft: it can't be encoded, and the document is the last one that could. */
  readonly isDraft: boolean;
  /** What is wrong or noteworthy in the text. */
  readonly problems: readonly Problem[];
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

/** A payload as it was opened. */
export function startEditing(bytes: Uint8Array): Editing {
  const document = openDocument(bytes, easCodeSpace);
  return {
    original: bytes,
    document,
    text: () => document.xml,
    isDraft: false,
    problems: [],
    undo: [],
    redo: [],
  };
}

/**
 * The editing after its text has become `text` at a time (milliseconds). A text that can't be encoded is kept
 * as a draft. A step without a name is called after what it touches.
 */
export function editXml(editing: Editing, text: string, at: number, name?: string): Editing {
  const change = textEdit(editing.text(), text);
  if (change === undefined) return editing;
  const settled = settle(editing, text);
  const { bytes } = editing.document;
  const step = { text: change, patches: settled.patches, inverse: invertPatches(bytes, settled.patches) };
  const steps =
    name === undefined ? remember(editing, step, at) : [...editing.undo, { name, at, steps: [step] }];
  return { ...editing, ...settled.next, undo: steps, redo: [] };
}

/**
 * The editing after its bytes were patched, by a fix or an edit of bytes. The text becomes what the new bytes
 * say.
 */
export function editBytes(editing: Editing, patches: readonly Patch[], name: string, at: number): Editing {
  if (patches.length === 0 || editing.isDraft) return editing;
  const document = openDocument(applyPatches(editing.document.bytes, patches), editing.document.codeSpace);
  const text = isEditedAsText(editing.document)
    ? (textEdit(editing.text(), document.xml) ?? NO_CHANGE)
    : undefined;
  const step = { text, patches, inverse: invertPatches(editing.document.bytes, patches) };
  const entry = { name, at, steps: [step] };
  return {
    ...editing,
    document,
    text: () => document.xml,
    problems: [],
    undo: [...editing.undo, entry],
    redo: [],
  };
}

const NO_CHANGE: TextEdit = { from: 0, removed: "", inserted: "" };

interface Settled {
  readonly patches: readonly Patch[];
  readonly next: Pick<Editing, "document" | "text" | "isDraft" | "problems">;
}

/** What a text makes of a document: the next document, or a draft beside the last one. */
function settle({ document }: Editing, text: string): Settled {
  const { patches, problems, document: next } = editDocument(document, text);
  const isDraft = next === undefined;
  return { patches, next: { document: next ?? document, text: () => text, isDraft, problems } };
}

const PAUSE = 1000;

function remember({ undo: before, document }: Editing, step: Step, at: number): readonly HistoryEntry[] {
  const last = before.at(-1);
  const typed = last?.steps.at(-1)?.text;
  const { text } = step;
  const follows =
    typed !== undefined &&
    text !== undefined &&
    text.from === typed.from + typed.inserted.length &&
    text.removed === "";
  const typing = follows && text.inserted.length === 1 && text.inserted !== "\n";
  if (last !== undefined && typing && at - last.at < PAUSE)
    return [...before.slice(0, -1), { ...last, at, steps: [...last.steps, step] }];
  return [...before, { name: nameOf(document, text?.from ?? 0), at, steps: [step] }];
}

/** "Edit SyncKey": after the innermost element whose text the change touches. */
function nameOf(document: LinkedDocument, at: number): string {
  const { nodes } = document.plan();
  const inside = nodes.findLast(
    (node) => node.kind === "element" && node.range.from <= at && at <= node.range.to,
  );
  const name =
    inside?.kind === "element" ? document.codeSpace.tag(inside.page, inside.identity)?.name : undefined;
  return name === undefined ? "Edit" : `Edit ${name}`;
}

/**
 * The editing one history entry back, and the patches that took the bytes there; `undefined` where there is
 * none.
 */
export function undo(
  editing: Editing,
): { readonly editing: Editing; readonly patches: readonly (readonly Patch[])[] } | undefined {
  const entry = editing.undo.at(-1);
  if (entry === undefined) return undefined;
  const steps = [...entry.steps]
    .reverse()
    .map(({ text, inverse }) => ({ text: text && invertTextEdit(text), patches: inverse }));
  const moved = moveThrough(editing, steps);
  return {
    editing: { ...moved, undo: editing.undo.slice(0, -1), redo: [...editing.redo, entry] },
    patches: steps.map(({ patches }) => patches),
  };
}

/**
 * The editing one undone history entry forward again, and the patches that took the bytes there; `undefined`
 * where there is none.
 */
export function redo(
  editing: Editing,
): { readonly editing: Editing; readonly patches: readonly (readonly Patch[])[] } | undefined {
  const entry = editing.redo.at(-1);
  if (entry === undefined) return undefined;
  const moved = moveThrough(editing, entry.steps);
  return {
    editing: { ...moved, undo: [...editing.undo, entry], redo: editing.redo.slice(0, -1) },
    patches: entry.steps.map(({ patches }) => patches),
  };
}

function moveThrough(editing: Editing, steps: readonly Pick<Step, "text" | "patches">[]): Editing {
  const bytes = steps.reduce(
    (before, step) => (step.patches.length === 0 ? before : applyPatches(before, step.patches)),
    editing.document.bytes,
  );
  const document =
    bytes === editing.document.bytes ? editing.document : openDocument(bytes, editing.document.codeSpace);
  if (steps.some((step) => step.text === undefined))
    return { ...editing, document, text: () => document.xml, isDraft: false, problems: [] };
  const text = steps.reduce(
    (before, step) => (step.text === undefined ? before : applyTextEdit(before, step.text)),
    editing.text(),
  );
  const { next } = settle({ ...editing, document }, text);
  return { ...editing, ...next };
}

/**
 * The patches from the payload as it was opened to the one it is now, as small as matching the two documents
 * makes them.
 */
export function changesSinceOpened({
  original,
  document,
}: Pick<Editing, "original" | "document">): readonly Patch[] {
  if (original === document.bytes) return [];
  const whole = patchBetween(original, document.bytes);
  if (!isEditedAsText(document)) return whole;
  const { patches } = reviseDocument(openDocument(original, document.codeSpace), document.xml);
  return patches.length > 0 && touched(patches) < touched(whole) ? patches : whole;
}

/** How many bytes patches take out and put in. */
function touched(patches: readonly Patch[]): number {
  return patches.reduce((sum, { range, bytes }) => sum + range.end - range.start + bytes.length, 0);
}
