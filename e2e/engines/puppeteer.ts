import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type BrowserContext, type KeyInput, type Page } from "puppeteer-core";
import { listChromiumSwitches } from "../../scripts/engines.mjs";
import { type Click, type EnginePage, type Place, type RunningEngine, VIEWPORT } from "./engine";

/** Starts Chromium, driven by its own protocol. */
export async function startChromium(executablePath: string): Promise<RunningEngine> {
  const downloads = await makeFolder();
  const browser = await puppeteer.launch({
    executablePath,
    args: listChromiumSwitches(),
  });
  const openContext = () =>
    browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: downloads } });
  return makeEngine(browser, downloads, openContext);
}

/** Starts Firefox, driven by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<RunningEngine> {
  const downloads = await makeFolder();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    extraPrefsFirefox: {
      "browser.download.folderList": 2, // the folder that follows
      "browser.download.dir": downloads,
      "browser.download.alwaysOpenPanel": false,
    },
  });
  return makeEngine(browser, downloads, () => browser.createBrowserContext());
}

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "wbxml-inspector-downloads-"));

function makeEngine(
  browser: Browser,
  downloads: string,
  openContext: () => Promise<BrowserContext>,
): RunningEngine {
  let context: BrowserContext | undefined;
  return {
    openPage: async () => {
      await context?.close();
      context = await openContext();
      return makePage(await context.newPage(), downloads);
    },
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

async function makePage(page: Page, downloads: string): Promise<EnginePage> {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.setViewport(VIEWPORT);
  return {
    downloads,
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: async <A, R>(run: (argument: A) => R | Promise<R>, argument: A) =>
      (await page.evaluate(`(${run.toString()})(${JSON.stringify(argument)})`)) as R,
    clickAt: ({ x, y }: Place, { button = "left", count = 1 }: Click = {}) =>
      page.mouse.click(x, y, { button, count }),
    wheelAt: async ({ x, y }, down) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: down });
    },
    press: (keys) => pressTogether(page, keys),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    takeErrors: async () => errors.splice(0),
  };
}

async function pressTogether(page: Page, keys: string): Promise<void> {
  const pressed = keys.split("+") as KeyInput[];
  for (const key of pressed) await page.keyboard.down(key);
  for (const key of pressed.toReversed()) await page.keyboard.up(key);
}
