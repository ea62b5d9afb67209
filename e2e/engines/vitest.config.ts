import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The journeys in every engine that is there: two browsers at a time, each with one page at a time. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["e2e/engines/*.test.ts"],
    globalSetup: ["e2e/engines/servePage.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    retry: 1,
    expect: { poll: { timeout: 40_000, interval: 100 } },
  },
});
