import { expect, type Page, test } from "@playwright/test";
import { drop, largePayload, paste, row, sms, syncRequest } from "./inspector";

const body = (page: Page) => page.getByRole("region", { name: "Body" });
const showBody = (page: Page) => page.getByRole("tab", { name: "Body" }).click();

const text = (value: string) =>
  `<b:Body><b:Type>1</b:Type><b:EstimatedDataSize>${value.length}</b:EstimatedDataSize>` +
  `<b:Data>${value}</b:Data></b:Body>`;
const add = (id: string, inside: string) =>
  `<Add><ServerId>${id}</ServerId><ApplicationData>${inside}</ApplicationData></Add>`;
const html =
  '<b:Body><b:Type>2</b:Type><b:Data>&lt;img src="https://elsewhere.example/x.png">&lt;script>' +
  "window.ran = 1&lt;/script></b:Data></b:Body>";
const mail =
  "<b:Body><b:Type>4</b:Type><b:Truncated>1</b:Truncated><b:Data>Subject: Lunch&#13;\n" +
  "Content-Type: text/plain&#13;\n&#13;\nAt noon?</b:Data></b:Body>";
const items =
  '<Sync xmlns="AirSync" xmlns:b="AirSyncBase"><Collections><Collection><SyncKey>5</SyncKey>' +
  "<CollectionId>15</CollectionId><Status>1</Status><Commands>" +
  `${add("15:1", text("First text"))}${add("15:2", html)}${add("15:3", mail)}` +
  "</Commands></Collection></Collections></Sync>";

test("the body of a message says what it is", async ({ page }) => {
  await page.goto("/");
  await paste(page, sms);
  await showBody(page);
  await expect(body(page)).toContainText("Plain text, 5 characters · EstimatedDataSize 5 · not truncated");
  await expect(body(page).getByRole("document", { name: "Text of the body" })).toHaveText("Late!");
  await expect(body(page).getByRole("button", { name: "Next body" })).toHaveCount(0);
  await paste(page, syncRequest);
  await expect(body(page)).toContainText("No item of this payload has a body.");
});

test("the body follows the selection, which its buttons move; nothing in it is run or loaded", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto("/");
  await paste(page, items);
  await showBody(page);
  await expect(body(page)).toContainText("1 of 3");
  await expect(body(page)).toContainText("First text");
  await row(page, "ServerId").nth(2).click();
  await expect(body(page)).toContainText("MIME, 52 characters · truncated");
  await expect(body(page).getByRole("region", { name: "Plain text" })).toContainText("At noon?");
  await expect(body(page).getByRole("region", { name: "Source" })).toContainText("Subject: Lunch");
  await expect(body(page).getByRole("button", { name: "Next body" })).toBeDisabled();
  await body(page).getByRole("button", { name: "Previous body" }).click();
  await expect(row(page, "(airsyncbase:|b:)?Body").nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(body(page).getByRole("document")).toHaveText(/^<img src=.*<script>window\.ran = 1<\/script>$/);
  await expect(body(page)).toContainText("https://elsewhere.example/x.png");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(asked.filter((url) => url.includes("elsewhere"))).toEqual([]);
});

test("of a large payload, the body of the selection is shown, its beginning first", async ({ page }) => {
  await page.goto("/");
  const subject = largePayload();
  const large = new Uint8Array(subject.length + 1).fill(0x01); // one END more
  large.set(subject);
  large.set([0x00, 0x11, 0x4a, 0x4b, 0x03], 26); // a Body with a Data in place of the subject
  await drop(page, "large.wbxml", large);
  await showBody(page);
  await expect(body(page)).toContainText("Select an item to see its body.");
  await row(page, "ServerId").click();
  await expect(body(page)).toContainText("The first 200,000 of");
  await body(page).getByRole("button", { name: "Show all" }).click();
  await expect(body(page)).not.toContainText("The first 200,000 of");
});
