import { create } from "zustand";
import { createPageWorker, createWorkerFactory } from "../browser/worker";
import { parseQuery } from "../find/parse";
import { evaluateFormula, prepareQuery } from "../find/prepareQuery";
import type { SearchQueryProblem } from "../find/query";
import { yieldThread } from "../formats/pace";
import type { SearchReport, SearchRequest } from "../worker/searchMessages";
import workerUrl from "../worker/searchWorker?worker&url";
import { type OpenCapture, useInspector } from "./inspector";
import { getIdentity } from "./openState";
import { useSession } from "./session";
import { countSearchedBytes, getPayloadKey, readCaptureFacts, toSearchedCapture } from "./toSearchedCapture";

/** The filter of the session: a query, and which captures match it. */
export interface SessionFilter {
  readonly text: string;
  readonly problems: readonly SearchQueryProblem[];
  /** The captures that match, by what stays the same about them; `undefined` without a query. */
  readonly matches: ReadonlySet<object> | undefined;
  /** Why the content of captures could not be searched. */
  readonly failure: string | undefined;
}

/** The filter of the session. */
export const useSessionFilter = create<SessionFilter>()(() => ({
  text: "",
  problems: [],
  matches: undefined,
  failure: undefined,
}));

const { setState, getState } = useSessionFilter;

/** How long typing has to pause before the query is evaluated, in milliseconds. */
const TYPING_PAUSE = 80;
/** How long changes of the captures have to pause, in milliseconds. */
const CHANGE_PAUSE = 300;
/** How long the page works on facts before it gives way, in milliseconds. */
const SLICE = 16;
/** How many captures are evaluated between two looks at the clock. */
const STEP = 50;
const BATCH_BYTES = 1 << 20;
const MAX_IN_BATCH = 400;
/** How long the worker may be silent, in milliseconds, before it is ended. */
const MAX_SILENCE = 10_000;
/** What was found is shown this often while more is searched, in milliseconds. */
const SHOW_EVERY = 200;

let pause: ReturnType<typeof setTimeout> | undefined;

/** Sets the query. It is evaluated when typing pauses. */
export function typeFilter(text: string): void {
  setState({ text, problems: parseQuery(text).problems, failure: undefined });
  clearTimeout(pause);
  pause = setTimeout(() => void evaluate(), text === "" ? 0 : TYPING_PAUSE);
}

/** An evaluation. A later one takes its place. */
interface Run {
  readonly id: number;
  readonly query: string;
  readonly captures: readonly OpenCapture[];
  readonly matches: Set<object>;
  /** The indexes of the captures that only their content decides about. */
  readonly open: number[];
  sentCount: number;
  shownAt: number;
}

let run: Run | undefined;
let lastId = 0;

async function evaluate(): Promise<void> {
  const { text } = getState();
  const prepared = prepareQuery(parseQuery(text).query);
  const { captures } = useInspector.getState();
  const own: Run = {
    id: ++lastId,
    query: text,
    captures,
    matches: new Set(),
    open: [],
    sentCount: 0,
    shownAt: performance.now(),
  };
  run = own;
  if (prepared === undefined) return finish(undefined);
  const session = useSession.getState();
  let since = performance.now();
  for (const [index, open] of captures.entries()) {
    if (index % STEP === 0 && performance.now() - since > SLICE) {
      await yieldThread();
      if (run !== own) return;
      since = performance.now();
    }
    const facts = readCaptureFacts(open, session);
    const known = prepared.terms.map(({ fact }) => fact?.(facts));
    const fits = evaluateFormula(prepared.formula, known);
    if (fits === true) own.matches.add(getIdentity(open));
    if (fits === undefined) own.open.push(index);
  }
  if (own.open.length === 0) finish(own.matches);
  else search(own);
}

function finish(matches: ReadonlySet<object> | undefined): void {
  clearTimeout(silence);
  run = undefined;
  setState({ matches });
}

const worker = createPageWorker<SearchRequest, SearchReport>(
  createWorkerFactory("filter-worker", workerUrl),
  { onReport: (report) => onReport(report), onEnd: (reason) => fail(reason) },
);
let silence: ReturnType<typeof setTimeout> | undefined;

function search({ id, query, open }: Run): void {
  const limits = { limit: Number.MAX_SAFE_INTEGER, perCapture: 1 };
  worker.send({ kind: "start", id, query, count: open.length, ...limits });
  restartSilence();
}

function restartSilence(): void {
  clearTimeout(silence);
  silence = setTimeout(() => {
    worker.end();
    fail(`the search did not answer within ${MAX_SILENCE / 1000} seconds`);
  }, MAX_SILENCE);
}

function fail(reason: string): void {
  clearTimeout(silence);
  if (run === undefined) return;
  const { matches } = run;
  run = undefined;
  setState({ matches, failure: `Not every capture could be searched: ${reason}.` });
}

function onReport(report: SearchReport): void {
  const own = run;
  if (own === undefined || report.id !== own.id) return;
  restartSilence();
  if (report.kind === "more") {
    worker.send({ kind: "captures", id: own.id, captures: takeBatch(own) });
    showSome(own);
  } else if (report.kind === "found") {
    const open = own.captures[own.open[report.found.capture] ?? -1];
    if (open !== undefined) own.matches.add(getIdentity(open));
  } else if (report.kind === "end") finish(own.matches);
  else if (report.kind === "failed") fail(report.message);
}

function showSome(own: Run): void {
  const now = performance.now();
  if (now - own.shownAt < SHOW_EVERY) return;
  own.shownAt = now;
  setState({ matches: new Set(own.matches) });
}

function takeBatch(own: Run) {
  const session = useSession.getState();
  const batch = [];
  let size = 0;
  while (own.sentCount < own.open.length && size < BATCH_BYTES && batch.length < MAX_IN_BATCH) {
    const open = own.captures[own.open[own.sentCount] ?? -1];
    own.sentCount += 1;
    if (open === undefined) continue;
    batch.push(toSearchedCapture(open, session));
    size += countSearchedBytes(open);
  }
  return batch;
}

/** Evaluates the query again when what it is about has changed. */
function evaluateLater(): void {
  if (getState().text === "") return;
  clearTimeout(pause);
  pause = setTimeout(() => void evaluate(), CHANGE_PAUSE);
}

function areSame(some: readonly OpenCapture[], others: readonly OpenCapture[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      (open, index) => open === others[index] || getPayloadKey(open) === getPayloadKey(others[index]),
    )
  );
}

useInspector.subscribe(({ captures }, before) => {
  if (captures !== before.captures && getState().text !== "" && !areSame(captures, before.captures))
    evaluateLater();
});
useSession.subscribe(evaluateLater);
