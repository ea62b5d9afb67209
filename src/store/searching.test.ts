import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Hit } from "../find/hit";
import type { Capture } from "../formats/format";
import { hex } from "../testing/bytes";
import { type PlayedWorker, playWorkers } from "../testing/pageWorker";
import type { SearchReport, SearchRequest } from "../worker/searchMessages";
import { patchBytes } from "./edits";
import { useInspector } from "./inspector";
import { addCaptures } from "./opening";
import { endWorker } from "./searchClient";
import {
  cancelSearch,
  findHit,
  goToHit,
  goToNextHit,
  searchNow,
  setActiveHit,
  setScope,
  typeQuery,
  useSearching,
} from "./searching";
import { useSession } from "./session";

const workers = playWorkers();
afterAll(() => {
  endWorker();
  vi.unstubAllGlobals();
});

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const captureOf = (label: string): Capture => ({
  label,
  direction: "request",
  payload,
  origin: {},
  problems: [],
});
const hit = (start: number): Hit => ({
  kind: "value",
  range: { start, end: start + 1 },
  path: [],
  excerpt: "needle",
  match: { from: 0, to: 6 },
});

const state = () => useSearching.getState();
function worker(): PlayedWorker {
  const last = workers.at(-1);
  if (last === undefined) throw new Error("no worker was started");
  return last;
}
const requests = (): SearchRequest[] => worker().requests as SearchRequest[];
const idOf = (): number => requests().findLast(({ kind }) => kind === "start")?.id ?? -1;

type Told = SearchReport extends infer R
  ? R extends { readonly id: number }
    ? Omit<R, "id">
    : never
  : never;
const report = (one: Told): void => worker().answer({ ...one, id: idOf() });
const end = (): void =>
  report({
    kind: "end",
    end: { searched: 2, isLimited: false, isPatternSlow: false, isCut: false, tooLarge: 0 },
  });

/** Starts a search with a fake worker that finds the given hits by capture. */
function found(...hits: readonly (readonly Hit[])[]): void {
  void searchNow();
  hits.forEach((some, capture) => report({ kind: "found", found: { capture, hits: some } }));
  end();
}

beforeEach(() => {
  vi.useFakeTimers();
  endWorker();
  useInspector.setState(useInspector.getInitialState(), true);
  useSearching.setState(useSearching.getInitialState(), true);
  useSession.setState(useSession.getInitialState(), true);
  addCaptures([captureOf("one"), captureOf("two")], "opened");
  useSearching.setState({ text: "needle" });
});
afterEach(() => {
  cancelSearch();
  vi.useRealTimers();
});

describe("a search", () => {
  it("starts once when typing pauses", () => {
    const before = workers.length;
    typeQuery("n");
    vi.advanceTimersByTime(150);
    typeQuery("ne");
    vi.advanceTimersByTime(150);
    expect(workers).toHaveLength(before);
    vi.advanceTimersByTime(100);
    expect(workers).toHaveLength(before + 1);
    expect(requests()).toMatchObject([{ kind: "start", query: "ne", count: 2 }]);
    expect(state().progress).toBe("running");
  });

  it("does not start without a query or captures; an invalid query has problems", async () => {
    const before = workers.length;
    typeQuery('"');
    expect(state().problems).not.toEqual([]);
    useSearching.setState({ text: " " });
    await searchNow();
    useInspector.setState({ captures: [] });
    useSearching.setState({ text: "needle" });
    await searchNow();
    expect(workers).toHaveLength(before);
    expect(state().progress).toBe("none");
  });

  it("sends the captures in batches, and nothing after the last", () => {
    void searchNow();
    report({ kind: "more" });
    report({ kind: "more" });
    const lots = requests().flatMap((request) => (request.kind === "captures" ? [request.captures] : []));
    expect(lots.map((lot) => lot.map(({ label }) => label))).toEqual([["one", "two"], []]);
  });

  it("sends with each capture what its exchange and conversation say", () => {
    const { captures } = useInspector.getState();
    const folders = [{ id: "15", name: "Inbox" }];
    const exchange = { name: "1", request: 0, tookMs: 20, folders, syncKeys: [] };
    const conversation = { id: "#1", user: "kim", userAgents: [], versions: [], exchanges: [exchange] };
    useSession.setState({ captures, conversations: [conversation] });
    void searchNow();
    report({ kind: "more" });
    const [sent] = requests().flatMap((request) => (request.kind === "captures" ? [request.captures] : []));
    expect(sent).toMatchObject([
      { user: "kim", tookMs: 20, folderIds: ["15"], folders },
      { user: undefined, tookMs: undefined },
    ]);
  });

  it("sends a megabyte at a time, and at most a hundred captures", () => {
    const large = Array.from({ length: 3 }, (_, i) => ({
      ...captureOf(String(i)),
      payload: new Uint8Array(700_000),
    }));
    const small = Array.from({ length: 150 }, (_, i) => captureOf(String(i)));
    useInspector.setState({
      captures: [...large, ...small].map((capture) => ({
        label: capture.label,
        capture,
        content: undefined,
      })),
    });
    void searchNow();
    for (let i = 0; i < 4; i++) report({ kind: "more" });
    const lots = requests().flatMap((request) =>
      request.kind === "captures" ? [request.captures.length] : [],
    );
    expect(lots).toEqual([2, 100, 51, 0]);
  });

  it("searches only the shown capture on request, and maps its hits to the page", () => {
    useInspector.setState({ current: 1 });
    setScope("current");
    expect(requests()).toMatchObject([{ kind: "start", count: 1 }]);
    report({ kind: "found", found: { capture: 0, hits: [hit(9)] } });
    expect(state().found).toMatchObject([{ capture: 1 }]);
  });

  it("reports its progress, its hits and its end", async () => {
    const over = searchNow();
    report({ kind: "progress", done: 0.5 });
    expect(state().done).toBe(0.5);
    report({ kind: "found", found: { capture: 0, hits: [hit(9), hit(14)] } });
    expect(state()).toMatchObject({ count: 2, at: 0, progress: "running" });
    end();
    await over;
    expect(state()).toMatchObject({ progress: "done", done: 1 });
    expect(worker().isTerminated).toBe(false);
  });

  it("ignores reports of an earlier search", () => {
    void searchNow();
    const { answer: fromBefore } = worker();
    const id = idOf();
    void searchNow();
    fromBefore({ kind: "found", id, found: { capture: 0, hits: [hit(9)] } });
    expect(state().count).toBe(0);
  });

  it("that is cancelled or replaced ends with its worker, and keeps what it found", async () => {
    const first = searchNow();
    const replaced = worker();
    const second = searchNow();
    await first;
    expect(replaced.isTerminated).toBe(true);
    report({ kind: "found", found: { capture: 0, hits: [hit(9)] } });
    cancelSearch();
    await second;
    expect(worker().isTerminated).toBe(true);
    expect(state()).toMatchObject({ progress: "cancelled", count: 1 });
  });

  it("is stuck if its worker is silent for ten seconds", async () => {
    const over = searchNow();
    vi.advanceTimersByTime(9_000);
    report({ kind: "progress", done: 0.1 });
    vi.advanceTimersByTime(9_000);
    expect(state().progress).toBe("running");
    vi.advanceTimersByTime(1_000);
    await over;
    expect([state().progress, worker().isTerminated]).toEqual(["stuck", true]);
  });

  it("is not stuck while its worker decodes a large payload", async () => {
    addCaptures([{ ...captureOf("large"), payload: new Uint8Array(4_000_000) }], "opened");
    const over = searchNow();
    report({ kind: "more" });
    vi.advanceTimersByTime(13_000);
    expect(state().progress).toBe("running");
    vi.advanceTimersByTime(2_000);
    await over;
    expect(state().progress).toBe("stuck");
  });

  it("that fails says why", async () => {
    const over = searchNow();
    report({ kind: "failed", message: "out of memory" });
    await over;
    expect(state()).toMatchObject({ progress: "failed", crash: "out of memory" });
    const again = searchNow();
    worker().fail("");
    await again;
    expect(state().progress).toBe("failed");
  });
});

describe("going to hits", () => {
  const places = () => ({
    current: useInspector.getState().current,
    start: useInspector.getState().selection?.range.start,
  });

  it("shows the capture and selects the bytes, in order and wrapping around", async () => {
    found([hit(9), hit(14)], [hit(4)]);
    expect(await goToNextHit(1)).toMatchObject({ index: 0, count: 3 });
    expect(places()).toEqual({ current: 0, start: 9 });
    await goToNextHit(1);
    await goToNextHit(1);
    expect(places()).toEqual({ current: 1, start: 4 });
    await goToNextHit(1);
    expect(places()).toEqual({ current: 0, start: 9 });
    await goToNextHit(-1);
    expect(places()).toEqual({ current: 1, start: 4 });
  });

  it("goes to the given hit", async () => {
    found([hit(9), hit(14)]);
    setActiveHit(1);
    expect(await goToNextHit(1)).toMatchObject({ index: 1 });
    setActiveHit(99);
    expect(state().at).toBe(1);
  });

  it("searches again if something was edited since", async () => {
    found([hit(9)]);
    const before = idOf();
    patchBytes([{ range: { start: 9, end: 9 }, bytes: hex("37") }], "Write");
    const going = goToHit(0);
    expect(idOf()).toBeGreaterThan(before);
    report({ kind: "found", found: { capture: 1, hits: [hit(10)] } });
    end();
    expect(await going).toMatchObject({ capture: 1 });
    expect(places()).toEqual({ current: 1, start: 10 });
  });

  it("goes nowhere if there is no hit", async () => {
    found();
    expect(await goToNextHit(1)).toBeUndefined();
    expect(await goToHit(0)).toBeUndefined();
    expect(findHit([{ capture: 3, hits: [hit(1)] }], 1)).toBeUndefined();
  });
});
