import { mapOffset, type Patch } from "../bytes/patch";
import type { ByteRange } from "../bytes/range";
import { hasWholeText } from "../document/size";
import { openBody } from "./documentClient";
import { type Editing, editBytes, editXml, type OpenBytes, redo, undo } from "./editing";
import {
  editingOf,
  freshView,
  type Inspector,
  type OpenCapture,
  type Trail,
  type TrailPlace,
  useInspector,
} from "./inspector";
import { afterLargeEdit, changeLarge } from "./largeEdits";
import { isOpenedInWorker } from "./shownContent";

/** The capture with its content, which is created on first use; that of a large one follows later. */
function ensureContent(open: OpenCapture): OpenCapture {
  const { capture, content } = open;
  if (content !== undefined || capture === undefined || isOpenedInWorker(capture)) return open;
  return { ...open, content: openBody(capture) };
}

/** The captures, of which the one at `index` has its content. */
export function ensureContentAt(captures: readonly OpenCapture[], index: number): readonly OpenCapture[] {
  return captures.map((open, i) => (i === index ? ensureContent(open) : open));
}

/** Shows another open capture. */
export function showCapture(index: number): void {
  useInspector.setState(({ captures }) => ({
    ...freshView,
    current: index,
    captures: ensureContentAt(captures, index),
  }));
}

/**
 * Moves everything that refers to byte offsets along with an edit: the selection, the trail, and collapsed
 * elements.
 */
function moveWithBytes(state: Inspector, patches: readonly (readonly Patch[])[]): Partial<Inspector> {
  if (patches.every(({ length }) => length === 0)) return {};
  const moveOffset = (offset: number): number => patches.reduce((at, some) => mapOffset(at, some), offset);
  const moveRange = ({ start, end }: ByteRange): ByteRange => ({
    start: moveOffset(start),
    end: moveOffset(end),
  });
  const { selection, trail, current } = state;
  const movePlaces = (places: readonly TrailPlace[]): readonly TrailPlace[] =>
    places.map((place) => (place.capture === current ? { ...place, range: moveRange(place.range) } : place));
  return {
    selection: selection && { range: moveRange(selection.range), by: selection.by },
    trail: { ...trail, back: movePlaces(trail.back), forward: movePlaces(trail.forward) },
    hover: undefined,
    collapsed: new Set([...state.collapsed].map(moveOffset)),
  };
}

function replaceEditing(state: Inspector, editing: Editing): readonly OpenCapture[] {
  return state.captures.map((open, i) =>
    i === state.current ? { ...open, content: { kind: "payload", editing } } : open,
  );
}

/** A change of an editing, and the patches of its bytes, in order; `undefined` if it changes nothing. */
type Change = (
  editing: Editing,
  open?: OpenBytes,
) => { readonly editing: Editing; readonly patches: readonly (readonly Patch[])[] } | undefined;

/**
 * Applies a change to the open payload: at once, or with the help of the worker if it is a large one. Returns
 * false if another such change has to be made first.
 */
function applyChange(change: Change): boolean {
  const { captures, current } = useInspector.getState();
  const before = editingOf(captures[current]);
  if (before === undefined) return true;
  const show = (made: NonNullable<ReturnType<Change>>): void =>
    useInspector.setState((state) => showChange(state, before, made));
  if (!hasWholeText(before.document)) return changeLarge(before, change, show);
  const made = change(before);
  if (made !== undefined) show(made);
  return true;
}

/** Puts a changed editing in the place of the one before; if that is no longer open, nothing changes. */
function showChange(
  state: Inspector,
  before: Editing,
  { editing, patches }: NonNullable<ReturnType<Change>>,
): Partial<Inspector> {
  const isShown = editingOf(state.captures[state.current]) === before;
  const captures = state.captures.map((open) =>
    editingOf(open) === before ? { ...open, content: { kind: "payload" as const, editing } } : open,
  );
  return { captures, ...(isShown && moveWithBytes(state, patches)) };
}

/**
 * Sets the text of the open payload. `name` is the step's name in the undo menu; without one, the step is
 * named after the one element that it changes or, if it changes more, by `otherwise`.
 */
export function editText(text: string, name?: string, otherwise?: string): void {
  useInspector.setState((state) => {
    const before = editingOf(state.captures[state.current]);
    const editing = before && editXml(before, text, Date.now(), name, otherwise);
    if (editing === undefined || editing === before) return {};
    const step = editing.undo.at(-1)?.steps.at(-1);
    return { captures: replaceEditing(state, editing), ...moveWithBytes(state, [step?.patches ?? []]) };
  });
}

/**
 * Patches the bytes of the open payload. `name` is the step's name in the undo menu. Returns false if another
 * change has to be made first: then this one is not made, and the page says so.
 */
export function patchBytes(patches: readonly Patch[], name: string): boolean {
  return applyChange((before, open) => {
    const editing = editBytes(before, patches, name, Date.now(), open);
    return editing === before ? undefined : { editing, patches: [patches] };
  });
}

/** Goes to a place, and shows its capture first if it lies in another one. */
function goTo(state: Inspector, place: TrailPlace, trail: Trail): Partial<Inspector> {
  const pointed = { range: place.range, by: "go" as const };
  if (place.capture === state.current) return { selection: pointed, trail };
  return {
    ...freshView,
    current: place.capture,
    captures: ensureContentAt(state.captures, place.capture),
    selection: pointed,
    trail,
  };
}

/** Selects the previously selected place. Does nothing if there is none. */
export function goBack(): void {
  useInspector.setState((state) => {
    const { trail, selection, current } = state;
    const place = trail.back.at(-1);
    if (place === undefined) return {};
    const here = selection === undefined ? [] : [{ capture: current, range: selection.range }];
    return goTo(state, place, {
      back: trail.back.slice(0, -1),
      forward: [...trail.forward, ...here],
      since: Date.now(),
    });
  });
}

/** Selects the place that was left by going back. Does nothing if there is none. */
export function goForward(): void {
  useInspector.setState((state) => {
    const { trail, selection, current } = state;
    const place = trail.forward.at(-1);
    if (place === undefined) return {};
    const here = selection === undefined ? [] : [{ capture: current, range: selection.range }];
    return goTo(state, place, {
      back: [...trail.back, ...here],
      forward: trail.forward.slice(0, -1),
      since: Date.now(),
    });
  });
}

export { afterLargeEdit };

/** Undoes the last change of the open payload, after one that is still being applied. */
export function undoEdit(): void {
  afterLargeEdit(() => void applyChange(undo));
}

/** Redoes the change that was undone last, after one that is still being applied. */
export function redoEdit(): void {
  afterLargeEdit(() => void applyChange(redo));
}
