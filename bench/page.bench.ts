// What a person waits for, measured in the browser on the built page: from paste to painted tree, from key to
// bytes, scrolling, memory.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { systemChromium } from "../scripts/chromium.mjs";
import { toHex } from "../src/bytes/hex";
import { dense } from "./payloads";

function line(name: string, milliseconds: number, most?: number): void {
  const verdict =
    most === undefined ? "" : milliseconds <= most ? `(at most ${most})` : `MISSED (at most ${most})`;
  console.log(`${name.padEnd(58)} ${milliseconds.toFixed(0).padStart(7)} ms ${verdict}`);
}

async function freshPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole("heading", { name: "Paste a payload" }).waitFor();
  return page;
}

/** Milliseconds from the paste of a text to the frame that shows its tree. */
function pasted(page: Page, text: string): Promise<number> {
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

/** Milliseconds from the choice of a file to the frame that shows its tree. */
async function opened(page: Page, bytes: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const path = join(folder, "payload.wbxml");
    writeFileSync(path, bytes);
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const chosen = async (): Promise<void> => {
            const start = performance.now();
            while (document.querySelector("[role=treeitem]") === null)
              await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            resolve(performance.now() - start);
          };
          addEventListener("change", () => void chosen(), { capture: true, once: true });
        }),
    );
    await page.locator("input[type=file]").first().setInputFiles(path);
    return await painted;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Frames a second while a pane is scrolled through for two seconds. */
function scrolled(page: Page, selector: string): Promise<number> {
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

/** The longest time that the page was blocked by each of some keys typed into the XML, in milliseconds. */
async function typed(page: Page, keys: number): Promise<number[]> {
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

/** Bytes on the page's heap after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

async function opening(browser: Browser, url: string): Promise<void> {
  for (const [name, megabytes, most] of [
    ["paste of 10 KB as hex to painted tree", 0.01, 100],
    ["paste of 1 MB as hex to painted tree", 1, 400],
  ] as const) {
    const page = await freshPage(browser, url);
    // what the first payload needs is fetched while nothing else is done
    await page.waitForLoadState("networkidle");
    line(name, await pasted(page, toHex(dense(megabytes, false).bytes)), most);
    await page.close();
  }
}

async function large(browser: Browser, url: string): Promise<void> {
  const page = await freshPage(browser, url);
  await page.waitForLoadState("networkidle");
  line("50 MB from a file to painted tree", await opened(page, dense(50, false).bytes), 4000);
  for (const pane of ["tree", "bytes"]) {
    const frames = await scrolled(page, `.${pane}`);
    console.log(
      `${`scrolling the ${pane} of 50 MB`.padEnd(58)} ${frames.toFixed(0).padStart(7)} frames/s (60 wanted)`,
    );
  }
  await page.close();
}

async function typing(browser: Browser, url: string): Promise<void> {
  const page = await freshPage(browser, url);
  await pasted(page, toHex(dense(0.04, false).bytes));
  line("longest block by a key in about 100 KB of XML", Math.max(...(await typed(page, 8))), 50);
  await page.close();
}

/** Waits until all panes of a payload are drawn and it is judged. */
async function settled(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.getByText("Nothing wrong with this payload.").or(page.locator(".problem")).first().waitFor();
  await page.waitForLoadState("networkidle");
}

async function memory(browser: Browser, url: string): Promise<void> {
  const page = await freshPage(browser, url);
  const text = toHex(dense(1, false).bytes);
  await pasted(page, text);
  await settled(page);
  const first = await heap(page);
  for (let i = 0; i < 10; i++) await pasted(page, text);
  await settled(page);
  console.log(
    `${"heap after ten more loads of 1 MB, against the first".padEnd(58)} ` +
      `${((await heap(page)) / first).toFixed(2).padStart(7)} x`,
  );
  await page.close();
}

// as `npm run build` has it; run by vite-node it is "development", and React would be the slow one
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
  await opening(browser, url);
  await large(browser, url);
  await typing(browser, url);
  await memory(browser, url);
} finally {
  await browser.close();
  await server.close();
}
