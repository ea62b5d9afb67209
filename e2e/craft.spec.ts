import { expect, type Page, test } from "@playwright/test";
import { contextPill, copyAs, exchanges, paste, row, runMenuCommand, syncRequest } from "./inspector";

const templates = (page: Page) => page.getByRole("dialog", { name: "Templates" });
const templateOptions = (page: Page) =>
  templates(page).getByRole("listbox", { name: "Templates" }).getByRole("option");
const faultsDialog = (page: Page) => page.getByRole("dialog", { name: "Deliberate faults" });

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a template is found by words, previewed for a version, and opened without problems", async ({
  page,
}) => {
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "Template…" }).click();
  const dialog = templates(page);
  await expect(templateOptions(page).first()).toContainText("SMS: Sync Add by the client");
  await dialog.getByRole("searchbox").fill("request client adds an appointment");
  await expect(templateOptions(page)).toHaveCount(1);
  await templateOptions(page).click();
  const xml = dialog.getByRole("region", { name: /^XML of/ });
  await expect(xml).toContainText("ClientUid"); // 16.1 is the default
  await dialog.getByRole("combobox", { name: "Version" }).selectOption("2.5");
  await expect(xml).toContainText("<Class>Calendar</Class>");
  await expect(xml).not.toContainText("ClientUid");
  await dialog.getByRole("button", { name: "Open" }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, "Timezone")).toBeVisible();
  await expect(contextPill(page)).toContainText("2.5");
  await expect(page.getByRole("button", { name: "Request", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.locator(".problem.is-error, .problem.is-warning")).toHaveCount(0);
});

test("a template is selected, previewed and opened by keyboard", async ({ page }) => {
  await runMenuCommand(page, "template");
  const dialog = templates(page);
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("remotewipe");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(row(page, "RemoteWipe")).toBeVisible();
});

test("an empty payload is opened and written as XML, and opening it can be undone", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "FilterType")).toBeVisible();
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: "Empty payload" }).click();
  await expect(row(page, "FilterType")).toHaveCount(0);
  expect(await copyAs(page, "Hex, spaced")).toBe("03 01 6A 00");
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText('<Ping xmlns="Ping"/>');
  await expect(row(page, "Ping")).toBeVisible();
  const toast = page.getByRole("region", { name: "Notifications" });
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Ping")).toHaveCount(0);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("the payload that is shown is duplicated as it was edited", async ({ page }) => {
  await paste(page, syncRequest);
  await row(page, "Class").click();
  await page.keyboard.press("Delete");
  await runMenuCommand(page, "duplicate this payload");
  await expect(exchanges(page)).toHaveCount(2);
  const edited = syncRequest.replace("50 03 53 4D 53 00 01 ", "");
  expect(await copyAs(page, "Hex, spaced")).toBe(edited);
  await page.keyboard.press("Control+Z"); // the copy has a history of its own, with no step yet
  expect(await copyAs(page, "Hex, spaced")).toBe(edited);
});

test("the dialog of templates shows those of the SMS class first", async ({ page }) => {
  await runMenuCommand(page, "template");
  await expect(templateOptions(page).first()).toContainText("SMS");
  await expect(templates(page).getByRole("listbox").getByRole("group").first()).toHaveAccessibleName("SMS");
});

test("a template is added to the open captures", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "FilterType")).toBeVisible();
  await runMenuCommand(page, "template");
  await templates(page)
    .getByRole("option", { name: /two Options/ })
    .click();
  await templates(page).getByRole("button", { name: "Open", exact: true }).click();
  await expect(row(page, "Options")).toHaveCount(2);
  await expect(exchanges(page)).toHaveCount(2);
});

test("a fault is applied at the selection, reported by the rules, and undone", async ({ page }) => {
  await paste(page, syncRequest);
  await row(page, "FilterType").click();
  await runMenuCommand(page, "deliberate fault");
  await faultsDialog(page).getByRole("searchbox").fill("attribute bit");
  await faultsDialog(page).getByRole("checkbox", { name: "Attribute bit set" }).focus();
  await page.keyboard.press("Space");
  await faultsDialog(page).getByRole("button", { name: "Apply" }).click();
  await expect(faultsDialog(page)).toBeHidden();
  await expect(page.getByRole("list", { name: "Problems" })).toContainText(/attribute/);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("58 03 30", "D8 03 30"));
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("status"))
    .getByRole("button", { name: "Undo" })
    .first()
    .click();
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("several faults are applied together as one step", async ({ page }) => {
  await paste(page, syncRequest);
  await runMenuCommand(page, "deliberate fault");
  for (const name of ["One END too many", "SyncKey missing"])
    await faultsDialog(page).getByText(name, { exact: true }).click();
  await expect(faultsDialog(page).getByText("2 selected")).toBeVisible();
  await faultsDialog(page).getByRole("button", { name: "Apply all" }).click();
  const broken = syncRequest.replace("4B 03 37 00 01 ", "");
  expect(await copyAs(page, "Hex, spaced")).toBe(`${broken} 01`);
  await page.keyboard.press("Control+Z");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("faults that the payload has no place for can't be selected", async ({ page }) => {
  await paste(page, syncRequest);
  await runMenuCommand(page, "deliberate fault");
  await expect(faultsDialog(page).getByRole("checkbox", { name: "EnableOutboundSMS 2" })).toBeDisabled();
  await expect(faultsDialog(page).getByRole("checkbox", { name: "Options twice" })).toBeEnabled();
  await expect(faultsDialog(page).getByRole("button", { name: "Apply" })).toBeDisabled();
});

test("each fault is opened as a separate capture", async ({ page }) => {
  await paste(page, syncRequest);
  await runMenuCommand(page, "deliberate fault");
  await faultsDialog(page).getByRole("searchbox").fill("length");
  await faultsDialog(page).getByRole("button", { name: "Select all" }).click();
  await faultsDialog(page).getByRole("button", { name: "Open as captures" }).click();
  await expect(exchanges(page).filter({ hasText: /01 Cut off at a token/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(page.getByRole("list", { name: "Problems" })).toContainText(/END is missing/);
  await exchanges(page)
    .filter({ hasText: /06 Length above 32 bits/ })
    .click();
  await expect(page.getByRole("list", { name: "Problems" })).toContainText(/more than 32 bits/);
});

test("a set of faults is saved with its manifest, and can be opened again", async ({ page }) => {
  await paste(page, syncRequest);
  await runMenuCommand(page, "deliberate fault");
  await faultsDialog(page).getByText("Cut off at a token", { exact: true }).click();
  await faultsDialog(page).getByText("Three Options", { exact: true }).click();
  const saved = page.waitForEvent("download");
  await faultsDialog(page)
    .getByRole("button", { name: /Save as files/ })
    .click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("faults-sync.zip");
  await expect(faultsDialog(page)).toBeHidden();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+O");
  await (await chooser).setFiles((await download.path()) ?? "");
  await expect(exchanges(page).filter({ hasText: /01-truncate-at-token/ })).toBeVisible();
  await expect(exchanges(page).filter({ hasText: /02-options-three/ })).toBeVisible();
  await expect(exchanges(page).filter({ hasText: /00-as-it-was/ })).toBeVisible();
});
