// Runs all tests: unit and property tests, a minute of the fuzzer from fixed seeds, where each target counts
// as one test, the browser tests, and the journeys in all three engines. The last line is the total.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tellMissingEngines } from "./engines.mjs";

const results = mkdtempSync(join(tmpdir(), "wbxml-inspector-results-"));
process.on("exit", () => rmSync(results, { recursive: true, force: true }));

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;
}

function report(name) {
  try {
    return JSON.parse(readFileSync(`${results}/${name}.json`, "utf8"));
  } catch (error) {
    console.error(`${name} wrote no report: ${error.message}`);
    return undefined;
  }
}

const sum = { passed: 0, failed: 0, skipped: 0 };
function add(passed, failed, skipped) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

/** Runs vitest, adds its totals, and returns whether all went well. */
function runVitest(name, ...options) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}/${name}.json`];
  const status = run("npx", ["vitest", "run", ...reporters, ...options]);
  const totals = report(name);
  if (totals) add(totals.numPassedTests, totals.numFailedTests, totals.numPendingTests + totals.numTodoTests);
  return status === 0 && totals !== undefined;
}

const isUnitGood = runVitest("unit");

const fuzzing = run("npx", [
  "vite-node",
  "fuzz/run.ts",
  "1",
  "--from",
  "1",
  "--report",
  `${results}/fuzz.json`,
]);
const fuzz = report("fuzz");
if (fuzz) add(fuzz.passed, fuzz.failed, 0);

const browser = run("node", ["scripts/browser.mjs"]);
const pages =
  browser === 0
    ? run("npx", ["playwright", "test", "--reporter=list,json"], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/playwright.json`,
      })
    : browser;
const playwright = browser === 0 ? report("playwright") : undefined;
if (playwright)
  add(
    playwright.stats.expected + playwright.stats.flaky,
    playwright.stats.unexpected,
    playwright.stats.skipped,
  );

const areEnginesGood = browser === 0 && runVitest("engines", "--config=e2e/engines/vitest.config.ts");

const isFuzzingGood = fuzzing === 0 && fuzz !== undefined;
const arePagesGood = pages === 0 && playwright !== undefined;
const broken = !(isUnitGood && isFuzzingGood && arePagesGood && areEnginesGood);
if (broken && sum.failed === 0) sum.failed = 1; // the runner crashed without reporting a failed test
tellMissingEngines();
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
process.exit(broken ? 1 : 0);
