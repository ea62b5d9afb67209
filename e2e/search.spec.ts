import { expect, type Page, test } from "@playwright/test";
import { encode } from "../src/index";
import { drop, editorText, exchanges, paste, row, syncRequest } from "./inspector";

const sync = (inside: string): string =>
  `<Sync xmlns="AirSync" ` +
  `xmlns:email="Email"><Collections><Collection>${inside}</Collection></Collections></Sync>`;

const responses = [
  sync("<SyncKey>100</SyncKey><CollectionId>5</CollectionId><Status>1</Status>"),
  sync("<SyncKey>200</SyncKey><CollectionId>9</CollectionId><Status>3</Status>"),
  sync(
    "<Class>SMS</Class><SyncKey>300</SyncKey><CollectionId>9</CollectionId><Status>1</Status><Commands>" +
      "<Add><ServerId>9:1</ServerId><ApplicationData><email:Subject>running " +
      "late</email:Subject></ApplicationData></Add></Commands>",
  ),
];

/** A HAR file of Sync exchanges: requests without a body, and the responses above. */
function har(): Uint8Array {
  const entries = responses.map((xml, index) => ({
    startedDateTime: `2026-01-01T00:00:0${index}.000Z`,
    request: {
      method: "POST",
      url: "https://eas.example/Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=T",
      headers: [{ name: "MS-ASProtocolVersion", value: "14.1" }],
    },
    response: {
      status: 200,
      statusText: "OK",
      headers: [{ name: "Content-Type", value: "application/vnd.ms-sync.wbxml" }],
      content: {
        mimeType: "application/vnd.ms-sync.wbxml",
        encoding: "base64",
        text: Buffer.from(encode(xml).bytes).toString("base64"),
      },
    },
  }));
  return new TextEncoder().encode(
    JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } }),
  );
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Find", exact: true });
const field = (page: Page) => dialog(page).getByRole("combobox");
const hits = (page: Page) => dialog(page).getByRole("option");
const summary = (page: Page) => dialog(page).getByRole("status");
const selectedBytes = (page: Page) => page.locator('.bytes-row > .byte[aria-selected="true"]');

async function openSession(page: Page): Promise<void> {
  await drop(page, "session.har", har());
  await expect(exchanges(page)).toHaveCount(3);
}

/** Opens the Sync request, or another payload. */
async function openPayload(page: Page, text = syncRequest): Promise<void> {
  await paste(page, text);
  await expect(page.getByRole("tree")).toBeVisible();
}

async function find(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+F");
  await field(page).fill(query);
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a value is found in a capture that was never shown, and the hit leads to it", async ({ page }) => {
  await openSession(page);
  await find(page, '"RUNNING late"');
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await expect(hits(page)).toContainText("running late");
  await expect(hits(page)).toContainText("email:Subject");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, "Subject")).toHaveAttribute("aria-selected", "true");
  await expect(selectedBytes(page)).toHaveCount("running late".length);
});

test("statuses other than 1, a class, names and bytes are searched in all captures", async ({ page }) => {
  await openSession(page);
  await find(page, "status!=1");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await expect(hits(page)).toContainText("3");
  await field(page).fill("class:SMS");
  await expect(hits(page)).toHaveText([/SMS/]);
  await field(page).fill("name:SyncKey -class:SMS");
  await expect(summary(page)).toHaveText("2 hits in 2 captures.");
  await expect(dialog(page).getByRole("listbox").getByRole("group")).toHaveCount(2);
  await field(page).fill("hex:4B 03 ?? 30 30 00");
  await expect(summary(page)).toHaveText("3 hits in 3 captures.");
  await expect(hits(page).first()).toContainText("4B 03 31 30 30 00");
  await field(page).fill("command:Sync direction:request version>=14.0");
  await expect(summary(page)).toHaveText("3 hits in 3 captures.");
  await dialog(page).getByRole("radio", { name: "This capture" }).check();
  await field(page).fill("SyncKey");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
});

test("captures are found by who sent them, when, and what their statuses are called", async ({ page }) => {
  await openSession(page);
  await find(page, "user:u device:T time:00:00:02");
  await expect(summary(page)).toHaveText("2 hits in 2 captures.");
  await field(page).fill("time<00:00:02 edited:no direction:response");
  await expect(summary(page)).toHaveText("2 hits in 2 captures.");
  await field(page).fill("status:InvalidSyncKey");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await expect(hits(page)).toContainText("3 InvalidSyncKey");
  await field(page).fill("time>9");
  await expect(dialog(page)).toContainText("time needs a time of day or a date, as in time>09:41");
});

test("F3 goes through the hits with the search closed and wraps around; the query is kept", async ({
  page,
}) => {
  await openSession(page);
  await find(page, "name:SyncKey");
  await expect(hits(page)).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Hit 2 of 3/)).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("200");
  await page.keyboard.press("F3");
  await expect(row(page, "SyncKey")).toContainText("300");
  await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("F3");
  await expect(page.getByText(/^Hit 1 of 3/)).toBeVisible();
  await expect(row(page, "SyncKey")).toContainText("100");
  await page.keyboard.press("Shift+F3");
  await expect(row(page, "SyncKey")).toContainText("300");
  await page.keyboard.press("Control+F");
  await expect(field(page)).toHaveValue("name:SyncKey");
  await expect(hits(page).nth(2)).toHaveAttribute("aria-selected", "true");
});

test("the keys move through many hits a page at a time, and to the first and the last", async ({ page }) => {
  const collections = Array.from({ length: 300 }, (_, index) => `<SyncKey>${index}</SyncKey>`).join("");
  await openPayload(page, Buffer.from(encode(sync(collections)).bytes).toString("hex"));
  await find(page, "SyncKey");
  await expect(summary(page)).toContainText("300");
  const expectActive = async (index: number): Promise<void> => {
    await expect(field(page)).toHaveAttribute("aria-activedescendant", `search-hit-${index}`);
    await expect(hits(page).and(page.locator(`#search-hit-${index}`))).toBeInViewport({ ratio: 1 });
  };
  await expectActive(0);
  const list = dialog(page).locator(".search-results");
  const view = await list.evaluate(({ clientHeight }) => clientHeight);
  const rowHeight = await hits(page)
    .first()
    .evaluate(({ clientHeight }) => clientHeight);
  const inPage = Math.floor(view / rowHeight) - 1;
  expect(inPage).toBeGreaterThan(3);
  await page.keyboard.press("PageDown");
  await expectActive(inPage);
  await page.keyboard.press("PageDown");
  await expectActive(2 * inPage);
  await page.keyboard.press("Control+End");
  await expectActive(299);
  await page.keyboard.press("PageUp");
  await expectActive(299 - inPage);
  await page.keyboard.press("Control+Home");
  await expectActive(0);
});

test("edited payloads are searched in their current state", async ({ page }) => {
  await openPayload(page);
  await find(page, "SyncKey=9");
  await expect(summary(page)).toHaveText("No hits.");
  await page.keyboard.press("Escape");
  await page.locator("#byte-9").click();
  await page.keyboard.type("39");
  await find(page, "SyncKey=9 is:edited");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.keyboard.press("F3"); // the edit removed the hit, so the search opens and shows that
  await expect(summary(page)).toHaveText("No hits.");
});

test("an invalid part of a query is reported, and the rest is searched for", async ({ page }) => {
  await openPayload(page);
  await find(page, "SyncKey hex:0 /x(/");
  const problems = dialog(page).getByRole("list", { name: "Query problems" });
  await expect(problems.locator("code")).toHaveText(["hex:0", "/x(/"]);
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await dialog(page).getByRole("button", { name: "Syntax" }).click();
  await dialog(page).getByRole("button", { name: "class:SMS" }).click();
  await expect(field(page)).toHaveValue("class:SMS");
  await expect(hits(page)).toHaveText([/SMS/]);
});

test("an endless pattern can be cancelled, is stopped, and the next search works", async ({ page }) => {
  await openPayload(page, sync(`<SyncKey>${"a".repeat(60)}!</SyncKey>`));
  await find(page, "/(a+)+$/");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(summary(page)).toContainText("Cancelled");
  await field(page).fill("name:Collection");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
  await field(page).fill("/(a|a)+$/");
  await expect(summary(page)).toContainText("took too long", { timeout: 30_000 });
  await field(page).fill("name:SyncKey");
  await expect(summary(page)).toHaveText("1 hit in 1 capture.");
});

test("Ctrl F in the XML opens the editor's own search", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+F");
  await expect(page.locator(".find-widget")).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
});
