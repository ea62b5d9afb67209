import type { Browser, Page } from "@playwright/test";
import { toHex } from "../src/bytes/hex";
import { createDensePayload } from "./payloads";

function reportLine(name: string, milliseconds: number, most?: number): void {
  const verdict =
    most === undefined ? "" : milliseconds <= most ? `(at most ${most})` : `MISSED (at most ${most})`;
  console.log(`${name.padEnd(58)} ${milliseconds.toFixed(0).padStart(7)} ms ${verdict}`);
}

/** A page of its own, in which everything that the first payload needs was fetched. */
export async function openFreshPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole("heading", { name: "Paste a payload" }).waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

/** The time from pasting a text to the frame that shows its tree, in milliseconds. */
function measurePaste(page: Page, text: string): Promise<number> {
  return page.evaluate(async (payload) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", payload);
    const start = performance.now();
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
    while (document.querySelector("[role=treeitem]") === null) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, text);
}

/** The longest time that each key typed into the XML blocked the page, in milliseconds. */
async function measureKeys(page: Page, keys: number): Promise<number[]> {
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.waitForTimeout(1500);
  await page.locator(".view-line", { hasText: "Subject>" }).first().click();
  await page.keyboard.press("End");
  for (let i = 0; i < "</Subject>".length + 6; i++) await page.keyboard.press("ArrowLeft");
  const times: number[] = [];
  for (let i = 0; i < keys; i++) {
    await page.evaluate(() => {
      const state = window as unknown as { blocked: number };
      state.blocked = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) state.blocked = Math.max(state.blocked, entry.duration);
      }).observe({ type: "longtask" });
    });
    await page.keyboard.type("x");
    await page.waitForTimeout(600);
    times.push(await page.evaluate(() => (window as unknown as { blocked: number }).blocked));
  }
  return times;
}

/** The bytes on the page's heap and in its buffers after a garbage collection. */
export async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize + backingStorageSize;
}

/** Measures the longest block by a key in the XML. */
export async function benchTyping(browser: Browser, url: string): Promise<void> {
  const page = await openFreshPage(browser, url);
  await measurePaste(page, toHex(createDensePayload(0.04, false).bytes));
  reportLine("longest block by a key in about 100 KB of XML", Math.max(...(await measureKeys(page, 8))), 50);
  await page.close();
}

/** Waits until all panes of a payload are drawn and the payload is linted. */
async function waitForPanes(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.getByText("No problems found in this payload.").or(page.locator(".problem")).first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** Measures whether the heap grows with each payload that is opened. */
export async function benchMemory(browser: Browser, url: string): Promise<void> {
  const page = await openFreshPage(browser, url);
  const text = toHex(createDensePayload(1, false).bytes);
  await measurePaste(page, text);
  await waitForPanes(page);
  const first = await measureHeap(page);
  for (let i = 0; i < 10; i++) await measurePaste(page, text);
  await waitForPanes(page);
  console.log(
    `${"heap after ten more loads of 1 MB, against the first".padEnd(58)} ` +
      `${((await measureHeap(page)) / first).toFixed(2).padStart(7)} x`,
  );
  await page.close();
}
