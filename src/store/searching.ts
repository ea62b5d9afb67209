import { create } from "zustand";
import type { Hit } from "../find/hit";
import { parseQuery } from "../find/parse";
import { isEmptyQuery, type QueryProblem } from "../find/query";
import type { FoundInCapture, SearchEnd } from "../find/search";
import type { Searched } from "../find/searched";
import type { SearchReport } from "../worker/searchMessages";
import { showCapture } from "./edits";
import { useInspector } from "./inspector";
import { payloadKey, searchedCapture, searchedSize } from "./searched";
import { askWorker, endWorker } from "./searchWorker";

/** Which captures are searched: all that are open, or the one that is shown. */
export type Scope = "all" | "current";

/**
 * Where a search stands: `stuck` ended because the worker did not answer any more, `failed` by a fault of
 * ours.
 */
export type Progress = "none" | "running" | "done" | "cancelled" | "stuck" | "failed";

/** A search: what is asked, and what has been found so far. It outlives the dialog. */
export interface Searching {
  readonly text: string;
  readonly scope: Scope;
  readonly problems: readonly QueryProblem[];
  readonly progress: Progress;
  /** How much is searched, 0 to 1. */
  readonly done: number;
  /** By captures of the page, in their order. */
  readonly found: readonly FoundInCapture[];
  readonly count: number;
  readonly end: SearchEnd | undefined;
  /** What went wrong in a search that failed. */
  readonly failure: string | undefined;
  /** The number of the hit that was gone to last, or is to be next; -1 for none. */
  readonly at: number;
}

const nothingFound = {
  progress: "none",
  done: 0,
  found: [],
  count: 0,
  end: undefined,
  failure: undefined,
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

/** How long the worker may be silent, in milliseconds: far longer than decoding the largest payload takes. */
const SILENCE = 10_000;
const TYPING_PAUSE = 200;
const LOT_BYTES = 1 << 20;
const MOST_IN_LOT = 100;

/**
 * What is being searched: the captures by their places on the page, and how far they have been handed over.
 */
interface Run {
  readonly id: number;
  readonly places: readonly number[];
  readonly keys: readonly unknown[];
  given: number;
  readonly ended: () => void;
}

let run: Run | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
let typing: ReturnType<typeof setTimeout> | undefined;
/** Whether the hit `at` has been gone to, so that the next one is behind it. */
let wasGoneTo = false;

/** The query has become `text`; it is searched for when typing rests. */
export function typeQuery(text: string): void {
  wasGoneTo = false;
  setState({ text, problems: parseQuery(text).problems });
  clearTimeout(typing);
  typing = setTimeout(() => void searchNow(), TYPING_PAUSE);
}

/** Searches other captures from now on. */
export function setScope(scope: Scope): void {
  wasGoneTo = false;
  setState({ scope });
  void searchNow();
}

/** Searches for the query as it stands; ends when all is searched, or the search is over otherwise. */
export function searchNow(): Promise<void> {
  clearTimeout(typing);
  stop();
  const { text, scope } = getState();
  const { captures, current } = useInspector.getState();
  setState(nothingFound);
  if (isEmptyQuery(parseQuery(text).query) || captures.length === 0) return Promise.resolve();
  return new Promise((ended) => {
    const places = scope === "all" ? captures.map((_, index) => index) : [current];
    run = {
      id: (run?.id ?? 0) + 1,
      places,
      keys: places.map((place) => payloadKey(captures[place])),
      given: 0,
      ended,
    };
    setState({ progress: "running" });
    askWorker({ kind: "start", id: run.id, query: text, count: places.length }, onReport, fail);
    listen();
  });
}

/** Stops the search; what was found stays. */
export function cancelSearch(): void {
  if (getState().progress !== "running") return;
  stop();
  setState({ progress: "cancelled" });
}

/** Ends the search that runs, and its worker: a pattern it may be deep in cannot be interrupted otherwise. */
function stop(): void {
  clearTimeout(silence);
  if (getState().progress !== "running" || run === undefined) return;
  endWorker();
  run.ended();
}

function listen(): void {
  clearTimeout(silence);
  silence = setTimeout(() => {
    endWorker();
    setState({ progress: "stuck" });
    run?.ended();
  }, SILENCE);
}

function onReport(report: SearchReport): void {
  if (run === undefined || report.id !== run.id || getState().progress !== "running") return;
  listen();
  switch (report.kind) {
    case "more":
      return askWorker({ kind: "captures", id: run.id, captures: nextLot(run) }, onReport, fail);
    case "progress":
      return setState({ done: report.done });
    case "found":
      return addFound(run, report.found);
    case "end":
      clearTimeout(silence);
      setState({ progress: "done", done: 1, end: report.end });
      return run.ended();
    case "failed":
      return fail(report.message);
  }
}

function fail(failure: string): void {
  clearTimeout(silence);
  endWorker();
  setState({ progress: "failed", failure });
  run?.ended();
}

/** Captures not handed over yet: a few, of about a megabyte together. */
function nextLot(running: Run): readonly Searched[] {
  const { captures } = useInspector.getState();
  const lot: Searched[] = [];
  for (
    let size = 0;
    running.given < running.places.length && size < LOT_BYTES && lot.length < MOST_IN_LOT;
    running.given++
  ) {
    const open = captures[running.places[running.given] ?? -1];
    if (open === undefined) break; // another input was opened; what is still to be searched is gone
    lot.push(searchedCapture(open));
    size += searchedSize(open);
  }
  return lot;
}

function addFound({ places }: Run, { capture, hits }: FoundInCapture): void {
  setState(({ found, count, at }) => ({
    found: [...found, { capture: places[capture] ?? capture, hits }],
    count: count + hits.length,
    at: Math.max(at, 0),
  }));
}

/** A hit and the capture it lies in. */
export interface PlacedHit {
  readonly capture: number;
  readonly hit: Hit;
}

/** The hit of a number; `undefined` where there is none. */
export function hitAt(found: readonly FoundInCapture[], index: number): PlacedHit | undefined {
  let before = 0;
  for (const { capture, hits } of found) {
    const hit = hits[index - before];
    if (hit !== undefined) return { capture, hit };
    before += hits.length;
  }
  return undefined;
}

/** Whether captures were edited or opened since they were searched, so that hits may lie elsewhere. */
function isOutOfDate(): boolean {
  const { captures } = useInspector.getState();
  return run?.places.some((place, index) => payloadKey(captures[place]) !== run?.keys[index]) ?? true;
}

/** Which hit was gone to, of how many. */
export interface GoneTo extends PlacedHit {
  readonly index: number;
  readonly count: number;
}

/**
 * Goes to the hit of a number: shows its capture and selects its bytes. Where something was edited since, it
 * is searched for again first. Resolves to where that led, `undefined` where there is no hit.
 */
export async function goToHit(index: number): Promise<GoneTo | undefined> {
  if (isOutOfDate()) await searchNow();
  const { found, count } = getState();
  const at = Math.max(0, Math.min(index, count - 1));
  const placed = hitAt(found, at);
  if (placed === undefined) return undefined;
  wasGoneTo = true;
  setState({ at });
  const { current, select } = useInspector.getState();
  if (placed.capture !== current) showCapture(placed.capture);
  select(placed.hit.range, "go");
  return { ...placed, index: at, count };
}

/** Points out the hit of a number, which is gone to next. */
export function pointAt(index: number): void {
  wasGoneTo = false;
  setState(({ count }) => ({ at: Math.max(0, Math.min(index, count - 1)) }));
}

/** Goes some hits on or back, round at the ends; `undefined` where there is none. */
export async function goOn(step: 1 | -1): Promise<GoneTo | undefined> {
  const { count, at } = getState();
  if (count === 0) return undefined;
  return goToHit(wasGoneTo || step < 0 ? (at + step + count) % count : at);
}
