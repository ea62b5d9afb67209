import { expect, type Locator, type Page } from "@playwright/test";

/** A Sync request made by hand from MS-ASWBXML: one collection, SyncKey 7, CollectionId 15, an SMS class in its options. */
export const syncRequest = "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 57 50 03 53 4D 53 00 01 58 03 30 00 01 01 01 01 01";

/** Puts a text on the page as a person's paste does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops a file on the page. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

/** The element's row in the tree. */
export function row(page: Page, name: string): Locator {
  return page.getByRole("treeitem", { name: new RegExp(`^(▾|▸)?${name}\\b`) });
}

/** The text in the XML editor, which must have been loaded. */
export async function editorText(page: Page): Promise<string> {
  await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
  return copied(page, "XML");
}

/** Replaces a text in the editor by typing over its only occurrence, found with the editor's own search. */
export async function replaceInEditor(page: Page, what: string, by: string): Promise<void> {
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+F");
  await page.keyboard.type(what);
  await expect(page.locator(".find-widget .matchesCount")).toHaveText(/of 1$/);
  await page.keyboard.press("Escape");
  await page.keyboard.type(by);
}

/** What a form of "Copy as" puts on the clipboard. */
export async function copied(page: Page, form: string): Promise<string> {
  await page.getByRole("button", { name: "Copy as" }).click();
  await page.getByRole("menuitem", { name: form, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: `Copied: ${form}` })).toHaveCount(1);
  return page.evaluate(() => navigator.clipboard.readText());
}
