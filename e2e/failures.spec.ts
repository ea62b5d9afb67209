import { expect, type Page, test } from "@playwright/test";
import { contextPill, exchanges, openContext, paste, row } from "./inspector";

const problems = (page: Page) => page.getByRole("list", { name: "Problems" }).getByRole("listitem");

const sync = (key: string, inside: string): string =>
  `<Sync xmlns="AirSync"><Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>5</CollectionId>` +
  `${inside}</Collection></Collections></Sync>`;
const folders =
  '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count><Add>' +
  "<ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>Posteingang</DisplayName><Type>2</Type></Add>" +
  "</Changes></FolderSync>";

interface Entry {
  readonly command: string;
  readonly request: string;
  readonly response: string;
  readonly status?: number;
  readonly type?: string;
}

const PATH = "/Microsoft-Server-ActiveSync";
const EAS = "application/vnd.ms-sync.wbxml";

function writeEntry({ command, request, response, status = 200, type = "text/xml" }: Entry, index: number) {
  return {
    startedDateTime: `2026-11-28T10:00:0${index}Z`,
    time: 40,
    request: {
      method: "POST",
      url: `https://mail.contoso.com${PATH}?Cmd=${command}&User=ada&DeviceId=D1&DeviceType=T`,
      headers: [{ name: "MS-ASProtocolVersion", value: "14.1" }],
      postData: { mimeType: "text/xml", text: request },
    },
    response: {
      status,
      statusText: "",
      headers: [{ name: "Content-Type", value: response === "" ? EAS : type }],
      content: { size: response.length, text: response },
    },
  };
}

const har = JSON.stringify({
  log: {
    entries: [
      {
        command: "FolderSync",
        request: '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
        response: folders,
      },
      { command: "Sync", request: sync("0", ""), response: sync("100", "<Status>1</Status>") },
      {
        command: "Sync",
        request: sync("77", "<GetChanges>1</GetChanges>"),
        response: sync("0", "<Status>3</Status>"),
      },
      { command: "Sync", request: sync("100", ""), response: "", status: 449 },
      {
        command: "Sync",
        request: sync("100", ""),
        response: "<html><body>Try later</body></html>",
        status: 503,
        type: "text/html",
      },
    ].map(writeEntry),
  },
});

async function show(page: Page, index: number): Promise<void> {
  const exchange = exchanges(page).nth(index >> 1);
  await exchange.click();
  await page.keyboard.press(index % 2 === 0 ? "ArrowLeft" : "ArrowRight"); // request, response
  await expect(exchange).toHaveAttribute("aria-selected", "true");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, har);
  await expect(exchanges(page)).toHaveCount(5);
});

test("the list names what failed, and only that", async ({ page }) => {
  await expect(exchanges(page).nth(2)).toContainText("3 InvalidSyncKey");
  await expect(exchanges(page).nth(3)).toContainText("449 Retry after provisioning");
  await expect(exchanges(page).nth(4)).toContainText("503 Service Unavailable");
  await expect(page.locator(".exchange.is-failed")).toHaveCount(3);
});

test("a failed Status is told first, with its cause and what is seen of it", async ({ page }) => {
  await show(page, 5);
  await expect(page.getByRole("button", { name: "1 failure" })).toBeVisible();
  const first = page.locator(".explain-body").getByRole("region", { name: "Failure" });
  await expect(first).toContainText("InvalidSyncKey"); // before anything is selected
  await expect(problems(page)).toHaveCount(1);
  await problems(page).first().locator(".problem-main").click();
  const seen = problems(page).first().getByRole("region", { name: "Seen here" });
  await expect(seen).toContainText("#2 returned 100, #3 sent 77.");
  await expect(page.locator(".tree-row.is-failed .tree-meaning")).toHaveText("InvalidSyncKey");
  const explain = page.locator(".explain-body");
  await expect(explain.getByRole("region", { name: "Value" })).toContainText("3 · InvalidSyncKey");
  expect(await explain.locator(":scope > *").first().getAttribute("aria-label")).toBe("Value");

  await seen.getByRole("button", { name: "#3" }).click();
  await expect(exchanges(page).nth(2)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, "SyncKey")).toHaveClass(/is-active/);
});

test("an empty body under HTTP 449 is a failure, and is not called legal", async ({ page }) => {
  await show(page, 7);
  await expect(problems(page)).toHaveCount(1);
  await expect(problems(page).first()).toContainText("Failed 449 Retry after provisioning");
});

test("an error page shows what failed above its text", async ({ page }) => {
  await show(page, 9);
  await expect(page.getByRole("region", { name: "Failure" })).toContainText("503 · Service Unavailable");
  await expect(page.getByRole("region", { name: "Body" })).toContainText("Try later");
});

test("a healthy exchange has no failure, and knows its folder from FolderSync", async ({ page }) => {
  await show(page, 3);
  await expect(page.getByText("Nothing wrong with this payload.").first()).toBeVisible();
  await show(page, 2);
  await expect(contextPill(page)).toContainText("Inbox");
  const dialog = await openContext(page);
  await expect(dialog).toContainText("from FolderSync #1, “Posteingang”");
  await dialog.getByRole("button", { name: "Show exchange 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(exchanges(page).nth(0)).toHaveAttribute("aria-selected", "true");
});

test("the header tells what is shown and how it went, and leads to the status and the other message", async ({
  page,
}) => {
  await show(page, 5);
  const header = page.getByRole("region", { name: "Document" });
  await expect(header).toContainText("#3Sync");
  await expect(header.getByTitle("Posteingang")).toBeVisible();
  await header.getByRole("button", { name: "Request", exact: true }).click();
  await expect(exchanges(page).nth(2)).toHaveAttribute("aria-selected", "true");
  await expect(header.getByRole("button", { name: "Request", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await header.getByRole("button", { name: "Failed: 3 InvalidSyncKey" }).click();
  await expect(header.getByRole("button", { name: "Response", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(row(page, "Status")).toHaveClass(/is-active/);
});

test("arrow keys show each capture at once, also when they repeat", async ({ page }) => {
  await show(page, 0);
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await expect(exchanges(page).nth(3)).toHaveAttribute("aria-selected", "true");
});
