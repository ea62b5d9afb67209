import type { Capture, Reading } from "../formats/format";
import { ensureContentAt } from "./edits";
import {
  type ClosedSource,
  freshView,
  type Inspector,
  noTrail,
  type OpenCapture,
  type PastedText,
  type Source,
  useInspector,
} from "./inspector";
import {
  findFreeName,
  findSource,
  getIdentity,
  getSourceName,
  listSources,
  type OpenStep,
  replaceCaptures,
  takeStep,
} from "./openState";

/** Captures to open, with the name of the input that they came from. */
interface OpenedInput {
  readonly name: string;
  readonly captures: readonly OpenCapture[];
  readonly reading: Reading | undefined;
  readonly pasted?: PastedText | undefined;
}

/**
 * Gives captures their sources: the name that a capture has from its input, otherwise the name of the input,
 * each made unique among those that are taken.
 */
function nameSources({ name, captures, reading, pasted }: OpenedInput, taken: ReadonlySet<string>) {
  const names = new Map<string, string>();
  const used = new Set(taken);
  const named = captures.map((open): OpenCapture => {
    const { capture } = open;
    if (capture === undefined) return open;
    const own = capture.source ?? name;
    const free = names.get(own) ?? findFreeName(own, used);
    names.set(own, free);
    used.add(free);
    return { ...open, capture: { ...capture, source: free } };
  });
  const sources = Array.from(names.values(), (free): Source => ({ name: free, reading, pasted }));
  return { captures: named, sources };
}

function toOpen(capture: Capture): OpenCapture {
  return { label: capture.label, capture, content: undefined };
}

/** The index of the first capture that has a body, or 0 if none has one. */
function findFirstWithBody(captures: readonly OpenCapture[]): number {
  return Math.max(
    0,
    captures.findIndex(({ capture }) => (capture?.payload.length ?? 0) > 0),
  );
}

/** Adds captures after those that are open, and shows the first that has a body. */
function addInput(input: OpenedInput, announcement: string): OpenStep {
  return takeStep(({ captures, sources }) => {
    const added = nameSources(input, new Set(captures.map(getSourceName)));
    const current = captures.length + findFirstWithBody(added.captures);
    return {
      ...freshView,
      current,
      captures: ensureContentAt([...captures, ...added.captures], current),
      sources: [...sources, ...added.sources],
      refused: undefined,
      announcement,
    };
  });
}

/** Whether an input contains no capture. Then the page says why, and what is open stays as it is. */
function isRefused(reading: Reading, name: string, pasted?: PastedText): boolean {
  if (reading.captures.length > 0) return false;
  const announcement = `Input can't be read. ${reading.problems.map(({ message }) => message).join(" ")}`;
  useInspector.setState({ refused: { name, reading, pasted }, announcement });
  return true;
}

/**
 * Adds the captures of an input to those that are open. If it contains none, returns `undefined`: nothing
 * that is open changes, and the page says why.
 */
export function openReading(reading: Reading, name: string, pasted?: PastedText): OpenStep | undefined {
  if (isRefused(reading, name, pasted)) return undefined;
  return addInput({ name, captures: reading.captures.map(toOpen), reading, pasted }, reading.summary);
}

/** Closes everything and opens the captures of an input, if it contains any; see `openReading`. */
export function openReadingInstead(
  reading: Reading,
  name: string,
  pasted?: PastedText,
): OpenStep | undefined {
  if (isRefused(reading, name, pasted)) return undefined;
  return takeStep(() => {
    const input = { name, captures: reading.captures.map(toOpen), reading, pasted };
    const { captures, sources } = nameSources(input, new Set());
    const current = findFirstWithBody(captures);
    return {
      ...freshView,
      current,
      captures: ensureContentAt(captures, current),
      sources,
      trail: noTrail,
      refused: undefined,
      announcement: reading.summary,
    };
  });
}

/**
 * Puts another reading of an input in the place of the sources that came from it. If the other reading
 * contains no capture, see `openReading`; if nothing of the earlier one is open, adds it. `pasted` is the
 * text that was read, if it is another one.
 */
export function openOtherReading(
  reading: Reading,
  { name, reading: earlier, pasted: earlierText }: Source,
  pasted = earlierText,
): OpenStep | undefined {
  if (isRefused(reading, name, pasted)) return undefined;
  const { sources } = useInspector.getState();
  const replaced = new Set(
    sources.filter((source) => source.reading === earlier).map((source) => source.name),
  );
  if (replaced.size === 0) return openReading(reading, name, pasted);
  return takeStep((state) =>
    replaceSources(state, replaced, { name, captures: reading.captures.map(toOpen), reading, pasted }),
  );
}

function replaceSources(
  state: Inspector,
  replaced: ReadonlySet<string>,
  input: OpenedInput,
): Partial<Inspector> {
  const isReplaced = (open: OpenCapture): boolean => replaced.has(getSourceName(open));
  const at = state.captures.findIndex(isReplaced);
  const rest = state.captures.filter((open) => !isReplaced(open));
  const { captures, sources } = nameSources(input, new Set(rest.map(getSourceName)));
  const all = [...rest.slice(0, at), ...captures, ...rest.slice(at)];
  return {
    ...replaceCaptures(state, all, at + findFirstWithBody(captures)),
    sources: listSources(all, (name) => findSource(sources, name) ?? findSource(state.sources, name)),
    refused: undefined,
    announcement: input.reading?.summary ?? "",
  };
}

/** Adds an XML text as a payload to what is open. The source and the capture have the title as their name. */
export function openXml(title: string, xml: string): OpenStep {
  const payload = new TextEncoder().encode(xml);
  const capture = {
    label: title,
    direction: undefined,
    payload,
    contentType: "application/xml",
    origin: {},
    problems: [],
  };
  const captures = [{ ...toOpen(capture), title }];
  return addInput({ name: title, captures, reading: undefined }, `Opened ${title}`);
}

/**
 * Adds captures that keep their labels as titles, such as those of templates, after those that are open, and
 * shows the first that has a body. Without a name, their source is called after the first.
 */
export function addCaptures(added: readonly Capture[], announcement: string, name?: string): OpenStep {
  const captures = added.map((capture) => ({ ...toOpen(capture), title: capture.label }));
  return addInput({ name: name ?? added[0]?.label ?? "", captures, reading: undefined }, announcement);
}

/** Opens what was open before a reload, when nothing else is. Captures that have no source yet get one. */
export function restoreOpenCaptures(captures: readonly OpenCapture[], current: number): void {
  const input = { name: "Restored captures", captures, reading: undefined };
  const { captures: named, sources } = nameSources(input, new Set());
  useInspector.setState({
    ...freshView,
    trail: noTrail,
    current,
    captures: ensureContentAt(named, current),
    sources,
  });
}

/** Adds captures that were stored earlier, with their edits, to those that are open. */
export function addOpenCaptures(captures: readonly OpenCapture[], name: string): OpenStep {
  return addInput({ name, captures, reading: undefined }, `Opened ${name}`);
}

/** Opens again what was closed. */
export function reopen(closed: ClosedSource): OpenStep {
  const step = addInput(closed, `Opened ${closed.name} again`);
  useInspector.setState((state) => ({ closed: state.closed.filter((one) => one !== closed) }));
  return step;
}

/** Closes the captures for which `isClosed` returns true. Shows the next one if the shown one is closed. */
function close(isClosed: (open: OpenCapture, index: number) => boolean, announcement: string): OpenStep {
  return takeStep((state) => {
    const kept = state.captures.filter((open, index) => !isClosed(open, index));
    const before = state.captures.slice(0, state.current).filter((open, index) => !isClosed(open, index));
    const current = Math.max(0, Math.min(before.length, kept.length - 1));
    const { collapsed } = state;
    return { collapsed, ...replaceCaptures(state, kept, current), announcement };
  });
}

/** Closes a source with all its captures. */
export function closeSource(name: string): OpenStep {
  return close((open) => getSourceName(open) === name, `Closed ${name}`);
}

/** Closes one capture. */
export function closeCapture(index: number): OpenStep {
  return close((_, at) => at === index, "Closed the capture");
}

/** Closes the captures at some indexes. */
export function closeCaptures(indexes: readonly number[]): OpenStep {
  return close((_, at) => indexes.includes(at), "Closed the exchange");
}

/** Closes everything. */
export function closeAll(): OpenStep {
  return close(() => true, "Closed everything");
}

/** Closes everything that was open before a step, so that only what it opened stays. */
export function closeOthers({ before }: OpenStep): OpenStep {
  const others = new Set(before.captures.map(getIdentity));
  return close((open) => others.has(getIdentity(open)), "Closed the others");
}
