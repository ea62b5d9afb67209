import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import {
  chooseCopy,
  copied,
  copyAs,
  drop,
  exchanges,
  groups,
  largePayload,
  paste,
  row,
  runMenuCommand,
  sample,
  syncRequest,
} from "./inspector";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function openPayload(page: Page): Promise<void> {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test("only the selected element is copied, in any form", async ({ page }) => {
  await openPayload(page);
  await row(page, "Options").click();
  const copyAlone = async (form: string): Promise<string> => {
    await chooseCopy(page, form, "Only Options");
    const told = `Copied 14 bytes of Options as ${form}`;
    await expect(page.getByRole("status").filter({ hasText: told })).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Notifications" })).toContainText(told);
    return clipboard(page);
  };
  expect(await copyAlone("Hex, spaced")).toBe("57 50 03 53 4D 53 00 01 58 03 30 00 01 01");
  expect(await copyAlone("Hex, as a complete payload")).toBe(
    "03 01 6A 00 57 50 03 53 4D 53 00 01 58 03 30 00 01 01",
  );
  expect(await copyAlone("XML")).toContain('<Options xmlns="AirSync">');
  const json = JSON.parse(await copyAs(page, "JSON with offsets")) as {
    readonly nodes: readonly { readonly name?: string }[];
  };
  expect(json.nodes.map(({ name }) => name).filter((name) => name !== undefined)).toEqual([
    "Sync",
    "Collections",
    "Collection",
    "SyncKey",
    "CollectionId",
    "Options",
    "Class",
    "FilterType",
  ]);
});

test("the form that was copied last comes first, has keys, and is remembered", async ({ page }) => {
  await openPayload(page);
  const first = async (): Promise<string | null> => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const text = await page.getByRole("menuitem").first().textContent();
    await page.keyboard.press("Escape");
    return text;
  };
  expect(await first()).toMatch(/^Copy as Hex, spaced/);
  await copyAs(page, "C array");
  expect(await first()).toMatch(/^Copy as C array/);
  await page.reload();
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("Control+Shift+C");
  await expect(page.getByRole("status").filter({ hasText: "Copied 35 bytes as C array" })).toHaveCount(1);
  expect(await clipboard(page)).toMatch(/^static const unsigned char payload/);
});

test("what was closed is opened again from the menu Open", async ({ page }) => {
  await openPayload(page);
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(groups(page).filter({ hasText: "capture.saz" })).toBeVisible();
  await runMenuCommand(page, "close this input");
  await expect(groups(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const recent = page.getByRole("group", { name: "Recent" });
  await expect(recent.getByRole("menuitem")).toHaveText(/^capture\.saz\d+$/);
  await recent.getByRole("menuitem").click();
  await expect(groups(page).filter({ hasText: "capture.saz" })).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Kept on this computer…" })).toBeVisible();
  await expect(recent).toHaveCount(0);
});

test("a request is exported for curl, PowerShell and as raw HTTP, as captured and without secrets", async ({
  page,
}) => {
  await page.goto("/");
  const message = [
    "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone HTTP/1.1",
    "Host: eas.contoso.com",
    "Authorization: Basic c2VjcmV0",
    "MS-ASProtocolVersion: 14.1",
    "Content-Type: application/vnd.ms-sync.wbxml",
    "Content-Length: 35",
    "",
    "",
  ].join("\r\n");
  const body = syncRequest.split(" ").map((byte) => Number.parseInt(byte, 16));
  await drop(page, "request.txt", Uint8Array.from([...new TextEncoder().encode(message), ...body]));
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  const preview = dialog.getByRole("region");
  await expect(preview).toContainText(
    "'https://eas.contoso.com/Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone'",
  );
  await expect(preview).toContainText("--header 'MS-ASProtocolVersion: 14.1'");
  await expect(preview).not.toContainText("c2VjcmV0");
  await dialog.getByText("Include captured credentials").click();
  await expect(preview).toContainText("c2VjcmV0");
  await dialog.getByText("Base64", { exact: true }).click();
  await expect(preview).toContainText("ActiveSync?jQA");
  await dialog.getByRole("option", { name: "PowerShell" }).click();
  await expect(preview).toContainText("Invoke-WebRequest -Method POST");
  await dialog.getByRole("option", { name: "Raw HTTP" }).click();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^[\w-]+\.http$/);
  await dialog.getByRole("option", { name: "Test vector" }).click();
  const zip = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as file" }).click();
  expect((await zip).suggestedFilename()).toMatch(/^[\w-]+\.zip$/);
});

test("what is not in a capture is asked for once, and kept for the tab", async ({ page }) => {
  await openPayload(page);
  await chooseCopy(page, "curl");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("option", { selected: true })).toHaveText(/^curlA POSIX shell command/);
  await expect(dialog.getByRole("textbox", { name: "Host" })).toBeFocused();
  await page.keyboard.type("eas.contoso.com");
  await dialog.getByRole("textbox", { name: "User" }).fill("ada@contoso.com");
  await dialog.getByRole("textbox", { name: "Device ID" }).fill("D1");
  await dialog.getByRole("textbox", { name: "Device type" }).fill("Phone");
  await dialog.getByRole("textbox", { name: "Policy key" }).fill("12");
  const query = "Cmd=Sync&User=ada%40contoso.com&DeviceId=D1&DeviceType=Phone";
  const url = `https://eas.contoso.com/Microsoft-Server-ActiveSync?${query}`;
  await expect(dialog.getByRole("region", { name: "Preview of curl" })).toContainText(`'${url}'`);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("contoso");
  await page.waitForTimeout(500); // until it is kept
  await page.reload();
  await expect(row(page, "SyncKey")).toBeVisible();
  await chooseCopy(page, "PowerShell");
  await expect(page.getByRole("status").filter({ hasText: copied("PowerShell") })).toHaveCount(1);
  const command = await clipboard(page);
  expect(command).toContain(url);
  expect(command).toContain("'X-MS-PolicyKey' = '12'");
  expect(command).toContain("<base64 of ada@contoso.com:password>");
});

test("what was captured fills the fields, and is there again after a change", async ({ page }) => {
  await page.goto("/");
  await paste(
    page,
    "POST /Microsoft-Server-ActiveSync?Cmd=FolderSync&User=ada&DeviceId=D1&DeviceType=Phone HTTP/1.1\r\n" +
      "Host: eas.contoso.com\r\nMS-ASProtocolVersion: 14.1\r\nX-MS-PolicyKey: 77\r\n" +
      "Content-Type: application/vnd.ms-sync.wbxml\r\n\r\n03 01 6A 00 00 07 56 52 03 30 00 01 01\r\n",
  );
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  const host = dialog.getByRole("textbox", { name: "Host" });
  await expect(host).toHaveValue("eas.contoso.com");
  await expect(dialog.getByRole("textbox", { name: "Policy key" })).toHaveValue("77");
  await host.fill("test.contoso.com");
  const preview = dialog.getByRole("region", { name: "Preview of curl" });
  await expect(preview).toContainText("'https://test.contoso.com/Microsoft-Server-ActiveSync?Cmd=FolderSync");
  await dialog.getByRole("button", { name: "Use eas.contoso.com, as captured" }).click();
  await expect(host).toHaveValue("eas.contoso.com");
  await expect(preview).toContainText("'https://eas.contoso.com/");
});

test("a session is saved as HAR, as it was edited, and opened again", async ({ page }) => {
  await page.goto("/");
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(groups(page).first()).toBeVisible();
  const count = await exchanges(page).count();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save session as HAR…" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("capture.har");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d+ exchanges? as HAR/ })).toHaveCount(1);
  await page.reload();
  await runMenuCommand(page, "close this input");
  await drop(page, "capture.har", await readFile(await download.path()));
  await expect(exchanges(page)).toHaveCount(count);
});

test("a link opens the same payload and selection without a request to a server", async ({
  page,
  context,
}) => {
  await openPayload(page);
  await row(page, "Class").click();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByText("The link holds the payload itself. Nothing is uploaded.")).toBeVisible();
  await page.getByRole("menuitem", { name: /^Copy link 0\.\d KB$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Copied a link of \d+ characters$/ })).toHaveCount(
    1,
  );
  const link = await clipboard(page);
  const other = await context.newPage();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(row(other, "Class")).toHaveAttribute("aria-selected", "true");
  expect(await copyAs(other, "Hex, spaced")).toBe(syncRequest);
  expect(asked.filter((url) => url.includes("p="))).toEqual([]);
  expect(new URL(other.url()).hash).toBe("");
});

test("a damaged link is reported, and the page still works", async ({ page }) => {
  await page.goto("/#p=1AAAAxyz");
  await expect(page.getByText(/The link is damaged/).first()).toBeVisible();
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
});

async function openLarge(page: Page): Promise<void> {
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await expect(row(page, "SyncKey")).toBeVisible();
}

test("a large payload is copied and saved from a worker, and its preview is only the start", async ({
  page,
}) => {
  const payload = Buffer.from(largePayload());
  const head = [
    "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone HTTP/1.1",
    "Host: eas.contoso.com",
    "Content-Type: application/vnd.ms-sync.wbxml",
    `Content-Length: ${payload.length}`,
    "",
    "",
  ].join("\r\n");
  await page.goto("/");
  await drop(page, "request.txt", Buffer.concat([Buffer.from(head), payload]));
  await expect(row(page, "SyncKey")).toBeVisible();
  expect(await copyAs(page, "Base64")).toBe(payload.toString("base64"));
  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  const preview = dialog.getByRole("region");
  await dialog.getByRole("option", { name: "PowerShell" }).click();
  await expect(preview).toContainText(/… \d\.\d MB in all$/);
  expect((await preview.textContent())?.length).toBeLessThan(70_000);
  const saved = async (form: string): Promise<Buffer> => {
    await dialog.getByRole("option").filter({ hasText: form }).click();
    const waiting = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save as file" }).click();
    return readFile(await (await waiting).path());
  };
  const command = (await saved("PowerShell")).toString();
  expect(command).toContain(`FromBase64String('${payload.toString("base64")}')`);
  const json = (await saved("JSON with offsets")).toString();
  expect(json).toContain("a".repeat(4_500_000));
  expect((await saved("Raw HTTP")).subarray(-payload.length).equals(payload)).toBe(true);
  expect((await saved("The text in the XML pane")).toString()).toContain("a".repeat(4_500_000));
});

test("writing a large payload can be cancelled", async ({ page }) => {
  await page.route(/exportWorker-/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: "postMessage({ kind: 'ready' })" }),
  );
  await openLarge(page);
  await runMenuCommand(page, "xxd");
  const notice = page.getByRole("alertdialog").filter({ hasText: "Writing 4.5 MB as xxd dump…" });
  await notice.getByRole("button", { name: "Cancel" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "xxd dump was not copied" })).toHaveCount(1);
});

test("a large payload whose text is too long to be copied is saved instead", async ({ page }) => {
  const opaque = [0x49, 0xc3, 0x83, 0x80, 0x80, 0x00]; // 6 Mi bytes
  const bytes = [0x03, 0x01, 0x6a, 0x00, 0x45, ...opaque];
  const payload = Buffer.concat([Buffer.from(bytes), Buffer.alloc(6 << 20, 0x61), Buffer.from([1, 1])]);
  await page.goto("/");
  await drop(page, "large.wbxml", payload);
  await expect(row(page, "Sync")).toBeVisible();
  await chooseCopy(page, "Go slice");
  const refused = page.getByRole("alertdialog").filter({ hasText: "Go slice is too long to be copied" });
  const saved = page.waitForEvent("download");
  await refused.getByRole("button", { name: "Save as a file" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.txt$/);
});

test("without its worker, a large payload is written on the page", async ({ page }) => {
  await page.route(/exportWorker-/, (route) => route.abort());
  await openLarge(page);
  expect(await copyAs(page, "Hex, solid")).toBe(Buffer.from(largePayload()).toString("hex").toUpperCase());
});
