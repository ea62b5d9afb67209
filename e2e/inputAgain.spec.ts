import { expect, type Page, test } from "@playwright/test";
import { drop, paste, row, runMenuCommand, sample, syncRequest } from "./inspector";

const input = (page: Page) => page.getByRole("dialog", { name: "Input", exact: true });
const text = (page: Page) => input(page).getByRole("textbox", { name: "Text of the input" });
const showInput = (page: Page) => page.getByRole("button", { name: "Input", exact: true }).click();
const readAgain = (page: Page) => input(page).getByRole("button", { name: "Read again" }).click();

test("a pasted text is shown as it came, edited, and read again as one step", async ({ page }) => {
  await page.goto("/");
  const pasted = `# a request\n${syncRequest}`;
  await paste(page, pasted);
  await expect(row(page, "SyncKey")).toContainText("7");
  await showInput(page);
  await expect(text(page)).toHaveValue(pasted);
  await text(page).fill(syncRequest.replace("03 37 00", "03 39 00"));
  await readAgain(page);
  await expect(input(page)).toHaveCount(0);
  await expect(row(page, "SyncKey")).toContainText("9");
  await expect(row(page, "SyncKey")).toHaveCount(1);
  await page.locator(".toasts").getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "SyncKey")).toContainText("7");
  await showInput(page);
  await expect(text(page)).toHaveValue(pasted);
});

test("what can't be read stays in the dialog, which says why", async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await runMenuCommand(page, "show the input");
  await text(page).fill("Dear colleague, the phone does not sync any more?!");
  await readAgain(page);
  await expect(input(page).getByRole("alert")).not.toBeEmpty();
  await expect(text(page)).toHaveValue(/^Dear colleague/);
  await page.keyboard.press("Escape");
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("a text that is too long to keep is not shown, which the dialog says", async ({ page }) => {
  await page.goto("/");
  await paste(page, `${syncRequest}${" ".repeat(4_000_000)}`);
  await expect(row(page, "SyncKey")).toBeVisible();
  await showInput(page);
  await expect(input(page)).toContainText("Of texts with more than 4,000,000, only what was read");
  await expect(text(page)).toHaveCount(0);
});

test("a file has no input to show", async ({ page }) => {
  await page.goto("/");
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(page.getByLabel("Detected format")).toBeVisible();
  await expect(page.getByRole("button", { name: "Input", exact: true })).toHaveCount(0);
});
