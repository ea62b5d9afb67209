import { create } from "zustand";
import type { Patch } from "../bytes/patch";
import { type LinkedDocument, withBytes } from "../document/open";
import { inferContext, knowContext } from "../session/context";
import { openBodyInWorker } from "./documentClient";
import type { Editing, OpenBytes } from "./editing";
import { editingOf, useInspector } from "./inspector";

/*
 * Edits of a payload that is too large to be decoded on the page's thread. Where the bytes keep their number,
 * as when they are overwritten, the new ones are shown at once with the tokens of the old ones, and the
 * worker decodes them while the user goes on. Where it changes, the edit waits for the worker.
 */

/** An edit that waits for the worker: what is being done with the step of that name. */
interface WaitingEdit {
  readonly what: "Applying" | "Undoing" | "Redoing";
  readonly name: string;
  /** The bytes of the payload before the edit. */
  readonly bytes: Uint8Array;
  readonly cancel: () => void;
}

/** What is being done, and with which step. */
type Step = Pick<WaitingEdit, "what" | "name">;

/** The edit that waits for the worker. */
export const useLargeEdit = create<{
  readonly waiting: WaitingEdit | undefined;
  /** Why the last edit was not made, and the bytes of the payload that it was about. */
  readonly refused: { readonly reason: string; readonly bytes: Uint8Array } | undefined;
}>()(() => ({ waiting: undefined, refused: undefined }));

function refuse(bytes: Uint8Array, reason: string): void {
  useLargeEdit.setState({ refused: { reason, bytes } });
}

/** The bytes of the payload that is shown, before any edit of it that waits. */
function shownBytes(): Uint8Array | undefined {
  const { captures, current } = useInspector.getState();
  return editingOf(captures[current])?.document.bytes;
}

/** What is to be done after the edit that waits: something that the user did, or what completes that edit. */
interface Queued {
  readonly run: () => void;
  readonly kind: "act" | "completion";
}

const queue: Queued[] = [];

/**
 * Does something now or, if an edit of the payload that is shown waits for the worker, when that edit has
 * been made, after what was to be done then before. If the edit is not made, or another payload is shown
 * meanwhile, it is not done, and that is said; but not of a `completion`, which only completes an edit: what
 * tells of it, what selects its result.
 */
export function afterLargeEdit(run: () => void, kind: Queued["kind"] = "act"): void {
  const { waiting } = useLargeEdit.getState();
  if (waiting === undefined || waiting.bytes !== shownBytes()) run();
  else queue.push({ run, kind });
}

/** Empties the queue. Returns whether the user did anything that was in it. */
function dropQueue(): boolean {
  return queue.splice(0).some(({ kind }) => kind === "act");
}

function runQueue(): void {
  for (const { run, kind } of queue.splice(0)) afterLargeEdit(run, kind);
}

/**
 * Drops the queue of an edit of these bytes when another payload is shown, also if the user comes back: the
 * selection that it would be about is gone. Returns how to stop, which returns whether the user did anything
 * that was dropped.
 */
function dropQueueOnLeaving(bytes: Uint8Array): () => boolean {
  let isDropped = false;
  const stop = useInspector.subscribe(() => {
    if (bytes !== shownBytes() && dropQueue()) isDropped = true;
  });
  return () => {
    stop();
    return isDropped;
  };
}

interface Changed {
  readonly editing: Editing;
  readonly patches: readonly (readonly Patch[])[];
}

/** The bytes that a change leads to, and what it makes of a document of them. */
function tryChange(before: Editing, change: (editing: Editing, open: OpenBytes) => Changed | undefined) {
  let bytes: Uint8Array | undefined;
  const made = change(before, (fresh) => {
    bytes = fresh;
    return before.document;
  });
  return made === undefined || bytes === undefined ? undefined : { bytes, ...made };
}

const keepsLength = ({ range, bytes }: Patch): boolean => bytes.length === range.end - range.start;

/**
 * Makes a change of a large payload, and shows it: at once, or when the worker has decoded the bytes. Returns
 * false, and says why, if that can't be done yet.
 */
export function changeLarge(
  before: Editing,
  change: (editing: Editing, open: OpenBytes) => Changed | undefined,
  show: (made: Changed) => void,
): boolean {
  const { waiting } = useLargeEdit.getState();
  if (waiting !== undefined) {
    const isOfThis = waiting.bytes === before.document.bytes;
    const which = isOfThis ? "The change before this one" : "A change of another payload";
    refuse(before.document.bytes, `${which} is still being applied.`);
    return false;
  }
  const made = tryChange(before, change);
  if (made === undefined) return true;
  useLargeEdit.setState({ refused: undefined });
  const { bytes, patches } = made;
  if (patches.flat().every(keepsLength)) {
    stopDecoding(before.document.bytes);
    const document = withBytes(before.document, bytes);
    knowContext(document, inferContext(before.document)); // reading every token is left to the worker, too
    show(withDocument(made, document));
    decodeSoon(bytes);
  } else
    void showDecoded(before, describeStep(before, made), bytes, (document) =>
      show(withDocument(made, document)),
    );
  return true;
}

function describeStep(before: Editing, { editing }: Changed): Step {
  const step = editing.undo.at(-1);
  const undone = before.undo.at(-1);
  if (undone !== undefined && editing.redo.at(-1) === undone) return { what: "Undoing", name: undone.name };
  const what = step !== undefined && step === before.redo.at(-1) ? "Redoing" : "Applying";
  return { what, name: step?.name ?? "the change" };
}

function withDocument({ editing, patches }: Changed, document: LinkedDocument): Changed {
  return { editing: { ...editing, document, text: () => document.xml, typed: undefined }, patches };
}

async function decode(bytes: Uint8Array, signal: AbortSignal): Promise<LinkedDocument | undefined> {
  const content = await openBodyInWorker({ payload: bytes }, signal);
  return content.kind === "payload" ? content.editing.document : undefined;
}

const DROPPED = "What you did while the last change was applied was not done, because you left the payload.";

async function showDecoded(
  before: Editing,
  step: Step,
  bytes: Uint8Array,
  show: (document: LinkedDocument) => void,
): Promise<void> {
  const own = new AbortController();
  const cancel = (): void => own.abort();
  const old = before.document.bytes;
  const isUndecoded = stopDecoding(old);
  const stopWatching = dropQueueOnLeaving(old);
  useLargeEdit.setState({ waiting: { ...step, bytes: old, cancel } });
  try {
    const document = await decode(bytes, own.signal);
    const isDropped = stopWatching();
    if (document !== undefined) show(document);
    const { refused } = useLargeEdit.getState(); // what was asked for meanwhile, and is still to be told
    if (isDropped) refuse(bytes, DROPPED);
    else if (refused?.bytes === old) refuse(bytes, refused.reason);
  } catch (error) {
    const reason = own.signal.aborted ? undefined : error instanceof Error ? error.message : String(error);
    const isFollowed = dropQueue();
    refuse(old, describeFailure(step, reason, stopWatching() || isFollowed));
    if (isUndecoded) decodeSoon(old);
  } finally {
    useLargeEdit.setState({ waiting: undefined });
    runQueue();
  }
}

function describeFailure({ what, name }: Step, reason: string | undefined, isFollowed: boolean): string {
  const step = what === "Applying" ? name : `${what} ${name}`;
  const text = reason === undefined ? `${step} was cancelled.` : `${step} failed: ${reason}.`;
  return isFollowed ? `${text} What you did after it was not done either.` : text;
}

/** How long to wait for further bytes, in milliseconds, before those that were written are decoded. */
const PAUSE = 300;

/** By the bytes that are shown with the tokens of those before: how to stop decoding them. */
const undecoded = new Map<Uint8Array, () => void>();

/** Returns whether these bytes were still to be decoded. */
function stopDecoding(bytes: Uint8Array): boolean {
  undecoded.get(bytes)?.();
  return undecoded.delete(bytes);
}

/** Decodes bytes that are shown with the tokens of those before, unless others follow soon. */
function decodeSoon(bytes: Uint8Array): void {
  const own = new AbortController();
  const timer = setTimeout(() => void decodeShown(bytes, own.signal), PAUSE);
  undecoded.set(bytes, () => {
    clearTimeout(timer);
    own.abort();
  });
}

async function decodeShown(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  try {
    const document = await decode(bytes, signal);
    if (document !== undefined) putDocument(bytes, document);
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    refuse(bytes, `The new bytes could not be decoded: ${reason}.`);
  }
  undecoded.delete(bytes);
}

function putDocument(bytes: Uint8Array, document: LinkedDocument): void {
  useInspector.setState(({ captures }) => ({
    captures: captures.map((open) => {
      const editing = editingOf(open);
      if (editing?.document.bytes !== bytes) return open;
      const decoded = { ...editing, document, text: () => document.xml };
      return { ...open, content: { kind: "payload" as const, editing: decoded } };
    }),
  }));
}
