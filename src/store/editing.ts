import { applyPatches, diffBytes, invertPatches, type Patch } from "../bytes/patch";
import { applyTextEdit, diffText, invertTextEdit, type TextEdit } from "../bytes/textEdit";
import { type LinkedDocument, openDocument } from "../document/open";
import type { Problem } from "../document/problem";
import { type Edit, editDocument, reviseDocument } from "../document/revise/revise";
import { hasWholeText } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { EDIT_XML, nameXmlEdit } from "./stepNames";

/** One change that can be undone: of the text, and of the bytes if the text could be encoded. */
interface EditStep {
  /** `undefined` for a change of bytes in a payload that is not edited as text. */
  readonly text: TextEdit | undefined;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** What one undo reverts: changes that belong together, such as typing without a pause. */
export interface HistoryEntry {
  readonly name: string;
  /** When its last change was made, in milliseconds since the epoch. */
  readonly at: number;
  readonly steps: readonly EditStep[];
}

/**
 * A payload being edited: the original bytes, the last document that could be encoded, and the current text.
 */
export interface Editing {
  readonly original: Uint8Array;
  readonly document: LinkedDocument;
  /** The current XML in the editor. */
  readonly text: () => string;
  /** The text, if a person wrote it; `undefined` if it is the XML of the document. */
  readonly typed: string | undefined;
  /** Whether the text is a draft: it cannot be encoded, and `document` is the last one that could. */
  readonly isDraft: boolean;
  /** Errors and notes about the text. */
  readonly problems: readonly Problem[];
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
}

/** Makes the document of bytes. */
export type OpenBytes = (bytes: Uint8Array) => LinkedDocument;

const openBytes: OpenBytes = (bytes) => openDocument(bytes, easCodeSpace);

/** Starts editing a payload. */
export function startEditing(bytes: Uint8Array): Editing {
  return startEditingDocument(openDocument(bytes, easCodeSpace));
}

/** Starts editing a payload that is open already; with the XML that a person wrote, if there is one. */
export function startEditingDocument(
  document: LinkedDocument,
  typed?: { readonly text: string; readonly isDraft: boolean; readonly problems: readonly Problem[] },
): Editing {
  return {
    original: document.bytes,
    document,
    text: typed === undefined ? () => document.xml : () => typed.text,
    typed: typed?.text,
    isDraft: typed?.isDraft ?? false,
    problems: typed?.problems ?? [],
    undo: [],
    redo: [],
  };
}

/**
 * Returns the editing with `text` as its text, changed at time `at` (in milliseconds). Text that cannot be
 * encoded is kept as a draft. A step without a name is named after the one element that it changes or, if it
 * changes more, by `otherwise`.
 */
export function editXml(
  editing: Editing,
  text: string,
  at: number,
  name?: string,
  otherwise: string = EDIT_XML,
): Editing {
  const change = diffText(editing.text(), text);
  if (change === undefined) return editing;
  const { document } = editing;
  const edit = editDocument(document, text);
  const step = { text: change, patches: edit.patches, inverse: invertPatches(document.bytes, edit.patches) };
  const told = name ?? (edit.document && nameXmlEdit(document, edit.document));
  const steps =
    name === undefined
      ? remember(editing, step, at, told, otherwise)
      : [...editing.undo, { name, at, steps: [step] }];
  return { ...editing, ...showEdit(document, edit), text: () => text, typed: text, undo: steps, redo: [] };
}

/**
 * Returns the editing with its bytes patched, by a fix or an edit of bytes. The text is rendered from the new
 * bytes.
 */
export function editBytes(
  editing: Editing,
  patches: readonly Patch[],
  name: string,
  at: number,
  open: OpenBytes = openBytes,
): Editing {
  if (patches.length === 0 || editing.isDraft) return editing;
  const document = open(applyPatches(editing.document.bytes, patches));
  const text = hasWholeText(editing.document)
    ? (diffText(editing.text(), document.xml) ?? NO_CHANGE)
    : undefined;
  const step = { text, patches, inverse: invertPatches(editing.document.bytes, patches) };
  const entry = { name, at, steps: [step] };
  return {
    ...editing,
    document,
    text: () => document.xml,
    typed: undefined,
    problems: [],
    undo: [...editing.undo, entry],
    redo: [],
  };
}

const NO_CHANGE: TextEdit = { from: 0, removed: "", inserted: "" };

/**
 * What an edit shows: the document of its text, or that text as a draft together with the previous document.
 */
function showEdit(
  before: LinkedDocument,
  { document, problems }: Edit,
): Pick<Editing, "document" | "isDraft" | "problems"> {
  return { document: document ?? before, isDraft: document === undefined, problems };
}

const PAUSE = 1000;

/** Adds a step to the history, or to its last entry if that is typed on. */
function remember(
  { undo: before }: Editing,
  step: EditStep,
  at: number,
  name: string | undefined,
  otherwise: string,
): readonly HistoryEntry[] {
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
    return [...before.slice(0, -1), { name: name ?? last.name, at, steps: [...last.steps, step] }];
  return [...before, { name: name ?? otherwise, at, steps: [step] }];
}

/**
 * Goes one history entry back. Returns the editing and the patches applied to its bytes, or `undefined` if
 * there is nothing to undo.
 */
export function undo(
  editing: Editing,
  open: OpenBytes = openBytes,
): { readonly editing: Editing; readonly patches: readonly (readonly Patch[])[] } | undefined {
  const entry = editing.undo.at(-1);
  if (entry === undefined) return undefined;
  const steps = [...entry.steps]
    .reverse()
    .map(({ text, inverse }) => ({ text: text && invertTextEdit(text), patches: inverse }));
  const moved = moveThrough(editing, steps, open);
  return {
    editing: { ...moved, undo: editing.undo.slice(0, -1), redo: [...editing.redo, entry] },
    patches: steps.map(({ patches }) => patches),
  };
}

/**
 * Goes one undone history entry forward again. Returns the editing and the patches applied to its bytes, or
 * `undefined` if there is nothing to redo.
 */
export function redo(
  editing: Editing,
  open: OpenBytes = openBytes,
): { readonly editing: Editing; readonly patches: readonly (readonly Patch[])[] } | undefined {
  const entry = editing.redo.at(-1);
  if (entry === undefined) return undefined;
  const moved = moveThrough(editing, entry.steps, open);
  return {
    editing: { ...moved, undo: [...editing.undo, entry], redo: editing.redo.slice(0, -1) },
    patches: entry.steps.map(({ patches }) => patches),
  };
}

function moveThrough(
  editing: Editing,
  steps: readonly Pick<EditStep, "text" | "patches">[],
  open: OpenBytes,
): Editing {
  const bytes = steps.reduce(
    (before, step) => (step.patches.length === 0 ? before : applyPatches(before, step.patches)),
    editing.document.bytes,
  );
  const document = bytes === editing.document.bytes ? editing.document : open(bytes);
  if (steps.some((step) => step.text === undefined))
    return { ...editing, document, text: () => document.xml, typed: undefined, isDraft: false, problems: [] };
  const text = steps.reduce(
    (before, step) => (step.text === undefined ? before : applyTextEdit(before, step.text)),
    editing.text(),
  );
  return { ...editing, ...showEdit(document, editDocument(document, text)), text: () => text, typed: text };
}

const originals = new WeakMap<Uint8Array, LinkedDocument>();

/** The document of the original bytes, with its text and plan: it is compared with after each edit. */
function openOriginal(original: Uint8Array): LinkedDocument {
  const known = originals.get(original) ?? openBytes(original);
  originals.set(original, known);
  return known;
}

/**
 * The patches from the original payload to the current one, as small as matching the two documents can make
 * them.
 */
export function findChangesSinceOpened({
  original,
  document,
}: Pick<Editing, "original" | "document">): readonly Patch[] {
  if (original === document.bytes) return [];
  const whole = diffBytes(original, document.bytes);
  if (!hasWholeText(document)) return whole;
  const { patches } = reviseDocument(openOriginal(original), document.xml);
  return patches.length > 0 && countTouchedBytes(patches) < countTouchedBytes(whole) ? patches : whole;
}

/** How many bytes the patches remove and insert. */
function countTouchedBytes(patches: readonly Patch[]): number {
  return patches.reduce((sum, { range, bytes }) => sum + range.end - range.start + bytes.length, 0);
}
