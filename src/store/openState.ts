import type { Capture } from "../formats/format";
import { ensureContentAt } from "./edits";
import {
  type ClosedSource,
  editingOf,
  freshView,
  type Inspector,
  isEdited,
  type OpenCapture,
  type Source,
  type Trail,
  type TrailPlace,
  useInspector,
} from "./inspector";

/** What is open at one moment, and what is shown of it. */
export type OpenState = Pick<
  Inspector,
  "captures" | "sources" | "current" | "selection" | "collapsed" | "trail" | "refused"
>;

/** An opening, closing or moving of captures: what was open before and after. `undoStep` takes it back. */
export interface OpenStep {
  readonly before: OpenState;
  readonly after: OpenState;
}

/** What is open now. */
export function takeOpenState(): OpenState {
  const { captures, sources, current, selection, collapsed, trail, refused } = useInspector.getState();
  return { captures, sources, current, selection, collapsed, trail, refused };
}

/** Changes what is open, and returns the step, which can be undone. */
export function takeStep(change: (state: Inspector) => Partial<Inspector>): OpenStep {
  const before = takeOpenState();
  useInspector.setState(change);
  const step = { before, after: takeOpenState() };
  rememberClosed(step);
  return step;
}

/** Keeps what a step closed, so that it can be opened again, and no longer what it has opened again. */
function rememberClosed(step: OpenStep): void {
  const { closed } = useInspector.getState();
  const open = new Set(step.after.captures.map(getIdentity));
  const gone = listClosed(step, open);
  const rest = closed.filter(({ captures }) => !captures.some((one) => open.has(getIdentity(one))));
  if (gone.length > 0 || rest.length < closed.length)
    useInspector.setState({ closed: limitClosed([...gone, ...rest]) });
}

/** What a step closed, by sources. A source that was read in another way was not closed. */
function listClosed({ before, after }: OpenStep, open: ReadonlySet<object>): readonly ClosedSource[] {
  const isOpen = (one: OpenCapture): boolean => open.has(getIdentity(one));
  const bySource = new Map<string, OpenCapture[]>();
  for (const one of before.captures) {
    if (isOpen(one)) continue;
    const same = bySource.get(getSourceName(one));
    if (same === undefined) bySource.set(getSourceName(one), [one]);
    else same.push(one);
  }
  if (bySource.size === 0) return [];
  const kept = new Set(before.captures.filter(isOpen).map(getSourceName));
  const at = Date.now();
  return Array.from(bySource, ([name, gone]): readonly ClosedSource[] => {
    if (!kept.has(name) && findSource(after.sources, name) !== undefined) return [];
    const { reading, pasted } = findSource(before.sources, name) ?? { reading: undefined };
    return [{ name, captures: gone.map(withoutContent), reading, pasted, at }];
  }).flat();
}

/** Content that was not edited is made again when it is shown. */
function withoutContent(open: OpenCapture): OpenCapture {
  return open.capture === undefined || isEdited(open) ? open : { ...open, content: undefined };
}

const MAX_CLOSED = 8;
const MAX_CLOSED_BYTES = 64_000_000;

/** The latest ones, which together take little memory; the very latest is always kept. */
function limitClosed(closed: readonly ClosedSource[]): readonly ClosedSource[] {
  let bytes = 0;
  return closed.slice(0, MAX_CLOSED).filter(({ captures }, index) => {
    for (const open of captures)
      bytes += (open.capture?.payload.length ?? 0) + (editingOf(open)?.document.bytes.length ?? 0);
    return index === 0 || bytes <= MAX_CLOSED_BYTES;
  });
}

/** The name itself, or if it is taken, the name with the first free number from 2 on. */
export function findFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}

/** The name of the source of an open capture. */
export function getSourceName({ capture }: OpenCapture): string {
  return capture?.source ?? "";
}

const firsts = new WeakMap<Capture, Capture>();

/** The open capture with other facts. It stays the same capture for `undoStep`. */
export function withFacts(open: OpenCapture, facts: Partial<Capture>): OpenCapture {
  if (open.capture === undefined) return open;
  const capture = { ...open.capture, ...facts };
  firsts.set(capture, firsts.get(open.capture) ?? open.capture);
  return { ...open, capture };
}

/** What stays the same about an open capture when it is edited or moved to another source. */
export function getIdentity(open: OpenCapture): object {
  return open.capture === undefined ? open : (firsts.get(open.capture) ?? open.capture);
}

/** The trail after captures have moved. `toIndex` returns -1 for a capture that is gone. */
export function moveTrail(trail: Trail, toIndex: (index: number) => number): Trail {
  const move = (places: readonly TrailPlace[]): readonly TrailPlace[] =>
    places.flatMap((place) => {
      const capture = toIndex(place.capture);
      return capture < 0 ? [] : [{ ...place, capture }];
    });
  return { ...trail, back: move(trail.back), forward: move(trail.forward) };
}

/** The sources that captures came from, in the order of the captures. */
export function listSources(
  captures: readonly OpenCapture[],
  find: (name: string) => Source | undefined,
): readonly Source[] {
  const names = new Set(captures.map(getSourceName));
  return Array.from(names, (name) => find(name) ?? { name, reading: undefined });
}

/** Finds a source by its name. */
export function findSource(sources: readonly Source[], name: string): Source | undefined {
  return sources.find((source) => source.name === name);
}

/**
 * The state with other captures open, each of which can also have been open before: the trail follows them,
 * and the capture at `current` is shown.
 */
export function replaceCaptures(
  state: OpenState,
  captures: readonly OpenCapture[],
  current: number,
): Partial<Inspector> {
  const indexes = new Map(captures.map((open, index) => [getIdentity(open), index]));
  const toIndex = (index: number): number => {
    const open = state.captures[index];
    return open === undefined ? -1 : (indexes.get(getIdentity(open)) ?? -1);
  };
  const isShownStill = toIndex(state.current) === current;
  return {
    ...(isShownStill ? {} : freshView),
    ...(captures.length === 0 && { shownPane: undefined }),
    current,
    captures: ensureContentAt(captures, current),
    sources: listSources(captures, (name) => findSource(state.sources, name)),
    trail: moveTrail(state.trail, toIndex),
  };
}

/**
 * Takes a step back, even if other steps or edits followed it. The captures that it opened are closed, and
 * those that it closed are open again. What was edited, opened or closed since then stays so. If nothing was
 * opened or closed since then, the page shows the same place as before the step.
 */
export function undoStep(step: OpenStep): void {
  takeStep((now) => {
    const restored = restoreCaptures(step, now);
    const shown = now.captures[now.current];
    const isIn = (index: number): boolean => index >= 0 && index < restored.length;
    const indexOf = (open: OpenCapture | undefined): number =>
      open === undefined ? -1 : restored.findIndex((other) => getIdentity(other) === getIdentity(open));
    const { before, after } = step;
    const shownBefore = indexOf(before.captures[before.current]);
    if (areSame(now.captures, after.captures)) {
      const view = replaceCaptures(now, restored, Math.max(0, shownBefore));
      const isMoved = restored[shownBefore]?.content !== before.captures[before.current]?.content;
      const { trail, refused, selection, collapsed } = before;
      const place = isMoved ? {} : { selection, collapsed, trail };
      return { ...view, ...place, refused, sources: restoreSources(step, now, restored) };
    }
    const current = [indexOf(shown), shownBefore].find(isIn) ?? 0;
    return { ...replaceCaptures(now, restored, current), sources: restoreSources(step, now, restored) };
  });
}

function areSame(some: readonly OpenCapture[], others: readonly OpenCapture[]): boolean {
  return (
    some.length === others.length &&
    some.every((open, index) => {
      const other = others[index];
      return other !== undefined && getIdentity(open) === getIdentity(other);
    })
  );
}

function restoreCaptures({ before, after }: OpenStep, now: OpenState): readonly OpenCapture[] {
  const latest = new Map(now.captures.map((open) => [getIdentity(open), open]));
  const known = new Set([...before.captures, ...after.captures].map(getIdentity));
  const left = new Set(after.captures.map(getIdentity));
  const since = now.captures.filter((open) => !known.has(getIdentity(open)));
  const taken = new Set(since.map(getSourceName));
  const names = new Map<string, string>();
  const back = before.captures.flatMap((open): readonly OpenCapture[] => {
    const newest = latest.get(getIdentity(open));
    if (newest === undefined && left.has(getIdentity(open))) return []; // closed since then
    const name = getSourceName(open);
    const free = names.get(name) ?? findFreeName(name, taken);
    names.set(name, free);
    const same = newest === undefined ? open : carryOver(open, newest);
    return [free === name ? same : withFacts(same, { source: free })];
  });
  return [...back, ...since];
}

/** The capture as it was before a step, with the content and context that it has now. */
function carryOver(before: OpenCapture, { content, context }: OpenCapture): OpenCapture {
  return content === before.content && context === before.context
    ? before
    : { ...before, content, ...(context && { context }) };
}

function restoreSources(
  { before, after }: OpenStep,
  now: OpenState,
  captures: readonly OpenCapture[],
): readonly Source[] {
  return listSources(captures, (name) => {
    const earlier = findSource(before.sources, name);
    const isOfStep = earlier !== undefined && earlier !== findSource(after.sources, name);
    return isOfStep ? earlier : (findSource(now.sources, name) ?? earlier);
  });
}
