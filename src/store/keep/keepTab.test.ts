import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Capture } from "../../formats/format";
import { type BrowserStores, browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { editText, showCapture, undoEdit } from "../edits";
import { editingOf, useInspector } from "../inspector";
import { addCaptures } from "../opening";
import { emptyDatabase, openDatabase, type TabRecord } from "./database";
import { keepTab, MAX_KEPT } from "./keepTab";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const captureOf = (label: string, bytes = payload): Capture => ({
  label,
  direction: "request",
  payload: bytes,
  origin: {},
  problems: [],
});
const DAY = 24 * 60 * 60 * 1000;

let browser: BrowserStores;
const subscribe = vi.spyOn(useInspector, "subscribe");
const state = () => useInspector.getState();

/** Ends what belongs to the page, such as its subscriptions; what the browser stores stays. */
function closePage(): void {
  for (const { value } of subscribe.mock.results) (value as () => void)();
  subscribe.mockClear();
  browser.endPage();
  useInspector.setState(useInspector.getInitialState(), true);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 10 * DAY });
  browser = browserStores();
  useInspector.setState(useInspector.getInitialState(), true);
  await emptyDatabase();
});
afterEach(() => {
  closePage();
  vi.useRealTimers();
});
afterAll(() => {
  subscribe.mockRestore();
  vi.unstubAllGlobals();
});

const onTrouble = vi.fn<(message: string) => void>();
const keep = (): Promise<number> => keepTab(onTrouble);
/** The name of this tab. Each test has its own, so that late writes of an earlier test have no effect. */
const tabName = (): string =>
  (JSON.parse(sessionStorage.getItem("wbxml-inspector.tab") ?? "{}") as { readonly id: string }).id;
const records = async (): Promise<readonly TabRecord[]> =>
  (await openDatabase()).getAllFromIndex("tabs", "tab", tabName());

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
  it("restores the open captures after a reload, with edits, undo, selection and context", async () => {
    expect(await keep()).toBe(0);
    addCaptures([captureOf("one"), captureOf("two")], "opened");
    showCapture(1);
    const text = editingOf(state().captures[1])?.text() ?? "";
    editText(text.replace(">7<", ">8<"));
    state().select({ start: 14, end: 16 }, "tree");
    state().setContext({ version: "14.1" });
    await kept(2);
    closePage();
    expect(await keep()).toBe(2);
    expect(state()).toMatchObject({
      current: 1,
      selection: { range: { start: 14, end: 16 } },
    });
    expect(state().captures.map(({ context }) => context?.version)).toEqual([undefined, "14.1"]);
    expect(state().captures.map(({ label }) => label)).toEqual(["one", "two"]);
    expect(editingOf(state().captures[1])?.document.bytes[9]).toBe(0x38);
    undoEdit();
    expect(editingOf(state().captures[1])?.document.bytes).toEqual(payload);
  });

  it("is written when the page is hidden, and cannot be read without the tab's key", async () => {
    await keep();
    addCaptures([captureOf("one")], "opened");
    browser.hidePage();
    await eventually(async () => expect(await records()).toHaveLength(2));
    for (const { locked } of await records())
      expect(Buffer.from(locked).includes(Buffer.from(payload))).toBe(false);
    closePage();
    sessionStorage.removeItem("wbxml-inspector.tab");
    expect(await keep()).toBe(0);
    expect(state().captures).toEqual([]);
  });

  it("writes only what has changed, and deletes what it replaces", async () => {
    await keep();
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
    await keep();
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
    await keep();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    const before = tabName();
    useInspector.setState(useInspector.getInitialState(), true);
    expect(await keep()).toBe(1); // the other tab still holds its lock
    await kept(1);
    expect(tabName()).not.toBe(before);
  });

  it("keeps captures that are already open", async () => {
    await keep();
    addCaptures([captureOf("one")], "opened");
    await kept(1);
    closePage();
    addCaptures([captureOf("mine")], "opened");
    expect(await keep()).toBe(0);
    expect(state().captures.map(({ label }) => label)).toEqual(["mine"]);
  });
});

describe("what other tabs left", () => {
  it("is deleted a day after they were closed", async () => {
    const left = (tab: string, at: number): TabRecord => ({
      tab,
      id: 1,
      iv: new Uint8Array(12),
      locked: new ArrayBuffer(4),
      at,
    });
    const db = await openDatabase();
    await db.put("tabs", left("old", Date.now() - DAY - 1));
    await db.put("tabs", left("recent", Date.now() - DAY + 1));
    await db.put("tabs", left("open", Date.now() - 5 * DAY));
    void navigator.locks.request("wbxml-inspector.tab.open", { ifAvailable: true }, () => undefined);
    await keep();
    const there = await Promise.all(
      ["old", "recent", "open"].map((tab) => db.countFromIndex("tabs", "tab", tab)),
    );
    expect(there).toEqual([0, 1, 1]);
  });
});

describe("what cannot be kept", () => {
  it("is not attempted if the page is not served securely", async () => {
    vi.stubGlobal("isSecureContext", false);
    expect(await keep()).toBe(0);
    addCaptures([captureOf("one")], "opened");
    expect(subscribe).not.toHaveBeenCalled();
  });

  it("is reported once per reason", async () => {
    onTrouble.mockClear();
    const encrypt = vi.spyOn(crypto.subtle, "encrypt").mockRejectedValue(new Error("no room"));
    await keep();
    for (let i = 0; i < 3; i++) {
      addCaptures([captureOf(String(i))], "opened");
      vi.advanceTimersByTime(250);
      await eventually(() => expect(encrypt).toHaveBeenCalledTimes(i + 1));
    }
    expect(onTrouble).toHaveBeenCalledOnce();
    expect(onTrouble.mock.lastCall?.[0]).toContain("no room");
    encrypt.mockRestore();
  });

  it("is reported if it is too large, and nothing is written", async () => {
    onTrouble.mockClear();
    await keep();
    const capture = captureOf("large", new Uint8Array(MAX_KEPT + 1));
    useInspector.setState({ captures: [{ label: "large", capture, content: undefined }] });
    vi.advanceTimersByTime(250);
    await eventually(() => expect(onTrouble).toHaveBeenCalledOnce());
    expect(await ids()).toEqual([]);
  });
});
