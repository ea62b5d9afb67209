import { expect, test } from "@playwright/test";
import { drop, largePayload, row } from "./inspector";

test("in a payload too large for the editor, only the selected element is edited", async ({ page }) => {
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect(page.getByText("The XML of 5 MB is too large for the editor.")).toBeVisible();
  await row(page, "SyncKey").click();
  const lines = page.locator(".xml-part .view-lines");
  await expect(lines).toHaveText(/SyncKey/);
  await expect(page.getByRole("button", { name: /Apply to the payload/ })).toBeDisabled();
  await lines.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('<SyncKey xmlns="AirSync">82</SyncKey');
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("list", { name: "Why it can't be applied" })).toBeVisible();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('<SyncKey xmlns="AirSync">82</SyncKey>');
  await page.getByRole("button", { name: /Apply to the payload/ }).click();
  await expect(row(page, "SyncKey")).toHaveText(/82/);
  await expect(page.locator("#byte-10")).toHaveText("32");
  await expect(page.locator("#byte-12")).toHaveText("01");
  await row(page, "Collections").click();
  await expect(page.getByText("The selected element is too large for the editor.")).toBeVisible();
  await page.getByRole("button", { name: "Undo Edit SyncKey" }).click();
  await expect(row(page, "SyncKey")).toHaveText(/7/);
});
