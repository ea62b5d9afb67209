import { expect, type Locator, type Page, test } from "@playwright/test";
import { chooseContext, contextPill, openContext, openHttp, paste, row } from "./inspector";

const sync = (key: string, inside: string): string =>
  `<Sync xmlns="AirSync"><Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>5</CollectionId>` +
  `${inside}</Collection></Collections></Sync>`;
const folders =
  '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count><Add>' +
  "<ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>Posteingang</DisplayName><Type>2</Type></Add>" +
  "</Changes></FolderSync>";

const writeExchange = ([command, request, response]: readonly string[]): string =>
  `POST /Microsoft-Server-ActiveSync?Cmd=${command}&User=ada&DeviceId=D1&DeviceType=T HTTP/1.1\r\n` +
  "Host: mail.example.com\r\nMS-ASProtocolVersion: 14.1\r\nContent-Type: text/xml\r\n\r\n" +
  `${request}\r\n\r\nHTTP/1.1 200 OK\r\nMS-Server-ActiveSync: 15.2\r\nContent-Type: text/xml\r\n\r\n` +
  `${response}\r\n\r\n`;

const session = [
  ["FolderSync", '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>', folders],
  ["Sync", sync("0", ""), sync("100", "<Status>1</Status>")],
  ["Sync", sync("77", "<Options><Class>SMS</Class></Options>"), sync("0", "<Status>3</Status>")],
]
  .map(writeExchange)
  .join("");

const header = (page: Page): Locator => page.getByRole("region", { name: "Document" });
const message = (page: Page, name: "Request" | "Response"): Locator =>
  header(page).getByRole("button", { name, exact: true });
const problems = (page: Page): Locator => page.getByRole("region", { name: /^Problems/ });

/** Shows a message of an exchange. */
async function show(page: Page, exchange: string, name: "Request" | "Response"): Promise<void> {
  await page.getByRole("row", { name: new RegExp(`^${exchange} `) }).click();
  await expect(header(page)).toContainText(`#${exchange}`);
  await message(page, name).click();
  await expect(message(page, name)).toHaveAttribute("aria-pressed", "true");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, session);
  await expect(page.getByRole("row", { name: /^3 / })).toBeVisible();
});

test("the header tells what is shown and how it went, and leads to the other message", async ({ page }) => {
  await show(page, "3", "Request");
  await expect(header(page)).toContainText("#3Sync");
  await expect(header(page).getByTitle("Posteingang")).toBeVisible();
  await expect(header(page).getByTitle("HTTP 200 OK")).toBeVisible();
  await header(page).getByRole("button", { name: "Failed: 3 InvalidSyncKey" }).click();
  await expect(message(page, "Response")).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "Status")).toHaveAttribute("aria-selected", "true");
});

test("each fact says where it is known from, and a folder leads to the exchange that names it", async ({
  page,
}) => {
  await show(page, "2", "Response");
  await expect(contextPill(page)).toHaveText("14.1 · Inbox · Exchange 2019");
  const dialog = await openContext(page);
  await expect(dialog).toContainText("from HTTP, MS-Server-ActiveSync 15.2");
  await expect(dialog).toContainText("from FolderSync #1, “Posteingang”");
  await dialog.getByRole("button", { name: "Show exchange 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(header(page)).toContainText("#1FolderSync");
});

test("a version that is too old is said, hides nothing, and is taken back with all that was set", async ({
  page,
}) => {
  await show(page, "3", "Request");
  await chooseContext(page, { Version: "12.1", Folder: "Calendar" });
  await expect(contextPill(page)).toHaveAccessibleName(
    /as 12\.1 · Calendar · Exchange 2019\. This payload needs 14\.0 or later: class SMS came with 14\.0\.$/,
  );
  await expect(problems(page)).toContainText("is available in versions 14.0 to 16.1");
  await expect(problems(page)).toContainText("is a calendar");
  await message(page, "Response").click();
  await expect(contextPill(page)).toHaveText("12.1 · Calendar · Exchange 2019");
  await message(page, "Request").click();
  const dialog = await openContext(page);
  await dialog.getByRole("button", { name: "Use 14.1, from HTTP" }).click();
  await expect(dialog.getByRole("note")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Reset to detected values" }).click();
  await page.keyboard.press("Escape");
  await expect(contextPill(page)).toHaveText("14.1 · Inbox · Exchange 2019");
});

test("the tab HTTP has the request line, the query and the headers", async ({ page }) => {
  await show(page, "2", "Request");
  const http = await openHttp(page);
  await expect(http).toContainText("POST /Microsoft-Server-ActiveSync?Cmd=Sync");
  await expect(http.getByRole("row", { name: "DeviceId D1" })).toBeVisible();
  await expect(http.getByRole("row", { name: "MS-ASProtocolVersion 14.1" })).toBeVisible();
  await paste(page, '<Ping xmlns="Ping"/>');
  await expect(header(page)).toContainText("Ping");
  await expect((await openHttp(page)).getByText("This payload came without HTTP.")).toBeVisible();
});
