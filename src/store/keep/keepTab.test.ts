import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endLoss, listLosses } from "../../browser/losses";
import type { Capture } from "../../formats/format";
import { type BrowserStores, browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { editText, showCapture, undoEdit } from "../edits";
import { editingOf, useInspector } from "../inspector";
import { addCaptures } from "../opening";
import { emptyDatabase, openDatabase, type TabRecord } from "./database";
import { MAX_KEPT } from "./followChanges";
import { keepTab } from "./keepTab";
import { connectKeyHolder } from "./keyHolder";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const read = { direction: "request", origin: {}, problems: [] } as const;
const captureOf = (label: string, bytes = payload): Capture => ({ ...read, label, payload: bytes });
const DAY = 24 * 60 * 60 * 1000;

let browser: BrowserStores;
const subscribe = vi.spyOn(useInspector, "subscribe");
const state = () => useInspector.getState();

/** Ends what belongs to the page, such as its subscriptions; what the browser stores stays. */
function crashPage(): void {
  for (const { value } of subscribe.mock.results) (value as () => void)();
  subscribe.mockClear();
  browser.endPage();
  useInspector.setState(useInspector.getInitialState(), true);
}

/** Closes the page, as a reload does: it is told before. */
function closePage(): void {
  browser.hidePage();
  crashPage();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 10 * DAY });
  browser = browserStores();
  useInspector.setState(useInspector.getInitialState(), true);
  await emptyDatabase();
});
afterEach(() => {
  crashPage();
  for (const { loss } of listLosses()) endLoss(loss);
  vi.useRealTimers();
});
afterAll(() => {
  subscribe.mockRestore();
  vi.unstubAllGlobals();
});

const losses = (): readonly string[] => listLosses().map(({ loss }) => loss);
/** The name of this tab. Each test has its own, so that late writes of an earlier test have no effect. */
const tabName = (): string => sessionStorage.getItem("wbxml-inspector.tab") ?? "";
const records = async (): Promise<readonly TabRecord[]> =>
  (await openDatabase()).getAllFromIndex("tabs", "tab", tabName());

/** Keeps the tab while the clock runs: the page waits a moment for a key that is not there. */
async function keepTabInTime(): ReturnType<typeof keepTab> {
  const keeping = keepTab();
  const run = { isSettled: false };
  void keeping.finally(() => {
    run.isSettled = true;
  });
  while (!run.isSettled) {
    await new Promise(setImmediate);
    vi.advanceTimersByTime(10);
  }
  return keeping;
}

/** Waits until a condition holds, while the page's clock stands still. */
async function eventually(check: () => void | Promise<void>): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    try {
      return await check();
    } catch {
      await new Promise(setImmediate);
    }
  }
  await check();
}
const ids = async (): Promise<readonly number[]> =>
  (await records()).map(({ id }) => id).filter((id) => id > 0);

/** The record that lists the captures. It is written last, and encrypted again each time. */
const viewRecord = async (): Promise<TabRecord | undefined> => (await records()).find(({ id }) => id === 0);

/** Waits for the pause before writing, and until the given number of captures and their list are stored. */
async function kept(count: number): Promise<void> {
  const before = await viewRecord();
  vi.advanceTimersByTime(250);
  await eventually(async () => {
    expect((await viewRecord())?.iv).not.toEqual(before?.iv);
    expect(await ids()).toHaveLength(count);
  });
}

describe("a tab that is kept", () => {
  it("restores what is open after a reload, with edits, undo, selection, context and blanks", async () => {
    expect((await keepTab()).count).toBe(0);
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    showCapture(1);
    const text = editingOf(state().captures[1])?.text() ?? "";
    editText(text.replace(">7<", ">8<"));
    state().select({ start: 14, end: 16 }, "tree");
    state().setContext({ version: "14.1" });
    state().showPane("bytes");
    useInspector.setState({ resend: { host: "eas.contoso.com" } });
    await kept(2);
    closePage();
    expect((await keepTab()).count).toBe(2);
    expect(state()).toMatchObject({
      current: 1,
      selection: { range: { start: 14, end: 16 } },
      shownPane: "bytes",
      resend: { host: "eas.contoso.com" },
    });
    expect(state().captures.map(({ context }) => context?.version)).toEqual([undefined, "14.1"]);
    expect(state().captures.map(({ label }) => label)).toEqual(["one", "two"]);
    expect(editingOf(state().captures[1])?.document.bytes[9]).toBe(0x38);
    undoEdit();
    expect(editingOf(state().captures[1])?.document.bytes).toEqual(payload);
  });

  it("is written when the page is hidden, and cannot be read without the tab's key", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    browser.hidePage();
    await eventually(async () => expect(await records()).toHaveLength(2));
    for (const { locked } of await records())
      expect(Buffer.from(await new Blob([locked]).arrayBuffer()).includes(Buffer.from(payload))).toBe(false);
    expect(Object.entries(sessionStorage)).toEqual([
      ["wbxml-inspector.tab", tabName()],
      ["wbxml-inspector.open", "1"],
    ]);
    expect(Object.entries(localStorage)).toEqual([]);
  });

  it("is dropped if the page could not hand over its key, and that is said", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    const before = tabName();
    crashPage();
    expect((await keepTabInTime()).count).toBe(0);
    expect(state().captures).toEqual([]);
    expect(losses()).toEqual(["reload-forgotten"]);
    expect(tabName()).not.toBe(before);
    expect(await (await openDatabase()).getAllFromIndex("tabs", "tab", before)).toEqual([]);
  });

  it("is dropped if the key has been held for more than a minute", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    closePage();
    vi.advanceTimersByTime(61_000);
    expect((await keepTabInTime()).count).toBe(0);
    expect(losses()).toEqual(["reload-forgotten"]);
  });

  it("says nothing where nothing was open before", async () => {
    await keepTab();
    crashPage();
    expect((await keepTabInTime()).count).toBe(0);
    expect(losses()).toEqual([]);
  });

  it("is not read with what an earlier version of the page stored", async () => {
    sessionStorage.setItem("wbxml-inspector.tab", '{"id":"old","jwk":{"k":"secret"}}');
    expect((await keepTab()).count).toBe(0);
    expect(tabName()).not.toContain("secret");
  });

  it("restores the other captures if the record of one is damaged, and says so", async () => {
    await keepTab();
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    await kept(2);
    const first = (await records()).find(({ id }) => id > 0);
    if (first === undefined) throw new Error("two were written");
    await (await openDatabase()).put("tabs", { ...first, locked: first.locked.slice(1) });
    closePage();
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await keepTab()).count).toBe(1);
    error.mockRestore();
    expect(state().captures.map(({ label }) => label)).toEqual(["two"]);
    expect(losses()).toEqual(["reload-incomplete"]);
    expect(listLosses()[0]?.reason).toBe("1");
  });

  it("writes only what has changed, and deletes what it replaces", async () => {
    await keepTab();
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    await kept(2);
    const before = await ids();
    editText((editingOf(state().captures[0])?.text() ?? "").replace(">7<", ">8<"));
    vi.advanceTimersByTime(250);
    await eventually(async () => {
      const after = await ids();
      expect(after.filter((id) => before.includes(id))).toHaveLength(1);
      expect(after).toHaveLength(2);
    });
  });

  it("writes every two seconds while changes continue without a pause", async () => {
    await keepTab();
    for (let i = 0; i < 9; i++) {
      addCaptures([captureOf(String(i))], "opened");
      vi.advanceTimersByTime(200);
    }
    expect(await ids()).toEqual([]);
    addCaptures([captureOf("9")], "opened");
    vi.advanceTimersByTime(200);
    await eventually(async () => expect(await ids()).toHaveLength(10));
  });

  it("restores the same captures when duplicated, and continues under its own name", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    const before = tabName();
    useInspector.setState(useInspector.getInitialState(), true);
    expect((await keepTab()).count).toBe(1); // the other tab still holds its lock
    await kept(1);
    expect(tabName()).not.toBe(before);
  });

  it("keeps captures that are already open", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    closePage();
    addCaptures([captureOf("mine")], "opened");
    expect((await keepTab()).count).toBe(0);
    expect(state().captures.map(({ label }) => label)).toEqual(["mine"]);
  });
});

describe("what is missing after a reload", () => {
  const missing = (): string | undefined =>
    listLosses().find(({ loss }) => loss === "reload-incomplete")?.reason;

  it("is said if the page was reloaded before it was stored", async () => {
    await keepTab();
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("too late", "AbortError");
    });
    closePage();
    expect((await keepTab()).count).toBe(0);
    expect(missing()).toBe("2");
    put.mockRestore();
  });

  it("is said if another tab deleted it, and what changes later is stored again", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    await emptyDatabase();
    closePage();
    expect((await keepTab()).count).toBe(0);
    expect(missing()).toBe("1");
    addCaptures([captureOf("two")], "opened");
    await kept(1);
    await emptyDatabase();
    addCaptures([captureOf("three")], "opened");
    await kept(2);
  });

  it("is nothing if a capture was closed and opened again by undo", async () => {
    await keepTab();
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    await kept(2);
    const { captures, sources } = state();
    useInspector.setState({ captures: [], sources: [] });
    await kept(0);
    useInspector.setState({ captures, sources });
    await kept(2);
    closePage();
    expect((await keepTab()).count).toBe(2);
    expect(losses()).toEqual([]);
  });

  it("is said if the list of the captures is damaged", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    const view = await viewRecord();
    if (view === undefined) throw new Error("it was written");
    await (await openDatabase()).put("tabs", { ...view, locked: view.locked.slice(1) });
    closePage();
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await keepTab()).count).toBe(0);
    error.mockRestore();
    expect(missing()).toBe("1");
  });

  it("is nothing after two reloads in quick succession", async () => {
    await keepTab();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    closePage();
    // the page is gone, and goes no further than this
    const importKey = vi.spyOn(crypto.subtle, "importKey").mockReturnValueOnce(new Promise(() => 0));
    void keepTab(); // is reloaded before it has done more than ask for its key
    crashPage();
    expect((await keepTab()).count).toBe(1);
    expect(importKey).toHaveBeenCalledTimes(2);
    importKey.mockRestore();
    expect(losses()).toEqual([]);
  });
});

describe("a tab that had not finished opening", () => {
  async function endUnfinished() {
    await keepTab();
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    await kept(2);
    closePage();
    const { count, offered } = await keepTab(true);
    expect(count).toBe(0);
    expect(state().captures).toEqual([]);
    return offered;
  }

  it("restores nothing by itself, and all of it if that is wanted", async () => {
    const offered = await endUnfinished();
    expect(await offered?.open()).toBe(2);
    expect(state().captures.map(({ label }) => label)).toEqual(["one", "two"]);
    expect(await ids()).toHaveLength(2);
  });

  it("restores in addition to what has been opened since", async () => {
    const offered = await endUnfinished();
    addCaptures([captureOf("three")], "opened");
    await kept(3); // what is offered stays
    expect(await offered?.open()).toBe(2);
    expect(state().captures.map(({ label }) => label)).toEqual(["three", "one", "two"]);
  });

  it("deletes it if it is not wanted", async () => {
    const offered = await endUnfinished();
    await offered?.discard();
    expect(await ids()).toEqual([]);
    closePage();
    expect(await keepTab()).toEqual({ count: 0 });
  });

  it("offers the same again after a reload without an answer, and nothing is missing", async () => {
    await endUnfinished();
    closePage();
    expect((await keepTab()).count).toBe(0);
    expect(state().captures).toEqual([]);
    addCaptures([captureOf("three")], "opened");
    await kept(3);
    closePage();
    const { count, offered } = await keepTab();
    expect(count).toBe(1);
    expect(await offered?.open()).toBe(2);
    expect(state().captures.map(({ label }) => label)).toEqual(["three", "one", "two"]);
    expect(losses()).toEqual([]);
  });

  it("offers nothing if nothing was open", async () => {
    await keepTab();
    closePage();
    expect(await keepTab(true)).toEqual({ count: 0 });
  });
});

describe("what other tabs left", () => {
  it("is deleted unless they are open or being reloaded", async () => {
    const left = (tab: string): TabRecord => ({
      tab,
      id: 1,
      iv: new Uint8Array(12),
      locked: new ArrayBuffer(4),
      at: Date.now(),
    });
    const db = await openDatabase();
    for (const tab of ["closed", "open", "reloaded"]) await db.put("tabs", left(tab));
    void navigator.locks.request("wbxml-inspector.tab.open", { ifAvailable: true }, () => undefined);
    (await connectKeyHolder(undefined)).hold("reloaded", new Uint8Array(32));
    await keepTab();
    const there = await Promise.all(
      ["closed", "open", "reloaded"].map((tab) => db.countFromIndex("tabs", "tab", tab)),
    );
    expect(there).toEqual([0, 1, 1]);
  });
});

describe("what cannot be kept", () => {
  it("is not attempted if the page is not served securely", async () => {
    vi.stubGlobal("isSecureContext", false);
    expect((await keepTab()).count).toBe(0);
    addCaptures([captureOf("one")], "opened");
    expect(subscribe).not.toHaveBeenCalled();
    expect(losses()).toEqual(["not-secure"]);
  });

  it("is not attempted if there is no service worker, or it is refused", async () => {
    const { locks } = navigator;
    vi.stubGlobal("navigator", { locks });
    expect((await keepTab()).count).toBe(0);
    expect(losses()).toEqual(["not-kept"]);
    endLoss("not-kept");
    const register = () => Promise.reject(new DOMException("no", "SecurityError"));
    const getRegistration = () => Promise.resolve(undefined);
    vi.stubGlobal("navigator", { locks, serviceWorker: { register, getRegistration } });
    expect((await keepTab()).count).toBe(0);
    expect(listLosses()).toMatchObject([
      { loss: "not-kept", reason: "it does not let this page store anything" },
    ]);
    addCaptures([captureOf("one")], "opened");
    expect(subscribe).not.toHaveBeenCalled();
  });

  it("is one loss, and none once it can be kept again", async () => {
    const encrypt = vi.spyOn(crypto.subtle, "encrypt").mockRejectedValue(new Error("no room"));
    await keepTab();
    for (let i = 0; i < 3; i++) {
      addCaptures([captureOf(String(i))], "opened");
      vi.advanceTimersByTime(250);
      await eventually(() => expect(encrypt).toHaveBeenCalledTimes(i + 1));
    }
    await eventually(() => expect(listLosses()).toEqual([{ loss: "reload-failed", reason: "no room" }]));
    encrypt.mockRestore();
    addCaptures([captureOf("more")], "opened");
    await kept(4);
    await eventually(() => expect(losses()).toEqual([]));
  });

  it("is a loss if it is too large, and nothing is written", async () => {
    await keepTab();
    const capture = { ...captureOf("large"), parts: [new Uint8Array(MAX_KEPT + 1)] }; // is not opened
    useInspector.setState({ captures: [{ label: "large", capture, content: undefined }] });
    vi.advanceTimersByTime(250);
    await eventually(() => expect(losses()).toEqual(["reload-too-large"]));
    expect(await ids()).toEqual([]);
  });
});
