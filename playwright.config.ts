import { defineConfig } from "@playwright/test";
import { systemChromium } from "./scripts/chromium.mjs";

const executablePath = systemChromium();
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const PORT = Number(process.env["E2E_PORT"] ?? 4199);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  snapshotPathTemplate: "e2e/states/{arg}{ext}",
  retries: 1,
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      args: [...quiet, ...asRoot],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    trace: "retain-on-failure",
  },
  webServer: {
    command: `npx vite build && npx vite preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    timeout: 180_000,
    reuseExistingServer: false,
  },
});
