import { expect, test } from "@playwright/test";
import { copyAs, drop, editorText, paste, replaceInEditor, row, syncRequest } from "./inspector";

const parseHex = (text: string): Uint8Array =>
  Uint8Array.from(text.split(" "), (pair) => Number.parseInt(pair, 16));

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a pasted hex dump is shown, edited, and copied with only the edited bytes changed", async ({
  page,
}) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
  await expect(
    page.locator(".problem").or(page.getByText("Nothing wrong with this payload.")).first(),
  ).toBeVisible();
  await expect(page.locator(".problem.is-error, .problem.is-warning")).toHaveCount(0);
  expect(await editorText(page)).toContain("<CollectionId>15</CollectionId>");

  await replaceInEditor(page, "SMS", "Email");
  await expect(row(page, "Class")).toContainText("Email");
  const edited = await copyAs(page, "Hex, spaced");
  expect(edited).toBe(syncRequest.replace("53 4D 53", "45 6D 61 69 6C"));
  await expect(page.locator(".bytes-row > .byte.is-changed")).toHaveText(["45", "6D", "61", "69", "6C"]);

  await page.getByRole("button", { name: "Undo: Change Class to Email" }).click();
  await expect(row(page, "Class")).toContainText("SMS");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
  await page.getByRole("button", { name: "Redo: Change Class to Email" }).click();
  await expect(row(page, "Class")).toContainText("Email");
});

test("while the XML is broken, the last valid document is shown with a message", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await replaceInEditor(page, "<SyncKey>", "<SyncKe");
  await expect(page.getByText("The XML can't be encoded")).toBeVisible();
  await expect(page.locator(".problem.is-error").first()).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("7");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
  await page.keyboard.press("Escape");
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+Z");
  await expect(page.getByText("The XML can't be encoded")).toBeHidden();
});

test("one selection is shown in tree, bytes and XML", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await row(page, "CollectionId").click();
  await expect(page.locator('.bytes-row > .byte[aria-selected="true"]')).toHaveText([
    "52",
    "03",
    "31",
    "35",
    "00",
    "01",
  ]);
  await expect(page.locator(".xml-selected")).not.toHaveCount(0);
  await page.getByRole("gridcell").nth(24).click(); // inside "SMS"
  await expect(row(page, "Class")).toHaveAttribute("aria-selected", "true");
  await row(page, "SyncKey").hover();
  await expect(page.locator(".bytes-row > .byte.is-hovered")).toHaveText(["4B", "03", "37", "00", "01"]);
});

test("base64 and a dropped file can be opened", async ({ page }) => {
  await paste(page, Buffer.from(parseHex(syncRequest)).toString("base64"));
  await expect(row(page, "SyncKey")).toContainText("7");
  await drop(page, "second.wbxml", parseHex("03 01 6A 00 00 07 56 52 03 30 00 01 01"));
  await expect(row(page, "FolderSync")).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("0");
});

test("damaged input is shown as far as possible, with the malformation at its bytes", async ({ page }) => {
  await paste(page, "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 C3 7F 31 35");
  await expect(row(page, "SyncKey")).toContainText("7");
  const finding = page
    .getByRole("list", { name: "Problems" })
    .getByText(/OPAQUE length reaches 125 bytes past/);
  await finding.click();
  await expect(page.locator('.bytes-row > .byte[aria-selected="true"]')).toHaveText(["C3", "7F", "31", "35"]);
});

test("text without a payload is explained, and the open captures stay", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await paste(page, "Dear colleague, the phone does not sync any more?!");
  await expect(page.getByLabel("Unreadable input").locator(".is-error")).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("7");
});

for (const [title, name] of [
  ["Sync: e-mail and SMS of one folder", "Options"],
  ["Sync: SMS only", "FilterType"],
  ["Sync: the server adds an SMS message", "ConversationIndex"],
  ["Settings: enable outbound SMS on the phone", "EnableOutboundSMS"],
] as const) {
  test(`example: ${title}`, async ({ page }) => {
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("menuitem", { name: "MS-ASMS example…" }).hover();
    await page.getByRole("menuitem", { name: title }).click();
    await expect(row(page, name).first()).toBeAttached();
    await expect(
      page.locator(".problem").or(page.getByText("Nothing wrong with this payload.")).first(),
    ).toBeVisible();
    await expect(page.locator(".problem.is-error, .problem.is-warning")).toHaveCount(0);
    expect(await copyAs(page, "Hex, solid")).toMatch(/^03016A00/);
  });
}

test("the payload is saved as a file", async ({ page }) => {
  await paste(page, syncRequest);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save payload…" }).click();
  expect((await download).suggestedFilename()).toBe("Sync-request.wbxml");
});

test("the tree can be navigated by keyboard", async ({ page }) => {
  await paste(page, syncRequest);
  await row(page, "Sync").first().click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "Collection").first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "SyncKey")).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "SyncKey")).toBeVisible();
});
