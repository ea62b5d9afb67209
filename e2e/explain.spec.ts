import { expect, test } from "@playwright/test";
import { copyAs, editorText, paste, row, syncRequest } from "./inspector";

const explain = (page: import("@playwright/test").Page) => page.getByRole("region", { name: "Explain" });

/** Opens the field for a search of the documentation. */
async function openSearch(page: import("@playwright/test").Page) {
  await explain(page).getByRole("button", { name: "Search the documentation" }).click();
  return page.getByRole("searchbox", { name: "Search the documentation" });
}

/** A Sync response with Status 3, and one SMS message added by the server. */
const response =
  '<Sync xmlns="AirSync" xmlns:email="Email" ' +
  'xmlns:email2="Email2"><Collections><Collection><SyncKey>5</SyncKey><CollectionId>15</CollectionId>' +
  "<Status>3</Status>" +
  '<Commands><Add><Class>SMS</Class><ServerId>15:1</ServerId><ApplicationData><email:To>"Ann" ' +
  "[MOBILE:+14255550143]</email:To><email:InternetCPID>65001</email:InternetCPID></ApplicationData>" +
  "</Add></Commands></Collection></Collections></Sync>";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("Explain follows the selection: element, role in SMS, section, value", async ({ page }) => {
  await paste(page, response);
  await row(page, "To").click();
  await expect(explain(page).getByRole("heading", { name: "Email:To" })).toBeVisible();
  await expect(explain(page)).toContainText("MS-ASMS");
  await expect(explain(page).getByRole("region", { name: "Value" })).toContainText("+14255550143");
  await row(page, "Class").click();
  await expect(explain(page).getByRole("heading", { name: "AirSync:Class" })).toBeVisible();
});

test("a Status shows its name in the tree, and what to do in Explain", async ({ page }) => {
  await paste(page, response);
  await expect(row(page, "Status")).toContainText("InvalidSyncKey");
  await row(page, "Status").click();
  await expect(explain(page).getByRole("heading", { name: "3 · InvalidSyncKey" })).toBeVisible();
  await expect(explain(page)).toContainText("What to do");
});

test("the documentation is searched by word and number", async ({ page }) => {
  await paste(page, syncRequest);
  const search = await openSearch(page);
  await search.fill("EnableOutboundSMS");
  await explain(page)
    .getByRole("button", { name: /Settings:EnableOutboundSMS/ })
    .click();
  await expect(explain(page)).toContainText("MS-ASMS");
  await (await openSearch(page)).fill("status 177");
  await expect(explain(page).getByRole("button", { name: /177/ }).first()).toBeVisible();
});

test("hovering an element in the XML explains it", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".view-line span", { hasText: "FilterType" }).first().hover();
  await expect(page.locator(".monaco-hover").first()).toContainText("AirSync:FilterType");
});

test("completion suggests allowed children, and an accepted one can be encoded", async ({ page }) => {
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".view-line", { hasText: "CollectionId" }).click({ position: { x: 300, y: 8 } });
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("<WindowS", { delay: 30 });
  await expect(
    page.locator(".suggest-widget .monaco-list-row", { hasText: "WindowSize" }).first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("25");
  await expect(row(page, "WindowSize")).toContainText("25");
  expect(await copyAs(page, "XML")).toMatch(/\n *<WindowSize>25<\/WindowSize>\n/);
  expect(await copyAs(page, "Hex, spaced")).toContain("55 03 32 35 00 01");
});

test("a MIME message is read without running its script or loading its picture", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const mime =
    "From: Ann &lt;ann@example.com>&#xD;\nSubject: Lunch?&#xD;\nMIME-Version: 1.0&#xD;\nContent-Type: " +
    "text/html&#xD;\n&#xD;\n" +
    '&lt;script>document.title="ran"&lt;/script>&lt;img src="https://example.com/pixel.png">&lt;p>One ' +
    "o'clock?&lt;/p>";
  const body = `<b:Body><b:Type>4</b:Type><b:Data>${mime}</b:Data></b:Body>`;
  await paste(
    page,
    `<Sync xmlns="AirSync" ` +
      `xmlns:b="AirSyncBase"><Collections><Collection><SyncKey>5</SyncKey>` +
      "<CollectionId>15</CollectionId><Status>1</Status><Commands><Add><ServerId>15:1</ServerId>" +
      `<ApplicationData>${body}</ApplicationData></Add></Commands></Collection></Collections></Sync>`,
  );
  await row(page, "Data").click();
  await expect(explain(page).getByRole("region", { name: "Value" })).toContainText("Lunch?");
  await expect(page).toHaveTitle("Sync response · Pasted text · WBXML Inspector");
  expect(requests.filter((url) => url.includes("example.com"))).toEqual([]);
});

test("the statements of MS-ASMS are listed with the rules that check them", async ({ page }) => {
  await paste(page, syncRequest);
  await explain(page).getByRole("button", { name: "How MS-ASMS is checked, statement by statement" }).click();
  await expect(
    explain(page)
      .getByRole("row", { name: /3\.1\.4\.1\.1 / })
      .first(),
  ).toContainText("sms/");
  const search = await openSearch(page);
  await search.fill("sms/options-max-two");
  await explain(page).getByRole("button", { name: "sms/options-max-two" }).click();
  await expect(explain(page).getByText("Reported:").first()).toBeVisible();
});

test("the pages of Explain are gone back through, to what is selected", async ({ page }) => {
  await paste(page, syncRequest);
  await row(page, "SyncKey").click();
  await (await openSearch(page)).fill("EnableOutboundSMS");
  await explain(page)
    .getByRole("button", { name: /Settings:EnableOutboundSMS/ })
    .click();
  await expect(explain(page).getByRole("heading", { name: "Settings:EnableOutboundSMS" })).toBeVisible();
  await explain(page).getByRole("button", { name: "Back" }).click();
  await expect(explain(page).getByRole("heading", { name: "AirSync:SyncKey" })).toBeVisible();
  await explain(page).getByRole("button", { name: "Forward" }).click();
  await row(page, "FilterType").click(); // what is selected comes first
  await expect(explain(page).getByRole("heading", { name: "AirSync:FilterType" })).toBeVisible();
});

test("the values are shown in a row: the current one, and those that are not allowed here", async ({
  page,
}) => {
  await paste(page, syncRequest); // FilterType 0 of SMS
  await row(page, "FilterType").click();
  const values = explain(page).getByRole("region", { name: "Value" }).getByRole("listitem");
  await expect(values).toHaveCount(9);
  await expect(values.first()).toHaveAttribute("aria-current", "true");
  await expect(values.filter({ hasText: "not here" })).toHaveText([
    "6, not here",
    "7, not here",
    "8, not here",
  ]);
});
