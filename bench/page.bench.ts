// What users wait for, measured in the browser on the built page: from paste to painted tree, from keystroke
// to bytes, scrolling, memory.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { systemChromium } from "../scripts/engines.mjs";
import { toHex } from "../src/bytes/hex";
import { createDensePayload } from "./payloads";

function reportLine(name: string, milliseconds: number, most?: number): void {
  const verdict =
    most === undefined ? "" : milliseconds <= most ? `(at most ${most})` : `MISSED (at most ${most})`;
  console.log(`${name.padEnd(58)} ${milliseconds.toFixed(0).padStart(7)} ms ${verdict}`);
}

async function openFreshPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole("heading", { name: "Paste a payload" }).waitFor();
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

/** The time from choosing a file to the frame that shows its tree, in milliseconds. */
async function measureFileOpening(page: Page, bytes: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const path = join(folder, "payload.wbxml");
    writeFileSync(path, bytes);
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const startTiming = async (): Promise<void> => {
            const start = performance.now();
            while (document.querySelector("[role=treeitem]") === null)
              await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            resolve(performance.now() - start);
          };
          addEventListener("change", () => void startTiming(), { capture: true, once: true });
        }),
    );
    await page.locator("input[type=file]").first().setInputFiles(path);
    return await painted;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The frames per second while scrolling through a pane for two seconds. */
function measureScrolling(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (which) => {
    const pane = document.querySelector(which);
    if (pane === null) throw new Error(`no ${which}`);
    const start = performance.now();
    let frames = 0;
    while (performance.now() - start < 2000) {
      pane.scrollTop = ((performance.now() - start) / 2000) * pane.scrollHeight;
      await new Promise(requestAnimationFrame);
      frames++;
    }
    return (frames * 1000) / (performance.now() - start);
  }, selector);
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

/** The bytes on the page's heap after a garbage collection. */
async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

async function benchPasting(browser: Browser, url: string): Promise<void> {
  for (const [name, megabytes, most] of [
    ["paste of 10 KB as hex to painted tree", 0.01, 100],
    ["paste of 1 MB as hex to painted tree", 1, 400],
  ] as const) {
    const page = await openFreshPage(browser, url);
    // wait until everything the first payload needs has been fetched
    await page.waitForLoadState("networkidle");
    reportLine(name, await measurePaste(page, toHex(createDensePayload(megabytes, false).bytes)), most);
    await page.close();
  }
}

async function benchLargeFile(browser: Browser, url: string): Promise<void> {
  const page = await openFreshPage(browser, url);
  await page.waitForLoadState("networkidle");
  reportLine(
    "50 MB from a file to painted tree",
    await measureFileOpening(page, createDensePayload(50, false).bytes),
    4000,
  );
  for (const pane of ["tree", "bytes"]) {
    const frames = await measureScrolling(page, `.${pane}`);
    console.log(
      `${`scrolling the ${pane} of 50 MB`.padEnd(58)} ${frames.toFixed(0).padStart(7)} frames/s (60 wanted)`,
    );
  }
  await page.close();
}

async function benchTyping(browser: Browser, url: string): Promise<void> {
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

async function benchMemory(browser: Browser, url: string): Promise<void> {
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

// as in `npm run build`; vite-node sets it to "development", and React would be the slow part
process.env["NODE_ENV"] = "production";
await build({ logLevel: "error" });
const server = await preview({ preview: { port: 4188 }, logLevel: "warn" });
const executablePath = systemChromium();
const browser = await chromium.launch({
  args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  const url = server.resolvedUrls?.local[0] ?? "http://localhost:4188/";
  await benchPasting(browser, url);
  await benchLargeFile(browser, url);
  await benchTyping(browser, url);
  await benchMemory(browser, url);
} finally {
  await browser.close();
  await server.close();
}
