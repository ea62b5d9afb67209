import { expect, test } from "@playwright/test";
import { paste, row, runMenuCommand, syncRequest } from "./inspector";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
});

test("a fault outside of any component is told with a report to copy, and the page goes on", async ({
  page,
}) => {
  await page.evaluate(() => void Promise.reject(new Error("a handler's own")));
  const alert = page.getByRole("alertdialog", { name: /a handler's own/ });
  await alert.getByRole("button", { name: "Copy report" }).click();
  await expect(alert).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("a handler's own");
  await expect(row(page, "SyncKey")).toBeVisible();
});

test("a part of the page that does not come is told, and a reload brings it and what is open", async ({
  page,
}) => {
  await page.route(/OffsetDialog/, (route) => route.abort());
  await runMenuCommand(page, "go to an offset");
  await expect(page.getByText("Part of the page could not be loaded").first()).toBeVisible();
  await page.unroute(/OffsetDialog/);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(row(page, "SyncKey")).toBeVisible();
  await runMenuCommand(page, "go to an offset");
  await expect(page.getByRole("dialog", { name: "Go to an offset" })).toBeVisible();
});
