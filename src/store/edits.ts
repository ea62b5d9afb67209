import { mapOffset, type Patch } from "../bytes/patch";
import type { ByteRange } from "../bytes/range";
import type { Capture, Reading } from "../formats/format";
import { contentOfCapture, contentOfXml, type MessageContent } from "../session/content";
import { type Editing, editBytes, editXml, redo, startEditing, undo } from "./editing";
import {
  type CaptureContent,
  editingOf,
  fresh,
  type Inspector,
  noTrail,
  type OpenCapture,
  type Place,
  type Trail,
  useInspector,
} from "./inspector";

/**
 * Content as it is shown: a payload can be edited, with its XML as it was written; what can't be encoded is a
 * draft beside an empty payload.
 */
function editable(content: MessageContent): CaptureContent {
  if (content.kind === "text") return content;
  const editing = startEditing(content.bytes);
  return {
    kind: "payload",
    editing: content.xml === undefined ? editing : { ...editXml(editing, content.xml, 0), undo: [] },
  };
}

/** A capture with its content made, if that was not done before. */
function shown(open: OpenCapture): OpenCapture {
  return open.content !== undefined || open.capture === undefined
    ? open
    : { ...open, content: editable(contentOfCapture(open.capture)) };
}

function showAt(captures: readonly OpenCapture[], index: number): readonly OpenCapture[] {
  return captures.map((open, i) => (i === index ? shown(open) : open));
}

/** Shows another of the captures that are open. */
export function showCapture(index: number): void {
  useInspector.setState(({ captures }) => ({ ...fresh, current: index, captures: showAt(captures, index) }));
}

/** The first capture worth looking at: one that has a body. */
function firstWithBody(captures: readonly Capture[]): number {
  return Math.max(
    0,
    captures.findIndex(({ payload }) => payload.length > 0),
  );
}

/**
 * Opens what an input was read as. Where it holds no capture, what is open stays, and what was wrong is said.
 */
export function openReading(reading: Reading): void {
  if (reading.captures.length === 0) {
    const announcement = `Could not be read. ${reading.problems.map(({ message }) => message).join(" ")}`;
    useInspector.setState({ reading, announcement });
    return;
  }
  const current = firstWithBody(reading.captures);
  const captures = reading.captures.map((capture) => ({ label: capture.label, capture, content: undefined }));
  useInspector.setState({
    ...fresh,
    trail: noTrail,
    current,
    reading,
    captures: showAt(captures, current),
    announcement: reading.summary,
  });
}

/** Opens the payload that an XML text stands for. */
export function openXml(label: string, xml: string): void {
  const captures = [{ label, capture: undefined, content: editable(contentOfXml(xml)) }];
  useInspector.setState({
    ...fresh,
    trail: noTrail,
    reading: undefined,
    captures,
    announcement: `${label} opened`,
  });
}

/** Puts captures behind those that are open, and shows the first of them. */
export function addCaptures(added: readonly Capture[], announcement: string): void {
  const opened = added.map((capture) => ({ label: capture.label, capture, content: undefined }));
  useInspector.setState(({ captures }) => ({
    ...fresh,
    current: captures.length,
    captures: showAt([...captures, ...opened], captures.length),
    announcement,
  }));
}

/** What edits need to carry along: a selection or a closed element moves with its bytes. */
function carried(state: Inspector, patches: readonly (readonly Patch[])[]): Partial<Inspector> {
  if (patches.every(({ length }) => length === 0)) return {};
  const move = (offset: number): number => patches.reduce((at, some) => mapOffset(at, some), offset);
  const moved = ({ start, end }: ByteRange): ByteRange => ({ start: move(start), end: move(end) });
  const { selection, trail, current } = state;
  const movedPlaces = (places: readonly Place[]): readonly Place[] =>
    places.map((place) => (place.capture === current ? { ...place, range: moved(place.range) } : place));
  return {
    selection: selection && { range: moved(selection.range), by: selection.by },
    trail: { ...trail, back: movedPlaces(trail.back), forward: movedPlaces(trail.forward) },
    hover: undefined,
    collapsed: new Set([...state.collapsed].map(move)),
  };
}

function withEditing(state: Inspector, editing: Editing): readonly OpenCapture[] {
  return state.captures.map((open, i) =>
    i === state.current ? { ...open, content: { kind: "payload", editing } } : open,
  );
}

function history(state: Inspector, move: typeof undo): Partial<Inspector> {
  const editing = editingOf(state.captures[state.current]);
  const moved = editing && move(editing);
  if (moved === undefined) return {};
  return { captures: withEditing(state, moved.editing), ...carried(state, moved.patches) };
}

/**
 * The text of the open payload has become `text`. `name` is what the undo menu calls the step; without one it
 * is called after what it touches.
 */
export function editText(text: string, name?: string): void {
  useInspector.setState((state) => {
    const before = editingOf(state.captures[state.current]);
    const editing = before && editXml(before, text, Date.now(), name);
    if (editing === undefined || editing === before) return {};
    const step = editing.undo.at(-1)?.steps.at(-1);
    return { captures: withEditing(state, editing), ...carried(state, [step?.patches ?? []]) };
  });
}

/** The bytes of the open payload are patched; `name` is what the undo menu calls it. */
export function patchBytes(patches: readonly Patch[], name: string): void {
  useInspector.setState((state) => {
    const before = editingOf(state.captures[state.current]);
    const editing = before && editBytes(before, patches, name, Date.now());
    if (editing === undefined || editing === before) return {};
    return { captures: withEditing(state, editing), ...carried(state, [patches]) };
  });
}

/** Goes to a place: in another capture, if it lies there. */
function goTo(state: Inspector, place: Place, trail: Trail): Partial<Inspector> {
  const pointed = { range: place.range, by: "go" as const };
  if (place.capture === state.current) return { selection: pointed, trail };
  return {
    ...fresh,
    current: place.capture,
    captures: showAt(state.captures, place.capture),
    selection: pointed,
    trail,
  };
}

/** Selects the place that was selected before the one that is; where there is none, nothing happens. */
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

/** Selects the place that was left by going back; where there is none, nothing happens. */
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

/** Takes the last change of the open payload back. */
export function undoEdit(): void {
  useInspector.setState((state) => history(state, undo));
}

/** Brings the last change that was taken back again. */
export function redoEdit(): void {
  useInspector.setState((state) => history(state, redo));
}
