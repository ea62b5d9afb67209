import { expect, test } from "@playwright/test";
import { drop, largePayload, row } from "./inspector";

test("a payload too large for the editor is read line by line, and one element is edited", async ({
  page,
}) => {
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await expect(row(page, "SyncKey")).toBeVisible();
  const xml = page.getByRole("listbox", { name: "XML, read only" });
  await expect(xml.getByRole("option").first()).toContainText("<Sync xmlns");
  await page.locator(".bytes").focus();
  await page.keyboard.press("End");
  await expect(xml.getByRole("option", { selected: true }).last()).toContainText("</Sync>");
  await xml.getByRole("option", { name: "</Sync>" }).click();
  await page.keyboard.press("Home");
  await expect(xml).toHaveAttribute("aria-activedescendant", "xml-line-0");
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "Collections")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText("Select a smaller element to edit it.")).toBeVisible();
  await xml.getByText("SyncKey").first().click();
  await page.getByRole("button", { name: "Edit SyncKey" }).click();
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
  await expect(page.getByText("Select a smaller element to edit it.")).toBeVisible();
  await page.getByRole("button", { name: "Undo: Edit SyncKey" }).click();
  await expect(row(page, "SyncKey")).toHaveText(/7/);
});

test("bytes typed into a large payload while it is decoded are all inserted, and undone in order", async ({
  page,
}) => {
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await expect(row(page, "SyncKey")).toHaveText(/7/);
  await page.locator("#byte-9").click();
  await page.keyboard.press("Insert");
  await page.keyboard.type("313233");
  await expect(row(page, "SyncKey")).toHaveText(/1237/);
  await expect(page.locator("#byte-12")).toHaveAttribute("aria-selected", "true");
  const xml = page.getByRole("listbox", { name: "XML, read only" });
  await expect(xml.getByRole("option", { selected: true })).toHaveText(/<SyncKey>1237/);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await expect(row(page, "SyncKey")).toHaveText(/127/);
  await expect(page.getByRole("button", { name: "Redo: Insert 1 byte at 0x000B" })).toBeEnabled();
});

test("a value of a large payload is edited in the tree, and the focus stays where the work is", async ({
  page,
}) => {
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await row(page, "SyncKey").click();
  await page.keyboard.press("F2");
  const value = page.getByRole("dialog", { name: "Value of SyncKey" });
  await value.getByRole("textbox").fill("99");
  await page.keyboard.press("Enter");
  await expect(row(page, "SyncKey")).toHaveText(/99/);
  await expect(page.getByRole("tree")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(row(page, "SyncKey")).toHaveCount(0);
  await page.keyboard.press("Control+Z");
  await row(page, "SyncKey").click();
  await page.getByRole("button", { name: "Edit SyncKey", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "XML of the selected element" });
  await expect(editor).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('<SyncKey xmlns="AirSync">5</SyncKey>');
  await page.keyboard.press("Control+Enter");
  await expect(row(page, "SyncKey")).toHaveText(/5/);
  await expect(editor).toBeFocused();
  await page.getByRole("button", { name: "Back to the whole XML" }).click();
  await expect(page.getByRole("listbox", { name: "XML, read only" })).toBeFocused();
});
