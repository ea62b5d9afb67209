import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endLoss, listLosses } from "../../browser/losses";
import type { Capture } from "../../formats/format";
import { type BrowserStores, browserStores } from "../../testing/browserStores";
import { hex } from "../../testing/bytes";
import { useInspector } from "../inspector";
import { addCaptures } from "../opening";
import { emptyDatabase, openDatabase } from "./database";
import { keepTab } from "./keepTab";

const payload = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const capture: Capture = { label: "Sync", direction: "request", payload, origin: {}, problems: [] };
const PATIENT = { timeout: 10_000 };

let browser: BrowserStores;
const subscribe = vi.spyOn(useInspector, "subscribe");

beforeEach(async () => {
  browser = browserStores();
  useInspector.setState(useInspector.getInitialState(), true);
  await emptyDatabase();
});
afterEach(() => {
  endSubscriptions();
  subscribe.mockRestore();
  browser.endPage();
  useInspector.setState(useInspector.getInitialState(), true);
  for (const { loss } of listLosses()) endLoss(loss);
  vi.unstubAllGlobals();
});

/** Ends what the page follows, as its end does. */
function endSubscriptions(): void {
  for (const { value } of subscribe.mock.results) (value as () => void)();
  subscribe.mockClear();
}

/** The name of this tab. */
const tabName = (): string => sessionStorage.getItem("wbxml-inspector.tab") ?? "";
const countRecords = async (): Promise<number> =>
  (await openDatabase()).countFromIndex("tabs", "tab", tabName());

describe("a tab that is reloaded while the page before takes seconds to go", () => {
  it("is not taken for a duplicate, and what was open is restored", { timeout: 60_000 }, async () => {
    await keepTab();
    const name = tabName();
    addCaptures([capture], "opened");
    await vi.waitFor(async () => expect(await countRecords()).toBe(2), PATIENT);
    await new Promise((resolve) => setTimeout(resolve, 500)); // nothing is left to be written
    browser.hidePage();
    endSubscriptions();
    browser.endPageSlowly(3000); // longer than for a tab that is asked, and does not answer
    useInspector.setState(useInspector.getInitialState(), true);
    expect((await keepTab()).count).toBe(1);
    expect(useInspector.getState().captures.map(({ label }) => label)).toEqual(["Sync"]);
    expect(tabName()).toBe(name);
    expect(await countRecords()).toBe(2);
    expect(listLosses()).toEqual([]);
  });
});
