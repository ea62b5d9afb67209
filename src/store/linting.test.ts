import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../formats/format";
import { nothingChosen } from "../session/messageContext";
import { hex } from "../testing/bytes";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";
import type {
  FindingsReport,
  KeyedMessage,
  LintRequest,
  SentDiagnostic,
  ToLintWorker,
} from "../worker/lintMessages";
import { PIECE_BYTES } from "../worker/pieces";
import { editXml, startEditing } from "./editing";
import { editingOf, type OpenCapture } from "./inspector";

const workers = playWorkers();
let linting: typeof import("./linting");

// The module starts one worker and keeps it. Here it is a fake, which only this file uses.
beforeAll(async () => {
  vi.resetModules();
  linting = await import("./linting");
});
afterAll(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");

const captureOf = (facts: Partial<Capture> = {}): Capture => ({
  label: "Sync",
  direction: "request",
  payload: payload.slice(),
  origin: {},
  problems: [],
  ...facts,
});
const unopened = (facts: Partial<Capture> = {}): OpenCapture => ({
  label: "Sync",
  capture: captureOf(facts),
  content: undefined,
});
function opened(facts: Partial<Capture> = {}): OpenCapture {
  const capture = captureOf(facts);
  return { label: "Sync", capture, content: { kind: "payload", editing: startEditing(capture.payload) } };
}
const diagnostic = { rule: "sms/options-max-two" } as SentDiagnostic;

function worker(): PlayedWorker {
  const last = workers.at(-1);
  if (last === undefined) throw new Error("no worker was started");
  return last;
}
const failure = () => linting.useLintResult.getState().failure;
const requests = (): LintRequest[] =>
  (worker().requests as ToLintWorker[]).filter((request) => request.kind === "lint");
/** The messages as the worker has them after the requests up to now. */
function listMessages(): KeyedMessage[] {
  const messages: KeyedMessage[] = [];
  for (const { count, changes } of requests()) {
    messages.length = Math.min(messages.length, count);
    for (const [index, message] of changes) messages[index] = message;
  }
  return messages;
}
function lastRequest(): LintRequest {
  const last = requests().at(-1);
  if (last === undefined) throw new Error("the worker was asked nothing");
  return last;
}
function answer(report: Partial<FindingsReport> = {}): void {
  worker().answer({ kind: "findings", id: lastRequest().id, diagnostics: [], ...report });
}
/**
 * The request that the worker receives for captures of which one is shown; the worker answers immediately.
 */
function asked(captures: readonly OpenCapture[], current = 0): LintRequest {
  linting.lintShown(captures, current);
  const request = lastRequest();
  answer();
  return request;
}

beforeEach(() => {
  linting.startLinting();
  linting.useLintResult.setState({ result: undefined, failure: undefined });
});

describe("the findings that the worker counts", () => {
  it("belong to the captures of the request", async () => {
    const { useFindingCounts } = await import("./findingCounts");
    const captures = [opened(), opened()];
    asked(captures);
    const own = { error: 2, warning: 1, info: 0 };
    worker().answer({ kind: "counts", id: lastRequest().id, counts: [[1, own]] });
    const { find } = useFindingCounts.getState();
    expect(captures.map(find)).toEqual([undefined, own]);
  });
});

describe("a request to the rules", () => {
  it("sends each payload once, under a stable key", () => {
    const captures = [opened(), unopened()];
    const first = asked(captures);
    const keys = listMessages().map(({ key }) => key);
    expect(first.payloads.map(({ key }) => key)).toEqual(keys);
    expect(new Set(keys).size).toBe(2);
    const [one, other] = captures;
    if (one === undefined || other === undefined) throw new Error("there are two");
    const second = asked([{ ...one, context: { ...nothingChosen, folder: "inbox" } }, other]);
    expect(second.payloads).toEqual([]);
    expect(second.changes.map(([index]) => index)).toEqual([0]);
    expect(listMessages().map(({ key }) => key)).toEqual(keys);
  });

  it("sends a payload again if the worker dropped it or it was edited", () => {
    const [one, other] = [opened(), opened()];
    asked([one, other]);
    expect(asked([other]).payloads).toEqual([]);
    expect(asked([one, other]).payloads).toHaveLength(1);
    const editing = editingOf(one);
    if (editing === undefined) throw new Error("it was opened");
    const edited = editXml(editing, editing.text().replace(">7<", ">8<"), 0);
    const again = asked([{ ...one, content: { kind: "payload", editing: edited } }, other]);
    expect(again.payloads).toMatchObject([{ bytes: edited.document.bytes, text: edited.text() }]);
  });

  it("has every capture, and no payload of one that is a text", () => {
    const text: OpenCapture = { ...unopened(), content: { kind: "text", text: "<html>" } };
    const failed = { contentType: "text/html", http: { status: 503, headers: [] } };
    const { shown, payloads } = asked([text, unopened(failed), unopened(), opened()], 3);
    expect([shown, payloads.length]).toEqual([3, 2]);
    expect(listMessages().map(({ key }) => key !== undefined)).toEqual([false, false, true, true]);
    expect(listMessages()[1]?.facts.httpStatus).toBe(503);
  });

  it("uses for each message what was chosen for it, otherwise its HTTP values", () => {
    const facts = { command: "Sync", version: "14.1" };
    const context = {
      direction: "response",
      version: "16.1",
      folder: "inbox",
      product: "exchange2010",
    } as const;
    asked([{ ...opened(facts), context }, unopened(facts)]);
    expect(listMessages()).toMatchObject([
      { ...context, command: "Sync" },
      { command: "Sync", direction: "request", version: "14.1", folder: "unknown", product: "unknown" },
    ]);
  });

  it("uses the HTTP values if nothing was chosen, and ignores unknown versions", () => {
    asked([opened({ version: "14.1" })]);
    expect(listMessages()).toMatchObject([{ direction: "request", version: "14.1" }]);
    asked([opened({ version: "9.9" })]);
    expect(listMessages()[0]).not.toHaveProperty("version");
  });

  it("has the shown payload first, and the others in batches", async () => {
    const sent = () => (worker().requests as ToLintWorker[]).filter((request) => request.kind !== "piece");
    const before = sent().length;
    const many = Array.from({ length: 1200 }, () => unopened());
    linting.lintShown([...many, opened()], 1200);
    expect(lastRequest()).toMatchObject({ count: 1201, shown: 1200, isLast: false });
    expect(lastRequest().payloads).toHaveLength(1);
    await vi.waitFor(() => expect(sent().at(-1)?.isLast).toBe(true));
    expect(
      sent()
        .slice(before)
        .map(({ payloads }) => payloads.length),
    ).toEqual([1, 500, 500, 200]);
    answer();
    expect(asked([...many, opened()], 1200).payloads).toHaveLength(1);
  });

  const ofSize = (size: number): OpenCapture => unopened({ payload: new Uint8Array(size) });

  it("has its bytes in pieces before it if they are many", async () => {
    const sent = (): ToLintWorker[] => worker().requests as ToLintWorker[];
    const large = ofSize(2 * PIECE_BYTES + 1);
    const start = sent().length;
    linting.lintShown([large], 0);
    await vi.waitFor(() => expect(sent().at(-1)?.kind).toBe("lint"));
    expect(
      sent()
        .slice(start)
        .map(({ kind }) => kind),
    ).toEqual(["piece", "piece", "piece", "lint"]);
    expect(lastRequest().payloads.map(({ bytes }) => bytes)).toEqual([undefined]);
    answer();
    expect(asked([large], 0).payloads).toEqual([]);
  });

  it("has all pieces again if it comes while some are on their way", async () => {
    const sent = (): ToLintWorker[] => worker().requests as ToLintWorker[];
    const captures = [opened(), ofSize(2 * PIECE_BYTES + 1), ofSize(2 * PIECE_BYTES + 1)];
    linting.lintShown(captures, 0);
    answer();
    while (sent().at(-1)?.kind !== "piece") await new Promise((resolve) => setTimeout(resolve));
    const before = sent().length;
    linting.lintShown([...captures], 0);
    answer();
    const isSent = (): void => expect(sent().at(-1)).toMatchObject({ kind: "more", isLast: true });
    await vi.waitFor(isSent, 20_000);
    const later = sent().slice(before);
    const starts = later.flatMap((one) => (one.kind === "piece" ? [[one.key, one.start]] : []));
    const keys = later.flatMap((one) => (one.kind === "piece" ? [] : one.payloads.map(({ key }) => key)));
    expect(keys).toHaveLength(2);
    expect(starts).toEqual(keys.flatMap((key) => [0, 1, 2].map((piece) => [key, piece * PIECE_BYTES])));
  });

  it("is not sent again for what was asked last", () => {
    const captures = [opened(), opened()];
    const first = asked(captures);
    linting.lintShown(captures, 0);
    expect(lastRequest()).toBe(first);
    linting.lintShown(captures, 1);
    expect(lastRequest()).not.toBe(first);
    answer();
  });

  it("has the problems of the text, unless it is a draft", () => {
    const open = opened();
    const editing = editingOf(open) ?? startEditing(payload);
    const asText = (text: string): OpenCapture => ({
      ...open,
      content: { kind: "payload", editing: editXml(editing, text, 0) },
    });
    const noted = asText(editing.text().replace("<SyncKey>", "<SyncKey xmlns='AirSync:'>"));
    expect(asked([noted]).problems).toEqual(editingOf(noted)?.problems);
    const draft = asText("<Sync");
    expect(editingOf(draft)?.problems).not.toEqual([]);
    expect(asked([draft]).problems).toEqual([]);
  });
});

describe("the answer", () => {
  it("is stored with the payload that it is about", () => {
    const open = opened();
    linting.lintShown([open], 0);
    answer({ diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result).toEqual({
      open,
      editing: editingOf(open),
      diagnostics: [diagnostic],
    });
  });

  it("is awaited: only the last request made meanwhile is sent", () => {
    const before = requests().length;
    linting.lintShown([opened()], 0);
    linting.lintShown([{ ...opened(), context: { ...nothingChosen, folder: "inbox" } }], 0);
    linting.lintShown([{ ...opened(), context: { ...nothingChosen, folder: "drafts" } }], 0);
    expect(requests()).toHaveLength(before + 1);
    answer();
    expect(requests()).toHaveLength(before + 2);
    expect(listMessages()).toMatchObject([{ folder: "drafts" }]);
    answer();
    expect(requests()).toHaveLength(before + 2);
  });

  it("is ignored if it is for an older request", () => {
    linting.lintShown([opened()], 0);
    answer({ id: lastRequest().id - 1, diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result).toBeUndefined();
  });

  it("can be that the rules failed, until they answer again", () => {
    linting.lintShown([opened()], 0);
    worker().answer({ kind: "crash", id: lastRequest().id, crash: "out of memory" });
    expect(failure()).toEqual({ kind: "error", reason: "out of memory" });
    asked([opened()]);
    expect(failure()).toBeUndefined();
  });

  it("also says what all captures are", async () => {
    const captures = [opened(), opened()];
    linting.lintShown(captures, 0);
    const { id } = lastRequest();
    answer();
    const conversations = [{ id: "#1", userAgents: [], versions: [], exchanges: [] }];
    worker().answer({ kind: "session", isLast: true, id: id - 1, conversations: [] });
    worker().answer({ kind: "session", isLast: true, id, conversations });
    expect((await import("./session")).useSession.getState()).toEqual({ conversations, captures });
  });
});

describe("a worker that ends", () => {
  it("is started again, and gets the request once more", () => {
    const captures = [opened(), opened()];
    asked(captures);
    linting.lintShown([...captures], 1);
    const before = workers.length;
    worker().fail("out of memory");
    expect(workers).toHaveLength(before + 1);
    expect(requests()).toMatchObject([{ shown: 1, count: 2 }]);
    expect(lastRequest().changes).toHaveLength(2);
    expect(failure()).toBeUndefined();
    answer({ diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result?.diagnostics).toEqual([diagnostic]);
  });

  it("twice for the same request is said, and the request is repeated when asked for", () => {
    linting.lintShown([opened()], 0);
    worker().fail("out of memory");
    worker().fail("out of memory");
    expect(failure()).toEqual({ kind: "worker", reason: "out of memory" });
    linting.retryLinting();
    expect(failure()).toBeUndefined();
    answer({ diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result?.diagnostics).toEqual([diagnostic]);
  });

  it("goes on with what is shown now", () => {
    linting.lintShown([opened()], 0);
    linting.lintShown([opened(), opened()], 1);
    worker().fail("");
    expect(requests()).toMatchObject([{ shown: 1, count: 2 }]);
    answer();
  });

  it("is ended when it works on what is no longer shown, and what is shown comes first", () => {
    vi.useFakeTimers();
    linting.lintShown([opened()], 0);
    const stuck = worker();
    linting.lintShown([opened(), opened()], 1);
    vi.advanceTimersByTime(2900);
    expect(stuck.isTerminated).toBe(false);
    vi.advanceTimersByTime(200);
    expect(stuck.isTerminated).toBe(true);
    expect(requests()).toMatchObject([{ shown: 1, count: 2 }]);
    stuck.answer({ kind: "findings", id: lastRequest().id, diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result).toBeUndefined();
    answer({ diagnostics: [diagnostic] });
    expect(linting.useLintResult.getState().result?.diagnostics).toEqual([diagnostic]);
    vi.useRealTimers();
  });

  /** Ends the worker. The next request goes to one that has not started. */
  function endWorker(): void {
    worker().fail("");
    answer();
  }

  it.each<readonly [what: string, bytes: number, seconds: number, isLate: boolean]>([
    ["and has started, after a time that follows the bytes", payload.length, 10, false],
    ["a large payload is shown", 200_000, 20, false],
    ["at most a minute", 50_000_000, 60, false],
    ["and has not started, after a minute", payload.length, 60, true],
  ])("is ended when it says nothing, %s", (_, bytes, seconds, isLate) => {
    vi.useFakeTimers();
    endWorker();
    linting.lintShown([unopened({ payload: new Uint8Array(bytes) })], 0);
    const stuck = worker();
    if (!isLate) stuck.answer({ kind: "ready" });
    vi.advanceTimersByTime(1000 * seconds - 100);
    expect(stuck.isTerminated).toBe(false);
    vi.advanceTimersByTime(200);
    expect(stuck.isTerminated).toBe(true);
    expect(failure()).toMatchObject({
      kind: "worker",
      reason: expect.stringContaining(` ${seconds} seconds`),
    });
    vi.useRealTimers();
    asked([opened()]);
    expect(failure()).toBeUndefined();
  });

  it("is given the time for a payload from when it has started", () => {
    vi.useFakeTimers();
    endWorker();
    linting.lintShown([opened()], 0);
    const slow = worker();
    vi.advanceTimersByTime(50_000);
    slow.answer({ kind: "ready" });
    vi.advanceTimersByTime(9900);
    expect(slow.isTerminated).toBe(false);
    answer();
    vi.advanceTimersByTime(60_000);
    expect([slow.isTerminated, failure()]).toEqual([false, undefined]);
    vi.useRealTimers();
  });

  it("that cannot be started is said, and is no error", async () => {
    linting.lintShown([opened()], 0);
    const Played = globalThis.Worker;
    refuseWorkers();
    worker().fail("");
    await vi.waitFor(() => expect(failure()).toMatchObject({ kind: "worker" }));
    expect(failure()?.reason).toContain("denied");
    vi.stubGlobal("Worker", Played);
    asked([opened()]);
    expect(failure()).toBeUndefined();
  });
});
