import { expect, type Locator, type Page, test } from "@playwright/test";
import { writeSampleSession } from "../src/craft/sampleSession";
import { drop, session } from "./inspector";

// How few gestures the questions take that people ask most: a gesture is a click or a key.

interface Entry {
  readonly startedDateTime: string;
}

/** A capture of 250 exchanges in which one Sync failed: the healthy ones of the sample, again and again. */
function makeCapture(): Uint8Array {
  const { log } = JSON.parse(writeSampleSession()) as {
    readonly log: { readonly entries: readonly Entry[] };
  };
  const healthy = [5, 6, 10].flatMap((at) => log.entries[at] ?? []);
  const failing = log.entries[9];
  const entries = Array.from({ length: 250 }, (_, at) => ({
    ...(at === 187 ? failing : healthy[at % healthy.length]),
    startedDateTime: new Date(Date.UTC(2026, 2, 9, 9, 0, at)).toISOString(),
  }));
  return new TextEncoder().encode(JSON.stringify({ log: { ...log, entries } }));
}

const explain = (page: Page): Locator => page.getByRole("region", { name: "Explain" });
const rows = (page: Page): Locator => session(page).getByRole("row", { name: /InvalidSyncKey/ });

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await drop(page, "day.har", makeCapture());
  await expect(page.getByText("250 exchanges").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Failed 1$/ })).toBeVisible();
});

test("the exchange that failed, among 250, is found and understood in two gestures", async ({ page }) => {
  await page.getByRole("button", { name: /^Failed 1$/ }).click();
  await rows(page).click();
  await expect(explain(page)).toContainText("InvalidSyncKey");
  await expect(explain(page)).toContainText(/What to do/);
  await expect(explain(page)).toContainText(/SyncKey 0/);
});

test("F8 goes to the exchange that failed, and a second one into it", async ({ page }) => {
  await page.keyboard.press("F8");
  await expect(rows(page)).toHaveAttribute("aria-selected", "true");
  await expect(rows(page)).toBeInViewport();
  await expect(explain(page)).toContainText("InvalidSyncKey");
});

test("its request is copied for curl in two gestures", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: /^Failed 1$/ }).click();
  await rows(page).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy as cURL" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/ curl [\s\S]*MS-ASProtocolVersion: 14\.1/);
});
