import { expect, test } from "@playwright/test";
import { drop, row } from "./inspector";

/**
 * A Sync response of more than 4 MB: one small collection, followed by one item with a long body. Made by
 * hand from MS-ASWBXML.
 */
function largePayload(): Uint8Array {
  const head = [
    0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03, 0x37, 0x00, 0x01, 0x52, 0x03, 0x31, 0x35, 0x00,
    0x01,
  ];
  const item = [0x56, 0x47, 0x4d, 0x03, 0x31, 0x00, 0x01, 0x5d, 0x00, 0x02, 0x54, 0x03];
  const body = new Uint8Array(4_500_000).fill(0x61);
  return Uint8Array.from([...head, ...item, ...body, 0x00, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01]);
}

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
