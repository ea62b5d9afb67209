import { expect, test } from "@playwright/test";
import { paste, row, syncRequest } from "./inspector";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
});

test("an error outside any component is shown with a report to copy, and the page still works", async ({
  page,
}) => {
  await page.evaluate(() => void Promise.reject(new Error("a handler's own")));
  const alert = page.getByRole("alertdialog", { name: /a handler's own/ });
  await alert.getByRole("button", { name: "Copy report" }).click();
  await expect(alert).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("a handler's own");
  await expect(row(page, "SyncKey")).toBeVisible();
});
