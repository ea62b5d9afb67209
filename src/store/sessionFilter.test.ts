import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../formats/format";
import { conversations } from "../session/conversations";
import { playWorkers } from "../testing/pageWorker";
import { syncOf, toTraffic } from "../testing/traffic";
import type { SearchRequest } from "../worker/searchMessages";
import type { OpenCapture } from "./inspector";

const workers = playWorkers();
let filter: typeof import("./sessionFilter");
let inspector: typeof import("./inspector");
let session: typeof import("./session");

// The module starts one worker and keeps it. Here it is a fake, which only this file uses.
beforeAll(async () => {
  vi.resetModules();
  filter = await import("./sessionFilter");
  inspector = await import("./inspector");
  session = await import("./session");
});
afterAll(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = (capture: Capture): OpenCapture => ({ label: capture.label, capture, content: undefined });
const exchange = (status: string) => ({
  command: "Sync",
  request: syncOf("1", "5"),
  response: syncOf("2", "5", `<Status>${status}</Status>`),
});
const traffic = toTraffic([exchange("1"), exchange("3")], { source: "a" });
const captures = traffic.map(open);
const requests = (): SearchRequest[] => (workers.at(-1)?.requests ?? []) as SearchRequest[];
const state = () => filter.useSessionFilter.getState();
const matching = (): readonly number[] =>
  captures.flatMap((one, index) => (state().matches?.has(one.capture ?? one) === true ? [index] : []));

beforeEach(async () => {
  vi.useRealTimers();
  inspector.useInspector.setState({ captures, current: 0 });
  session.useSession.setState({ captures, conversations: conversations(traffic) });
  filter.typeFilter("");
  await vi.waitUntil(() => state().matches === undefined);
});

describe("the filter of the session", () => {
  it("is evaluated without a worker where what is known decides", async () => {
    filter.typeFilter("status!=1");
    await vi.waitFor(() => expect(matching()).toEqual([3]));
    expect(requests()).toEqual([]);
    filter.typeFilter("direction:request");
    await vi.waitFor(() => expect(matching()).toEqual([0, 2]));
    filter.typeFilter("");
    await vi.waitFor(() => expect(state().matches).toBeUndefined());
  });

  it("says what of the query is not understood", () => {
    filter.typeFilter("(direction:request");
    expect(state().problems).toMatchObject([{ code: "parenthesis-open" }]);
  });

  it("lets the worker search what only the content decides", async () => {
    filter.typeFilter("direction:response Status");
    await vi.waitFor(() => expect(requests()).toHaveLength(1));
    const [start] = requests();
    expect(start).toMatchObject({ kind: "start", count: 2, perCapture: 1 });
    const id = start?.id ?? 0;
    workers.at(-1)?.answer({ kind: "more", id });
    expect(requests().at(-1)).toMatchObject({ kind: "captures", captures: [{}, {}] });
    workers.at(-1)?.answer({ kind: "found", id, found: { capture: 1, hits: [] } });
    workers.at(-1)?.answer({ kind: "end", id, end: {} });
    expect(matching()).toEqual([3]);
  });

  it("keeps what was found, and says why, if the worker fails", async () => {
    filter.typeFilter("anything");
    await vi.waitFor(() => expect(requests().at(-1)).toMatchObject({ kind: "start", query: "anything" }));
    const id = requests().at(-1)?.id ?? 0;
    workers.at(-1)?.answer({ kind: "found", id, found: { capture: 0, hits: [] } });
    workers.at(-1)?.answer({ kind: "failed", id, message: "no memory" });
    expect(matching()).toEqual([0]);
    expect(state().failure).toContain("no memory");
  });

  it("is evaluated again when the worker has read the captures", async () => {
    session.useSession.setState({ captures: [], conversations: [] });
    filter.typeFilter("took>=40ms");
    await vi.waitFor(() => expect(matching()).toHaveLength(4));
    inspector.useInspector.setState({ captures: captures.slice(0, 2) });
    await vi.waitFor(() => expect(matching()).toEqual([0, 1]));
  });
});
