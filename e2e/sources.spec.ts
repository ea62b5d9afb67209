import { expect, type Page, test } from "@playwright/test";
import {
  chooseContext,
  contextPill,
  copyAs,
  drop,
  openHttp,
  paste,
  replaceInEditor,
  row,
  runMenuCommand,
  sample,
  syncRequest,
} from "./inspector";

const list = (page: Page) => page.getByRole("listbox", { name: "Captures" });
const captures = (page: Page) => list(page).getByRole("option");
const toast = (page: Page) => page.getByRole("region", { name: "Notifications" });
const press = (page: Page, name: string | RegExp) => toast(page).getByRole("button", { name }).click();

const folderSync = '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>';
const syncResponse =
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>8</SyncKey><CollectionId>15</CollectionId>' +
  "<Status>1</Status></Collection></Collections></Sync>";

async function pasteSync(page: Page): Promise<void> {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
}

async function editFolder(page: Page): Promise<void> {
  await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
  await replaceInEditor(page, "15", "1512");
  await expect(row(page, "CollectionId")).toContainText("1512");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a second paste is added, and edits of the first stay and are marked", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await paste(page, folderSync);
  await expect(captures(page)).toHaveText([/Sync request/, /FolderSync/]);
  await expect(captures(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(captures(page).nth(0)).toContainText("edited");
  await expect(captures(page).nth(0)).toContainText(/37$/); // as edited; 35 bytes as read
  await expect(page.getByRole("heading", { name: "Pasted text", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Pasted text 2" })).toBeVisible();
  await captures(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("opening can be undone, and the page shows the same place as before", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await row(page, "CollectionId").click();
  await paste(page, folderSync);
  await expect(captures(page)).toHaveCount(2);
  await press(page, "Undo");
  await expect(list(page)).toHaveCount(0);
  await expect(row(page, "CollectionId")).toContainText("1512");
  await expect(row(page, "CollectionId")).toHaveAttribute("aria-selected", "true");
});

test("opening instead closes the rest, which can be undone with its edits", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await paste(page, folderSync);
  await press(page, "Open instead");
  await expect(list(page)).toHaveCount(0);
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(toast(page)).toContainText("Closed Pasted text with 1 edited capture.");
  await press(page, "Undo");
  await captures(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("a command opens instead of what is open, and can be undone", async ({ page }) => {
  await pasteSync(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), folderSync);
  await runMenuCommand(page, "open instead: the clipboard");
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  await press(page, "Undo");
  await expect(row(page, "SyncKey")).toContainText("7");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("a source can be closed, and closing can be undone", async ({ page }) => {
  await pasteSync(page);
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(page.getByRole("heading", { name: "capture.saz" })).toBeVisible();
  const count = await captures(page).count();
  await page.getByRole("button", { name: "Close capture.saz" }).click();
  await expect(list(page)).toHaveCount(0);
  await expect(row(page, "SyncKey")).toContainText("7");
  await expect(toast(page)).toContainText("Closed capture.saz.");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(captures(page)).toHaveCount(count);
  await runMenuCommand(page, "close everything");
  await expect(page.getByRole("heading", { name: "WBXML Inspector" })).toBeVisible();
  await expect(page.getByRole("tree")).toHaveCount(0);
  await expect(page).toHaveTitle("WBXML Inspector");
});

test("an input that can't be read changes nothing and says why", async ({ page }) => {
  await pasteSync(page);
  await paste(page, "nothing that anyone could read");
  const refused = page.getByRole("region", { name: "Unreadable input" });
  await expect(refused.locator(".is-error").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Detected format" })).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("7");
  await refused.getByRole("button", { name: "Dismiss" }).click();
  await expect(refused).toHaveCount(0);
});

test("another reading replaces only its own source, and edits of it come back with undo", async ({
  page,
}) => {
  await paste(page, folderSync);
  await pasteSync(page);
  await editFolder(page);
  await page.getByRole("button", { name: "Read as…" }).click();
  await page.getByRole("menuitem").first().click();
  await expect(toast(page)).toContainText("with 1 edited capture");
  await expect(captures(page).nth(0)).toContainText("FolderSync");
  await toast(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("a response pasted after its request is offered as its answer", async ({ page }) => {
  await pasteSync(page);
  await paste(page, folderSync);
  await expect(captures(page)).toHaveCount(2);
  await paste(page, syncResponse);
  await expect(captures(page)).toHaveCount(3);
  await press(page, "Use as the answer to Sync request");
  await expect(captures(page)).toHaveText([/1 Sync request/, /1 Sync response/, /FolderSync/]);
  await expect(captures(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("button", { name: /^Close Pasted text/ })).toHaveCount(2);
  await toast(page).getByText("is now the answer").waitFor();
  await toast(page)
    .getByRole("alertdialog")
    .filter({ hasText: "is now the answer" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(captures(page)).toHaveText([/Sync request/, /FolderSync/, /Sync response/]);
});

test("arrow keys show the capture at once, and its row stays in view", async ({ page }) => {
  await paste(page, folderSync);
  const many = Array.from({ length: 60 }, (_, index) => {
    const url = `/Microsoft-Server-ActiveSync?Cmd=Ping&User=a&DeviceId=${index}&DeviceType=X`;
    return `POST ${url} HTTP/1.1\r\nMS-ASProtocolVersion: 14.1\r\n\r\n`;
  });
  await paste(page, many.join(""));
  await expect(captures(page).first()).toBeVisible();
  await captures(page).first().click();
  await page.keyboard.press("ArrowDown");
  await expect(captures(page).nth(1)).toHaveAttribute("aria-selected", "true");
  const http = await openHttp(page);
  await expect(http).toContainText("DeviceId=0");
  await captures(page).nth(1).click();
  await page.keyboard.press("End");
  await expect(http).toContainText("DeviceId=59");
  await expect(captures(page).filter({ hasText: "60 Ping request" })).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(captures(page).filter({ hasText: "FolderSync" })).toBeInViewport();
});

test("the title of the tab names the capture and its source, and a dot says that it is edited", async ({
  page,
}) => {
  await drop(page, "first.wbxml", sample("text/accents.wbxml"));
  await expect(page).toHaveTitle(/ · first\.wbxml · WBXML Inspector$/);
  await pasteSync(page);
  await expect(page).toHaveTitle("Sync request · Pasted text · WBXML Inspector");
  await editFolder(page);
  await expect(page).toHaveTitle("● Sync request · Pasted text · WBXML Inspector");
});

test("a capture is saved under its own name", async ({ page }) => {
  await pasteSync(page);
  const first = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .wbxml" }).click();
  expect((await first).suggestedFilename()).toBe("Sync-request.wbxml");
  await editFolder(page);
  const second = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .wbxml" }).click();
  expect((await second).suggestedFilename()).toBe("Sync-request-edited.wbxml");
});

test("what is specified about a capture stays with it", async ({ page }) => {
  await pasteSync(page);
  await chooseContext(page, { Version: "12.1", Folder: "Calendar" });
  await expect(contextPill(page)).toHaveText("12.1 · Calendar · Any server");
  await paste(page, folderSync);
  await expect(captures(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(contextPill(page)).toHaveText("Any version · Any folder · Any server");
  await captures(page).nth(0).click();
  await expect(contextPill(page)).toHaveText("12.1 · Calendar · Any server");
});

test("sources, edits and what was specified survive a reload", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await chooseContext(page, { Version: "14.1" });
  await paste(page, folderSync);
  await expect(captures(page)).toHaveCount(2);
  await page.waitForTimeout(1000); // the page writes after a pause
  await page.reload();
  await expect(page.getByRole("heading", { name: "Pasted text 2" })).toBeVisible();
  await captures(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
  await expect(contextPill(page)).toContainText("14.1");
});
