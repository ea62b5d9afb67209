import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../../formats/format";
import { type BrowserStores, browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { playWorkers } from "../../testing/pageWorker";

const capture: Capture = {
  label: "one",
  direction: "request",
  payload: hex("03 01 6A 00 05"),
  origin: {},
  problems: [],
};

/** The page's modules, as new as those of a page that has just started. */
async function startPage() {
  vi.resetModules();
  const [{ addCaptures }, { useInspector }, { useLintResult }, { followOpening }, unfinished] =
    await Promise.all([
      import("../opening"),
      import("../inspector"),
      import("../linting"),
      import("./followOpening"),
      import("./unfinished"),
    ]);
  return { addCaptures, useInspector, useLintResult, stop: followOpening(), ...unfinished };
}

let browser: BrowserStores;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  browser = browserStores();
  playWorkers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("a tab", () => {
  it("that ends while it opens a payload is known to have", async () => {
    const page = await startPage();
    expect(page.endedWhileOpening()).toBe(false);
    page.addCaptures([capture], "opened");
    expect(page.isOpening()).toBe(true);
    page.stop();
    const next = await startPage();
    expect(next.endedWhileOpening()).toBe(true);
    next.stop();
    const third = await startPage();
    expect(third.endedWhileOpening()).toBe(false); // the page before it has opened nothing
    third.stop();
  });

  it("that is reloaded while it opens a payload has ended by that only if it stood still", async () => {
    const page = await startPage();
    page.addCaptures([capture], "opened");
    browser.hidePage();
    page.stop();
    const next = await startPage();
    expect(next.endedWhileOpening()).toBe(false);
    next.addCaptures([capture], "opened");
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 5000);
    browser.hidePage();
    now.mockRestore();
    next.stop();
    const last = await startPage();
    expect(last.endedWhileOpening()).toBe(true);
    last.stop();
  });

  it("that ends while it reads an input is known to have", async () => {
    const page = await startPage();
    page.useInspector.setState({ busy: { what: "a", done: 0, cancel: () => undefined } });
    page.stop();
    const next = await startPage();
    expect(next.endedWhileOpening()).toBe(true);
    next.stop();
  });

  it("has finished when the rules have judged what is shown, or could not", async () => {
    const page = await startPage();
    page.addCaptures([capture], "opened");
    const { captures, current } = page.useInspector.getState();
    const [open] = captures;
    if (open === undefined) throw new Error("nothing is open");
    page.useLintResult.setState({
      result: { open: { ...open }, editing: undefined, diagnostics: [] },
      failure: undefined,
    });
    expect(page.isOpening()).toBe(true); // a result about something else
    page.useLintResult.setState({ result: { open, editing: undefined, diagnostics: [] } });
    expect([page.isOpening(), current]).toEqual([false, 0]);
    page.addCaptures([capture], "opened");
    page.useLintResult.setState({ failure: { kind: "worker", reason: "x" } });
    expect(page.isOpening()).toBe(false);
    page.stop();
    const next = await startPage();
    expect(next.endedWhileOpening()).toBe(false);
    next.stop();
  });

  it("has finished some time later without a judgement, and at once when nothing is open", async () => {
    const page = await startPage();
    page.addCaptures([capture], "opened");
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.isOpening()).toBe(false);
    page.useInspector.setState({ busy: { what: "a", done: 0, cancel: () => undefined } });
    page.useInspector.setState({ captures: [], sources: [] });
    expect(page.isOpening()).toBe(true);
    page.useInspector.setState({ busy: undefined });
    expect(page.isOpening()).toBe(false);
    page.stop();
  });
});
