import { expect, type Page, test } from "@playwright/test";
import { copyAs, editorText, paste, row, syncRequest } from "./inspector";

/** Puts the cursor after the `<` of the line that contains a text. */
async function intoTag(page: Page, text: string): Promise<void> {
  await page.locator(".view-line", { hasText: text }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("an element is renamed, both tags in one step", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await intoTag(page, "<FilterType>");
  await page.keyboard.press("F2");
  await expect(page.locator(".rename-input")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Truncation");
  await page.keyboard.press("Enter");
  await expect(row(page, "Truncation")).toContainText("0");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(row(page, "FilterType")).toContainText("0");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("the closing tag is added automatically", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".view-line", { hasText: "<FilterType>" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("<Conflict>");
  await page.keyboard.press("Escape");
  await page.keyboard.type("1");
  await expect(row(page, "Conflict")).toContainText("1");
  expect(await editorText(page)).toContain("<Conflict>1</Conflict>");
});

test("formatting restores the layout of a line, and never loses a comment", async ({ page }) => {
  await paste(page, '<Sync xmlns="AirSync"><Collections/></Sync>');
  await editorText(page);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.locator(".view-line")).toHaveCount(3);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("<!-- why -->");
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByText("formatting would lose them")).toBeVisible();
  expect(await editorText(page)).toContain("<!-- why -->");
});

test("a problem's fix is offered at its place in the XML", async ({ page }) => {
  await paste(
    page,
    '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>',
  );
  await editorText(page);
  await expect(page.locator(".problem.is-error").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator(".view-line", { hasText: "ParentId" }).click();
  await page.keyboard.press("Control+.");
  await page.getByText("Remove ParentId").first().click();
  await expect(row(page, "ParentId")).toHaveCount(0);
});
