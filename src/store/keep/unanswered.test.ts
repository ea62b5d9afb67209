import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { endLoss, listLosses } from "../../browser/losses";
import type { Capture } from "../../formats/format";
import { type BrowserStores, browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { useInspector } from "../inspector";
import { addCaptures } from "../opening";
import { emptyDatabase } from "./database";
import { keepTab } from "./keepTab";
import { within } from "./within";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = { label: "Sync", direction: "request", payload, origin: {}, problems: [] };
const never = new Promise<never>(() => undefined);

let browser: BrowserStores;
const subscribe = vi.spyOn(useInspector, "subscribe");

/** Ends the page, and what it waits for. */
function endPage(): void {
  for (const { value } of subscribe.mock.results) (value as () => void)();
  subscribe.mockClear();
  browser.endPage();
  useInspector.setState(useInspector.getInitialState(), true);
}

beforeAll(async () => {
  browser = browserStores();
  await keepTab(); // loads the code
  endPage();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  browser = browserStores();
  useInspector.setState(useInspector.getInitialState(), true);
  await emptyDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  endPage();
  for (const { loss } of listLosses()) endLoss(loss);
  vi.useRealTimers();
});
afterAll(() => {
  subscribe.mockRestore();
  vi.unstubAllGlobals();
});

/** The clock of the page runs this much faster than that of the test, so that what works has its time. */
const STEP = { page: 250, test: 2 };
const { setTimeout: later } = globalThis;

/** Lets time pass until a condition holds. Gives the number of milliseconds that took, or `Infinity`. */
async function passTime(isReached: () => boolean): Promise<number> {
  for (let time = 0; time <= 60_000; time += STEP.page) {
    await new Promise((resolve) => later(resolve, STEP.test));
    if (isReached()) return time;
    vi.advanceTimersByTime(STEP.page);
  }
  return Infinity;
}

/** A request of IndexedDB to which no event ever comes. */
const unanswered = (): never => new IDBOpenDBRequest() as never;

/** What a browser can leave without an answer, how that is played here, and what is said of it. */
const KINDS: readonly (readonly [string, () => unknown, string])[] = [
  ["a lock", () => vi.spyOn(navigator.locks, "request").mockReturnValue(never), "locks do not answer"],
  [
    "the list of locks",
    () => vi.spyOn(navigator.locks, "query").mockReturnValue(never),
    "locks do not answer",
  ],
  [
    "a service worker that is looked for",
    () => vi.spyOn(navigator.serviceWorker, "getRegistration").mockReturnValue(never),
    "service worker does not answer",
  ],
  [
    "a service worker that is registered",
    () => vi.spyOn(navigator.serviceWorker, "register").mockReturnValue(never),
    "service worker does not answer",
  ],
  [
    "a question to a service worker",
    () =>
      vi.spyOn(navigator.serviceWorker, "register").mockResolvedValue({
        active: Object.assign(new EventTarget(), { state: "activated", postMessage: () => undefined }),
      } as unknown as ServiceWorkerRegistration),
    "service worker does not answer",
  ],
  [
    "what is read from the database",
    () => vi.spyOn(IDBObjectStore.prototype, "openCursor").mockImplementation(unanswered),
    "storage does not answer",
  ],
];

describe("a page whose browser never answers", () => {
  it.each(KINDS)("about %s starts, and says what is lost", async (_, prepare, reason) => {
    prepare();
    let restored: number | undefined;
    void keepTab().then(({ count }) => {
      restored = count;
    });
    expect(await passTime(() => restored !== undefined)).toBeLessThanOrEqual(45_000);
    expect(restored).toBe(0);
    expect(listLosses()).toEqual([{ loss: "not-kept", reason: expect.stringContaining(reason) }]);
  });

  it("about what is written says so, and writes again when it answers", async () => {
    await keepTab();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(unanswered);
    addCaptures([capture], "opened");
    expect(await passTime(() => listLosses().length > 0)).toBeLessThanOrEqual(45_000);
    expect(listLosses()).toMatchObject([{ loss: "reload-failed" }]);
    put.mockRestore();
    addCaptures([capture], "opened");
    expect(await passTime(() => listLosses().length === 0)).toBeLessThan(Infinity);
  });
});

describe("a database that does not open", () => {
  beforeEach(() => vi.resetModules());
  afterAll(() => void vi.resetModules());

  it("in time is given up", async () => {
    const database = await import("./database");
    vi.spyOn(indexedDB, "open").mockImplementation(unanswered);
    let error: unknown;
    database.openDatabase().catch((thrown: unknown) => {
      error = thrown;
    });
    expect(await passTime(() => error !== undefined)).toBe(10_000);
    vi.restoreAllMocks();
    expect((await database.openDatabase()).name).toBe("wbxml-inspector");
  });

  it("in time is closed when it opens after all, and can be opened again", async () => {
    const database = await import("./database");
    const close = vi.spyOn(IDBDatabase.prototype, "close");
    const given = database.openDatabase().catch((error: unknown) => error);
    vi.advanceTimersByTime(10_000); // before the browser has had a chance to answer
    expect(await given).toBeInstanceOf(Error);
    await passTime(() => close.mock.calls.length > 0);
    expect(close).toHaveBeenCalledTimes(1);
    const db = await database.openDatabase();
    expect(await db.count("kept")).toBe(0);
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe("within", () => {
  it("settles like the promise, or rejects when the time is over", async () => {
    expect(await within(Promise.resolve(1), 1000, "late")).toBe(1);
    await expect(within(Promise.reject(new Error("own")), 1000, "late")).rejects.toThrow("own");
    const outcome = within(never, 1000, "late").catch((error: unknown) => error);
    vi.advanceTimersByTime(1000);
    expect(await outcome).toEqual(new Error("late"));
    expect(vi.getTimerCount()).toBe(0);
  });
});
