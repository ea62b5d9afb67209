// What users wait for, measured in browsers on the built page: opening of small and large inputs, in one
// table; then keys in the XML, and memory after many payloads.
import { type Browser, chromium } from "@playwright/test";
import { build, preview } from "vite";
import { startFirefox } from "../e2e/engines/puppeteer";
import { listChromiumSwitches, systemChromium, systemFirefox } from "../scripts/engines.mjs";
import { pageInputs } from "./pageInputs";
import type { BenchPage } from "./pageOpening";
import { benchOpening, printFailure, printHeading } from "./pageTable";
import { benchMemory, benchTyping, measureHeap, openFreshPage } from "./pageUse";

/** A browser that opens a fresh page for each input. */
interface BenchBrowser {
  readonly name: string;
  /** Runs something with a page of its own. */
  readonly withPage: (run: (page: BenchPage) => Promise<void>) => Promise<void>;
}

function benchChromium(browser: Browser, url: string): BenchBrowser {
  return {
    name: "Chromium",
    withPage: async (run) => {
      const page = await openFreshPage(browser, url);
      try {
        await run({
          evaluate: (act, argument) => page.evaluate(`(${act.toString()})(${JSON.stringify(argument)})`),
          measureHeap: () => measureHeap(page),
        });
      } finally {
        await page.close();
      }
    },
  };
}

/** Each input has a Firefox of its own: one that ran out of memory does not spoil the others. */
function benchFirefox(program: string, url: string): BenchBrowser {
  return {
    name: "Firefox",
    withPage: async (run) => {
      const engine = await startFirefox(program);
      try {
        const page = await engine.openPage();
        await page.goto(url);
        await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 2000)), undefined);
        await run(page);
      } finally {
        await engine.close();
      }
    },
  };
}

/** Opens every input in every browser. `wanted` is a part of the names of the inputs to open. */
async function benchOpenings(browsers: readonly BenchBrowser[], wanted: string): Promise<void> {
  printHeading();
  for (const input of pageInputs.filter(({ name }) => name.includes(wanted)))
    for (const { name, withPage } of browsers)
      await withPage((page) => benchOpening(page, name, input)).catch((error: unknown) =>
        printFailure(name, input, error),
      );
}

// as in `npm run build`; vite-node sets it to "development", and React would be the slow part
process.env["NODE_ENV"] = "production";
await build({ logLevel: "error" });
const server = await preview({ preview: { port: 0, strictPort: true }, logLevel: "warn" });
const executablePath = systemChromium();
const browser = await chromium.launch({
  args: listChromiumSwitches(),
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("the server of the page did not start");
  const firefox = systemFirefox();
  const browsers = [
    benchChromium(browser, url),
    ...(firefox === undefined ? [] : [benchFirefox(firefox, url)]),
  ];
  const wanted = process.argv.slice(2).filter((word) => word !== "--");
  await benchOpenings(browsers, wanted.join(" "));
  if (wanted.length === 0) {
    await benchTyping(browser, url);
    await benchMemory(browser, url);
  }
} finally {
  await browser.close();
  await server.close();
}
