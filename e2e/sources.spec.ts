import { expect, type Page, test } from "@playwright/test";
import {
  chooseContext,
  contextPill,
  copyAs,
  drop,
  exchanges,
  groups,
  openHttp,
  paste,
  replaceInEditor,
  row,
  runMenuCommand,
  sample,
  session,
  syncRequest,
} from "./inspector";

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
  await expect(exchanges(page)).toHaveText([/^1Sync/, /^1FolderSync/]);
  await expect(exchanges(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(exchanges(page).nth(0)).toContainText("edited");
  await expect(exchanges(page).nth(0)).toContainText("37 bytes sent"); // as edited; 35 as read
  await expect(groups(page)).toHaveText([/^Pasted text1 capture/, /^Pasted text 21 capture/]);
  await page.getByRole("button", { name: "Edited 1" }).click();
  await expect(exchanges(page)).toHaveText([/^1Sync/]);
  await page.getByRole("button", { name: "Edited 1" }).click();
  await exchanges(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("opening can be undone, and the page shows the same place as before", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await row(page, "CollectionId").click();
  await paste(page, folderSync);
  await expect(exchanges(page)).toHaveCount(2);
  await press(page, "Undo");
  await expect(session(page)).toHaveCount(0);
  await expect(row(page, "CollectionId")).toContainText("1512");
  await expect(row(page, "CollectionId")).toHaveAttribute("aria-selected", "true");
});

test("opening instead closes the rest, which can be undone with its edits", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await paste(page, folderSync);
  await press(page, "Open instead");
  await expect(session(page)).toHaveCount(0);
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(toast(page)).toContainText("Closed Pasted text with 1 edited capture.");
  await press(page, "Undo");
  await exchanges(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("a command opens instead of what is open, and can be undone", async ({ page }) => {
  await pasteSync(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), folderSync);
  await runMenuCommand(page, "open instead: the clipboard");
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(session(page)).toHaveCount(0);
  await press(page, "Undo");
  await expect(row(page, "SyncKey")).toContainText("7");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("a source can be closed, and closing can be undone", async ({ page }) => {
  await pasteSync(page);
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(groups(page).filter({ hasText: "capture.saz" })).toBeVisible();
  await expect(groups(page).filter({ hasText: "exchanges" })).not.toHaveCount(0);
  const count = await exchanges(page).count();
  await groups(page).filter({ hasText: "capture.saz" }).hover();
  await page.getByRole("button", { name: "Close capture.saz" }).click();
  await expect(session(page)).toHaveCount(0);
  await expect(row(page, "SyncKey")).toContainText("7");
  await expect(toast(page)).toContainText("Closed capture.saz.");
  await toast(page).getByRole("button", { name: "Undo" }).click();
  await expect(exchanges(page)).toHaveCount(count);
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
  await expect(exchanges(page).nth(0)).toContainText("FolderSync");
  await toast(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(row(page, "CollectionId")).toContainText("1512");
});

test("a response pasted after its request is offered as its answer", async ({ page }) => {
  await pasteSync(page);
  await paste(page, folderSync);
  await expect(exchanges(page)).toHaveCount(2);
  await paste(page, syncResponse);
  await expect(exchanges(page)).toHaveCount(3);
  await press(page, "Use as the answer to Sync request");
  await expect(exchanges(page)).toHaveText([/^1Sync.*Nothing new/, /FolderSync/]);
  await expect(exchanges(page).nth(0)).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveTitle(/^1 Sync response/);
  await expect(groups(page)).toHaveText([/^Pasted text2 captures/, /^Pasted text 21 capture/]);
  await toast(page).getByText("is now the answer").waitFor();
  await toast(page)
    .getByRole("alertdialog")
    .filter({ hasText: "is now the answer" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(exchanges(page)).toHaveText([/Sync/, /FolderSync/, /Sync/]);
});

test("arrow keys show the capture at once, and its row stays in view", async ({ page }) => {
  await paste(page, folderSync);
  const many = Array.from({ length: 60 }, (_, index) => {
    const url = `/Microsoft-Server-ActiveSync?Cmd=Ping&User=a&DeviceId=${index}&DeviceType=X`;
    return `POST ${url} HTTP/1.1\r\nMS-ASProtocolVersion: 14.1\r\n\r\n`;
  });
  await paste(page, many.join(""));
  await expect(page.getByText("61 exchanges")).toBeVisible();
  await exchanges(page).filter({ hasText: "FolderSync" }).click();
  await expect(groups(page).filter({ hasText: "a · X" }).first()).toBeVisible();
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowDown"); // over two heads
  await expect(exchanges(page).nth(1)).toHaveAttribute("aria-selected", "true");
  const http = await openHttp(page);
  await expect(http).toContainText("DeviceId=0");
  await exchanges(page).nth(1).click();
  await page.keyboard.press("End");
  await expect(http).toContainText("DeviceId=59");
  await expect(session(page).getByRole("row", { name: /^60 Ping/ })).toBeInViewport();
  await page.keyboard.press("Home"); // the head of the first source
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("treeitem", { name: /FolderSync/ })).toBeVisible();
  await expect(exchanges(page).filter({ hasText: "FolderSync" })).toBeInViewport();
});

const ofDevice = (user: string, command: string, body: string, status = 200): string => {
  const url = `/Microsoft-Server-ActiveSync?Cmd=${command}&User=${user}&DeviceId=${user}1&DeviceType=Phone`;
  const type = "Content-Type: application/vnd.ms-sync.wbxml\r\n";
  return (
    `POST ${url} HTTP/1.1\r\nMS-ASProtocolVersion: 14.1\r\n${type}\r\n${body}\r\n\r\n` +
    `HTTP/1.1 ${status} X\r\n${type}Content-Length: 0\r\n\r\n`
  );
};
const asBase64 = (text: string): string =>
  Buffer.from(Uint8Array.from(text.split(" "), (pair) => Number.parseInt(pair, 16))).toString("base64");

test("a session is grouped by who took part in it, folds, and is filtered", async ({ page }) => {
  const body = asBase64(syncRequest);
  const text =
    ofDevice("ada", "Sync", body) + ofDevice("bob", "Sync", body) + ofDevice("bob", "Ping", "", 503);
  await paste(page, text);
  await expect(groups(page)).toHaveText([
    /6 captures/,
    /ada · Phone1 exchange/,
    /bob · Phone2 exchanges.*1 failed/,
  ]);
  await expect(exchanges(page)).toHaveCount(3);
  await expect(exchanges(page).nth(0)).toContainText("SMS");
  await expect(exchanges(page).nth(2)).toContainText("failed: 503 Service Unavailable");

  await page.getByRole("button", { name: "Failed 1" }).click();
  await expect(exchanges(page)).toHaveText([/Ping/]);
  await expect(page.getByText("1 of 3 exchanges")).toBeVisible();
  await page.getByRole("button", { name: "Failed 1" }).click();
  const filter = page.getByRole("searchbox", { name: "Filter" });
  await filter.fill("user:ada");
  await expect(exchanges(page)).toHaveText([/Sync/]);
  await filter.fill("FilterType");
  await expect(exchanges(page)).toHaveCount(2); // only the content of the messages tells
  await filter.press("Escape");
  await expect(exchanges(page)).toHaveCount(3);

  await exchanges(page).nth(0).click();
  await page.keyboard.press("ArrowLeft"); // from the request to the head of the conversation
  await page.keyboard.press("ArrowLeft");
  await expect(groups(page).nth(1)).toHaveAttribute("aria-expanded", "false");
  await expect(exchanges(page)).toHaveCount(2);
  await page.keyboard.press("ArrowRight");
  await expect(exchanges(page)).toHaveCount(3);
});

test("the menu of a row copies its request, compares it with the one shown, and closes it", async ({
  page,
}) => {
  const body = asBase64(syncRequest);
  await paste(page, ofDevice("ada", "Sync", body) + ofDevice("ada", "Ping", "", 503));
  await expect(exchanges(page)).toHaveCount(2);
  await exchanges(page).nth(0).click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Copy as cURL" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Copied/ })).not.toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Cmd=Sync&User=ada");
  await expect(session(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tree")).toBeFocused();
  await exchanges(page).nth(1).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Close exchange" }).click();
  await expect(exchanges(page)).toHaveCount(1);
  await press(page, "Undo");
  await expect(exchanges(page)).toHaveCount(2);
});

test("a session is shown as a table, in the order of a column, and an exchange is opened from it", async ({
  page,
}) => {
  const body = asBase64(syncRequest);
  await paste(page, ofDevice("ada", "Sync", body) + ofDevice("ada", "Ping", "", 503));
  await expect(exchanges(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Show as table" }).click();
  await expect(page.getByRole("tree")).toHaveCount(0);
  await expect(exchanges(page).nth(1)).toContainText("Service Unavailable");
  const head = session(page).getByRole("columnheader", { name: "Command" });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(exchanges(page)).toHaveText([/^2Ping/, /^1Sync/]);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "HTTP" }).click();
  await page.keyboard.press("Escape");
  await expect(session(page).getByRole("columnheader", { name: "HTTP" })).toHaveCount(0);
  await exchanges(page).filter({ hasText: "Sync" }).click();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tree")).toBeFocused();
  await expect(page.getByRole("button", { name: "Show as table" })).toBeVisible();
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
  await runMenuCommand(page, "save payload");
  expect((await first).suggestedFilename()).toBe("Sync-request.wbxml");
  await editFolder(page);
  const second = page.waitForEvent("download");
  await runMenuCommand(page, "save payload");
  expect((await second).suggestedFilename()).toBe("Sync-request-edited.wbxml");
});

test("what is specified about a capture stays with it", async ({ page }) => {
  await pasteSync(page);
  await chooseContext(page, { Version: "12.1", Folder: "Calendar" });
  await expect(contextPill(page)).toHaveText("12.1 · Calendar · Any server");
  await paste(page, folderSync);
  await expect(exchanges(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(contextPill(page)).toHaveText("Any version · Any folder · Any server");
  await exchanges(page).nth(0).click();
  await expect(contextPill(page)).toHaveText("12.1 · Calendar · Any server");
});

test("sources, edits and what was specified survive a reload", async ({ page }) => {
  await pasteSync(page);
  await editFolder(page);
  await chooseContext(page, { Version: "14.1" });
  await paste(page, folderSync);
  await expect(exchanges(page)).toHaveCount(2);
  await page.waitForTimeout(1000); // the page writes after a pause
  await page.reload();
  await expect(groups(page).filter({ hasText: "Pasted text 2" })).toBeVisible();
  await exchanges(page).nth(0).click();
  await expect(row(page, "CollectionId")).toContainText("1512");
  await expect(contextPill(page)).toContainText("14.1");
});
