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

const HEX = "Hex, spaced";

test.describe("a payload that is pasted into the editor", () => {
  /** Pastes a text at the end of the line of SyncKey, as a user does. */
  async function pasteIntoEditor(page: Page, text: string): Promise<void> {
    await paste(page, syncRequest);
    await editorText(page);
    await page.locator(".view-line", { hasText: "<SyncKey>" }).click();
    await page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await page.keyboard.press("Control+V");
  }

  test("is not inserted, and opens as a payload", async ({ page }) => {
    await pasteIntoEditor(page, "03 01 6A 00 00 07 56 52 03 30 00 01 01");
    const bar = page.getByRole("alertdialog", { name: "This looks like a payload in hex (13 bytes)." });
    await expect(bar.getByRole("button", { name: "Open as a payload" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row(page, "FolderSync")).toBeVisible();
    await expect(bar).toBeHidden();
  });

  test("is inserted if one wants it, and left out by Escape", async ({ page }) => {
    await pasteIntoEditor(page, "AwFqAEVcT0sDNwAB");
    const bar = page.getByRole("alertdialog");
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
    expect(await copyAs(page, HEX)).toBe(syncRequest);
    await page.locator(".view-line", { hasText: "<SyncKey>" }).click();
    await page.evaluate(() => navigator.clipboard.writeText("AwFqAEVcT0sDNwAB"));
    await page.keyboard.press("Control+V");
    await bar.getByRole("button", { name: "Insert as text" }).click();
    await expect(page.locator(".view-line", { hasText: "AwFqAEVcT0sDNwAB" })).toBeVisible();
  });

  test("is not taken for one if it is a value", async ({ page }) => {
    await pasteIntoEditor(page, "601771687");
    await expect(page.locator(".view-line", { hasText: "601771687" })).toBeVisible();
    await expect(page.getByRole("alertdialog")).toBeHidden();
  });
});

test("the keyboard leaves the editor, which says how", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".view-line", { hasText: "<SyncKey>" }).click();
  const field = page.getByRole("textbox", { name: /^XML/ });
  await expect(field).toHaveAttribute("aria-description", /Control M lets Tab leave the editor/);
  await page.keyboard.press("Control+M");
  await page.keyboard.press("Tab");
  await expect(field).not.toBeFocused();
  expect(await copyAs(page, HEX)).toBe(syncRequest);
});

test("the selected element marks its line, and the head copies and folds", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await row(page, "Class").click();
  const line = page.locator(".xml-selected");
  await expect(line).toHaveCount(1);
  const [fill, text] = [
    await line.boundingBox(),
    await page.locator(".view-line", { hasText: "<Class>" }).boundingBox(),
  ];
  expect(fill?.y).toBe(text?.y);
  await page.getByRole("button", { name: "Copy the XML" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied the XML" })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("<Class>SMS</Class>");
  await page.getByRole("button", { name: "Menu of the pane XML" }).click();
  await page.getByRole("menuitem", { name: "Fold all", exact: true }).click();
  await expect(page.locator(".view-line", { hasText: "<Class>" })).toHaveCount(0);
});
