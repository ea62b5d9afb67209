import { expect, type Page, test } from "@playwright/test";
import { copyAs, paste, row, syncRequest } from "./inspector";

const grid = (page: Page) => page.getByRole("grid", { name: "Bytes" });
const type = async (page: Page, digits: string): Promise<void> => {
  for (const digit of digits) await page.keyboard.press(digit);
};

/** Pastes a text while the focus is in the bytes. */
async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+V");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("typing digits overwrites the byte and updates every pane", async ({ page }) => {
  await page.locator("#byte-9").click();
  await type(page, "3");
  await expect(page.getByRole("status").filter({ hasText: "type the second digit" })).toBeVisible();
  await type(page, "9");
  await expect(row(page, "SyncKey")).toContainText("9");
  await expect(page.locator("#byte-10")).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".bytes-row > .byte.is-changed")).toHaveText(["39"]);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 39 00"));
});

test("a broken payload is shown as far as possible, and can be undone", async ({ page }) => {
  await page.locator("#byte-8").click();
  await page.keyboard.press("Home");
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await expect(page.locator(".problem.is-error").first()).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(page.locator(".problem.is-error")).toHaveCount(0);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("the Insert key switches to inserting, and hex can be pasted between bytes", async ({ page }) => {
  await page.locator("#byte-9").click();
  await page.keyboard.press("Insert");
  await expect(page.getByRole("button", { name: "INS" })).toBeVisible();
  await type(page, "36");
  await expect(row(page, "SyncKey")).toContainText("67");
  await pasteInto(page, "0x35, 0x35");
  await expect(row(page, "SyncKey")).toContainText("6557");
  await page.keyboard.press("Escape");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 36 35 35 37 00"));
});

test("a range is selected with Shift, copied as hex and deleted", async ({ page }) => {
  await page.locator("#byte-4").click();
  await page.locator("#byte-6").click({ modifiers: ["Shift"] });
  await expect(page.locator('.bytes-row > .byte[aria-selected="true"]')).toHaveText(["45", "5C", "4F"]);
  await page.keyboard.press("Control+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("45 5C 4F");
});

test("pasted bytes can be opened as a payload with one click", async ({ page }) => {
  await page.locator("#byte-9").click();
  await pasteInto(page, "03 01 6A 00 00 07 56 52 03 30 00 01 01");
  await page.getByRole("button", { name: "Open as a payload instead" }).click();
  await expect(row(page, "FolderSync")).toBeVisible();
});

test("a byte shows its bits, token, grammar rule and original value", async ({ page }) => {
  await page.locator("#byte-7").click();
  const about = page.locator(".bytes-about");
  await expect(about).toContainText("tag SyncKey");
  await expect(about).toContainText("01001011");
  await expect(about).toContainText("content 1 · identity 0B");
  await expect(about).toContainText("stag = TAG");
  await page.locator("#byte-9").click();
  await type(page, "38");
  await page.locator("#byte-9").click();
  await expect(about).toContainText("was 37");
  await expect(grid(page)).toBeVisible();
});
