import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "build/**/*.test.ts", "fuzz/**/*.test.ts"],
    environment: "node",
    setupFiles: ["src/testing/seed.ts", "src/testing/losses.ts"],
    testTimeout: 30_000,
    // No test file changes what another one reads, so a worker loads the modules once for all of its files:
    // building them anew for each took more processor time than the tests themselves.
    pool: "threads",
    isolate: false,
    maxWorkers: "100%", // by default, one processor is left idle
  },
});
