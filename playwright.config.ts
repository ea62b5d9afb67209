import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { listChromiumSwitches, systemHeadlessChromium } from "./scripts/engines.mjs";

const executablePath = systemHeadlessChromium();

/** What Playwright turns off by a switch that ours replaces, as far as it matters to a local page. */
const DISABLED = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Each run leaves its results in a folder named after its process, since Playwright empties the folder first. */
const RESULTS = "test-results";

function isRunning(run: string): boolean {
  try {
    return process.kill(Number(run), 0);
  } catch {
    return false;
  }
}

/** The number of this run. Playwright reads this file again in each of its workers, which inherit it. */
function numberOfRun(): string {
  const { E2E_RUN } = process.env;
  if (E2E_RUN !== undefined) return E2E_RUN;
  for (const run of existsSync(RESULTS) ? readdirSync(RESULTS) : [])
    if (!isRunning(run)) rmSync(join(RESULTS, run), { recursive: true, force: true });
  process.env["E2E_RUN"] = String(process.pid);
  return String(process.pid);
}

/** Where the page is: the server says it once it is ready, and Playwright puts it into the environment. */
const { E2E_PAGE } = process.env;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: join(RESULTS, numberOfRun()),
  retries: 1,
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    ...(E2E_PAGE !== undefined && { baseURL: E2E_PAGE }),
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      args: ["--disable-gpu", ...listChromiumSwitches(DISABLED)],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    trace: "on-first-retry",
  },
  webServer: {
    command: "node scripts/page.mjs",
    wait: { stdout: /The page is at (?<e2e_page>\S+)/ },
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
