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
  await expect(xml.getByRole("option", { selected: true }).last()).toHaveText("</Sync>");
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
  await page.getByRole("button", { name: "Undo Edit SyncKey" }).click();
  await expect(row(page, "SyncKey")).toHaveText(/7/);
});
