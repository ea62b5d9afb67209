import { create } from "zustand";
import type { Hit } from "../find/hit";
import { parseQuery } from "../find/parse";
import { isEmptyQuery, type SearchQueryProblem } from "../find/query";
import type { SearchResult, SearchSummary } from "../find/search";
import type { SearchedCapture } from "../find/searchedCapture";
import type { SearchReport } from "../worker/searchMessages";
import { showCapture } from "./edits";
import { useInspector } from "./inspector";
import { askWorker, endWorker } from "./searchClient";
import { useSession } from "./session";
import { countSearchedBytes, getPayloadKey, toSearchedCapture } from "./toSearchedCapture";

/** Which captures are searched: all open ones, or the one that is shown. */
export type Scope = "all" | "current";

/** The state of a search. `stuck` means that the worker stopped answering; `failed`, that it crashed. */
export type Progress = "none" | "running" | "done" | "cancelled" | "stuck" | "failed";

/** A search: the query, and what has been found so far. It outlives the dialog. */
export interface Searching {
  readonly text: string;
  readonly scope: Scope;
  readonly problems: readonly SearchQueryProblem[];
  readonly progress: Progress;
  /** How much has been searched, 0 to 1. */
  readonly done: number;
  /** Hits by capture, in the order of the captures on the page. */
  readonly found: readonly SearchResult[];
  readonly count: number;
  readonly end: SearchSummary | undefined;
  /** Why the search failed. */
  readonly crash: string | undefined;
  /** The index of the hit that was visited last, or is visited next; -1 for none. */
  readonly at: number;
}

const nothingFound = {
  progress: "none",
  done: 0,
  found: [],
  count: 0,
  end: undefined,
  crash: undefined,
  at: -1,
} as const;

/** The search of the page. */
export const useSearching = create<Searching>()(() => ({
  text: "",
  scope: "all",
  problems: [],
  ...nothingFound,
}));

const { setState, getState } = useSearching;

/**
 * How long the worker is allowed to be silent, in milliseconds: a time for each batch and for each byte in
 * it, far longer than decoding it takes.
 */
const MAX_SILENCE = 10_000;
const SILENCE_PER_BYTE = 0.001;
const TYPING_PAUSE = 200;
const BATCH_BYTES = 1 << 20;
const MAX_IN_BATCH = 100;

/**
 * A running search: the captures by their index on the page, and how many of them have been sent to the
 * worker.
 */
interface Run {
  readonly id: number;
  readonly places: readonly number[];
  readonly keys: readonly unknown[];
  sentCount: number;
  /** How many bytes the last batch had. */
  sentBytes: number;
  readonly resolve: () => void;
}

let run: Run | undefined;
let silenceTimer: ReturnType<typeof setTimeout> | undefined;
let typing: ReturnType<typeof setTimeout> | undefined;
/** Whether the hit `at` has been visited, so that the next one is the one after it. */
let wasVisited = false;

/** Sets the query to `text`. It is searched for when typing pauses. */
export function typeQuery(text: string): void {
  wasVisited = false;
  setState({ text, problems: parseQuery(text).problems });
  clearTimeout(typing);
  typing = setTimeout(() => void searchNow(), TYPING_PAUSE);
}

/** Changes which captures are searched, and searches again. */
export function setScope(scope: Scope): void {
  wasVisited = false;
  setState({ scope });
  void searchNow();
}

/** Searches for the current query. Resolves when the search has ended, for whatever reason. */
export function searchNow(): Promise<void> {
  clearTimeout(typing);
  stop();
  const { text, scope } = getState();
  const { captures, current } = useInspector.getState();
  setState(nothingFound);
  if (isEmptyQuery(parseQuery(text).query) || captures.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const places = scope === "all" ? captures.map((_, index) => index) : [current];
    run = {
      id: (run?.id ?? 0) + 1,
      places,
      keys: places.map((place) => getPayloadKey(captures[place])),
      sentCount: 0,
      sentBytes: 0,
      resolve,
    };
    setState({ progress: "running" });
    askWorker({ kind: "start", id: run.id, query: text, count: places.length }, EVENTS);
    restartSilenceTimer();
  });
}

/** Cancels the search; what was found stays. */
export function cancelSearch(): void {
  if (getState().progress !== "running") return;
  stop();
  setState({ progress: "cancelled" });
}

/** Ends the running search and its worker, because a slow pattern cannot be interrupted in any other way. */
function stop(): void {
  clearTimeout(silenceTimer);
  if (getState().progress !== "running" || run === undefined) return;
  endWorker();
  run.resolve();
}

function restartSilenceTimer(): void {
  clearTimeout(silenceTimer);
  silenceTimer = setTimeout(
    () => {
      endWorker();
      setState({ progress: "stuck" });
      run?.resolve();
    },
    MAX_SILENCE + (run?.sentBytes ?? 0) * SILENCE_PER_BYTE,
  );
}

function onReport(report: SearchReport): void {
  if (run === undefined || report.id !== run.id || getState().progress !== "running") return;
  switch (report.kind) {
    case "more":
      askWorker({ kind: "captures", id: run.id, captures: takeBatch(run) }, EVENTS);
      return restartSilenceTimer();
    case "progress":
      restartSilenceTimer();
      return setState({ done: report.done });
    case "found":
      restartSilenceTimer();
      return addFound(run, report.found);
    case "end":
      clearTimeout(silenceTimer);
      setState({ progress: "done", done: 1, end: report.end });
      return run.resolve();
    case "failed":
      return onCrash(report.message);
  }
}

function onCrash(crash: string): void {
  clearTimeout(silenceTimer);
  endWorker();
  setState({ progress: "failed", crash });
  run?.resolve();
}

const EVENTS = { onReport, onEnd: onCrash };

/** The next captures to send: a few, about a megabyte together. */
function takeBatch(running: Run): readonly SearchedCapture[] {
  const { captures } = useInspector.getState();
  const batch: SearchedCapture[] = [];
  let size = 0;
  while (running.sentCount < running.places.length && size < BATCH_BYTES && batch.length < MAX_IN_BATCH) {
    const open = captures[running.places[running.sentCount] ?? -1];
    if (open === undefined) break; // another input was opened: the captures still to be searched are gone
    batch.push(toSearchedCapture(open, useSession.getState()));
    size += countSearchedBytes(open);
    running.sentCount++;
  }
  running.sentBytes = size;
  return batch;
}

function addFound({ places }: Run, { capture, hits }: SearchResult): void {
  setState(({ found, count, at }) => ({
    found: [...found, { capture: places[capture] ?? capture, hits }],
    count: count + hits.length,
    at: Math.max(at, 0),
  }));
}

/** A hit and the index of its capture. */
export interface PlacedHit {
  readonly capture: number;
  readonly hit: Hit;
}

/** The hit with the given index, or `undefined` if there is none. */
export function findHit(found: readonly SearchResult[], index: number): PlacedHit | undefined {
  let before = 0;
  for (const { capture, hits } of found) {
    const hit = hits[index - before];
    if (hit !== undefined) return { capture, hit };
    before += hits.length;
  }
  return undefined;
}

/** Whether captures were edited or opened since they were searched, so that hits might have moved. */
function isOutOfDate(): boolean {
  const { captures } = useInspector.getState();
  return run?.places.some((place, index) => getPayloadKey(captures[place]) !== run?.keys[index]) ?? true;
}

/** The hit that was visited, its index, and the number of hits. */
export interface VisitedHit extends PlacedHit {
  readonly index: number;
  readonly count: number;
}

/**
 * Goes to a hit: shows its capture and selects its bytes. If anything was edited since, it searches again
 * first. Resolves to the hit it went to, or `undefined` if there is none.
 */
export async function goToHit(index: number): Promise<VisitedHit | undefined> {
  if (isOutOfDate()) await searchNow();
  const { found, count } = getState();
  const at = Math.max(0, Math.min(index, count - 1));
  const placed = findHit(found, at);
  if (placed === undefined) return undefined;
  wasVisited = true;
  setState({ at });
  const { current, select } = useInspector.getState();
  if (placed.capture !== current) showCapture(placed.capture);
  select(placed.hit.range, "go");
  return { ...placed, index: at, count };
}

/** Makes a hit the one that is visited next. */
export function setActiveHit(index: number): void {
  wasVisited = false;
  setState(({ count }) => ({ at: Math.max(0, Math.min(index, count - 1)) }));
}

/**
 * Goes to the next or previous hit, wrapping around at the ends. Resolves to `undefined` if there are no
 * hits.
 */
export async function goToNextHit(step: 1 | -1): Promise<VisitedHit | undefined> {
  const { count, at } = getState();
  if (count === 0) return undefined;
  return goToHit(wasVisited || step < 0 ? (at + step + count) % count : at);
}
