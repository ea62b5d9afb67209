import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import {
  contextPill,
  copyAs,
  drop,
  exchanges,
  openHttp,
  paste,
  row,
  runMenuCommand,
  sample,
  syncRequest,
} from "./inspector";

const samples = fileURLToPath(new URL("../src/formats/samples/", import.meta.url));
const sampleText = (name: string): string => readFileSync(`${samples}text/${name}`, "utf8");
const toSpacedHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");

const inputLine = (page: Page) => page.getByLabel("Detected format");

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

for (const [family, file] of [
  ["xxd", "accents.xxd.txt"],
  ["hexdump -C", "accents.hexdump-c.txt"],
  ["od", "accents.od.txt"],
  ["Fiddler with text", "accents.fiddler-hex-text.txt"],
  ["Fiddler 0x", "accents.fiddler-0x.txt"],
  ["PowerShell", "accents.format-hex-7.txt"],
  ["Wireshark", "accents.wireshark-hex.txt"],
  ["base64", "accents.base64.txt"],
  ["Python", "accents.python-bytes.txt"],
  ["JSON", "accents.node-buffer.json"],
] as const) {
  test(`a paste of ${family} gives the exact bytes`, async ({ page }) => {
    await paste(page, sampleText(file));
    await expect(page.getByRole("tree")).toBeVisible();
    expect(await copyAs(page, "Hex, spaced")).toBe(toSpacedHex(sample("text/accents.wbxml")));
  });
}

test("a whole HTTP exchange gives two captures, with command and version", async ({ page }) => {
  const body = Buffer.from(
    Uint8Array.from(syncRequest.split(" "), (pair) => Number.parseInt(pair, 16)),
  ).toString("base64");
  const request =
    "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=a&DeviceId=1&DeviceType=X " +
    `HTTP/1.1\r\nMS-ASProtocolVersion: 14.1\r\nContent-Type: application/vnd.ms-sync.wbxml\r\n\r\n`;
  await paste(page, `${request}${body}`);
  await expect(row(page, "SyncKey")).toContainText("7");
  await expect(contextPill(page)).toContainText("14.1");
  await expect(await openHttp(page)).toContainText("MS-ASProtocolVersion14.1");
});

test("a Fiddler archive lists its messages; choosing one shows it", async ({ page }) => {
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(exchanges(page).first()).toBeVisible();
  expect(await exchanges(page).count()).toBeGreaterThan(1);
  await exchanges(page).filter({ hasText: "received" }).first().click();
  await expect(await openHttp(page)).toContainText("200 OK");
});

test("the session shows the size of each message, and of one without a body none", async ({ page }) => {
  const request = (name: string, body: string): string =>
    `POST /Microsoft-Server-ActiveSync?Cmd=${name}&User=a&DeviceId=1&DeviceType=X HTTP/1.1\r\n` +
    `MS-ASProtocolVersion: 14.1\r\nContent-Type: application/vnd.ms-sync.wbxml\r\n\r\n${body}\r\n\r\n`;
  const long = Buffer.from([3, 1, 0x6a, 0, 0x45, 0x4b, 3, ...Array<number>(1490).fill(0x37), 0, 1, 1]);
  await paste(page, request("Sync", long.toString("base64")) + request("Ping", ""));
  await expect(exchanges(page)).toHaveText([/1500 bytes sent/, /^2Ping$/]);
});

test("the paste command reads the clipboard", async ({ page }) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), syncRequest);
  await runMenuCommand(page, "paste ctrl");
  await expect(row(page, "SyncKey")).toContainText("7");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("a locked archive asks for its password, and again after a wrong one", async ({ page }) => {
  await drop(page, "locked.saz", sample("saz-aes256.saz"));
  const password = page.getByRole("dialog").getByRole("textbox");
  await password.fill("guess");
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("Wrong password")).toBeVisible();
  await password.fill("secret");
  await password.press("Enter");
  await expect(exchanges(page).first()).toBeVisible();
});

test("a locked archive can be skipped, and the open captures stay", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await drop(page, "locked.saz", sample("saz-zipcrypto.saz"));
  await page.getByRole("button", { name: "Skip this file" }).click();
  const refused = page.getByRole("region", { name: "Unreadable input" });
  await expect(refused.locator(".is-error, .is-warning").first()).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("a zip bomb is stopped at the limit and says so", async ({ page }) => {
  await drop(page, "bomb.saz", sample("saz-bomb.saz"));
  await expect(page.getByText(/over the limit/).first()).toBeAttached();
});

test("a packet capture gives its exchanges", async ({ page }) => {
  await drop(page, "loopback.pcapng", sample("pcapng-loopback.pcapng"));
  await expect(exchanges(page).filter({ hasText: "FolderSync" }).first()).toBeVisible();
});

test("a dropped folder is read with all its files", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "captures-"));
  try {
    writeFileSync(join(folder, "1.txt"), syncRequest);
    writeFileSync(join(folder, "2.wbxml"), sample("text/accents.wbxml"));
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    await expect(exchanges(page)).toHaveCount(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the input can be read as another format", async ({ page }) => {
  await paste(page, "03 01 6A 00 45 01");
  await expect(row(page, "Sync")).toBeVisible();
  await page.getByRole("button", { name: "Read as…" }).click();
  await page
    .getByRole("menuitem", { name: /decimal/i })
    .first()
    .click();
  await expect(inputLine(page)).toContainText(/decimal/i);
});

test("an error page is shown as text, and nothing in it runs", async ({ page }) => {
  const html =
    `<!DOCTYPE html><html><body><script>document.title="ran"</script><img ` +
    `src="https://example.com/x.png"><h1>Service Unavailable</h1></body></html>`;
  await paste(
    page,
    `HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: ` +
      `${html.length}\r\n\r\n${html}`,
  );
  await expect(page.getByText("Service Unavailable</h1>")).toBeVisible();
  await expect(page).toHaveTitle(/ · WBXML Inspector$/);
  await expect(page.getByRole("region", { name: "Problems" }).getByText(/503/).first()).toBeVisible();
});

test("a long read can be cancelled, and the open captures stay", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    for (let i = 0; i < 3000; i++) data.items.add(new File([text.repeat(400)], `${i}.txt`));
    document
      .querySelector("main")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, `${syncRequest} `);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Reading was cancelled")).toBeAttached();
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("while a large input is read, the page answers; after a cancel, the next input opens", async ({
  page,
}) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.evaluate((line) => {
    const data = new DataTransfer();
    data.items.add(new File([line.repeat(1_000_000)], "large.txt"));
    document
      .querySelector("main")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, `${syncRequest}\n`);
  const progress = page.getByRole("progressbar", { name: /^Reading/ });
  await expect(progress).toHaveAttribute("aria-valuenow", /^[1-9]/);
  await row(page, "Class").click();
  await expect(row(page, "Class")).toHaveAttribute("aria-selected", "true");
  await expect(progress).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByText("Reading was cancelled")).toBeAttached();
  await expect(row(page, "Class")).toHaveAttribute("aria-selected", "true");
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(exchanges(page)).toHaveCount(3);
});

test("a Part of a multipart response shows the part that it refers to", async ({ page }) => {
  // ItemOperations › Response › Fetch › Part 1
  const xml = "03 01 6A 00 00 14 45 4E 46 51 03 31 00 01 01 01 01";
  const body = Uint8Array.from(xml.split(" "), (pair) => Number.parseInt(pair, 16));
  const part = new TextEncoder().encode("From: ann@example.com\r\n\r\nHello");
  const bytes = new Uint8Array(20 + body.length + part.length);
  const table = new DataView(bytes.buffer);
  [2, 20, body.length, 20 + body.length, part.length].forEach((value, i) =>
    table.setUint32(i * 4, value, true),
  );
  bytes.set(body, 20);
  bytes.set(part, 20 + body.length);
  await drop(page, "multipart.bin", bytes);
  await row(page, "Part").click();
  await expect(page.getByRole("region", { name: "Explain" })).toContainText("From: ann@example.com");
});
