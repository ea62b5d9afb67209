import { expect, type Locator, type Page, test } from "@playwright/test";
import { copyAs, drop, largePayload, paste, row, runMenuCommand, sms, syncRequest } from "./inspector";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function edit(page: Page, name: string, value: string): Promise<void> {
  await row(page, name).click();
  await page.keyboard.press("Enter");
  await page
    .getByRole("dialog", { name: `Value of ${name}` })
    .getByRole("textbox")
    .fill(value);
  await page.keyboard.press("Enter");
  await expect(row(page, name)).toHaveText(new RegExp(value));
}

/** Shows the comparison. */
async function compare(page: Page): Promise<Locator> {
  await runMenuCommand(page, "compare…");
  return page.getByRole("region", { name: "Compare" });
}

test("changes are marked, compared with the original, and reverted one by one", async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await edit(page, "SyncKey", "8");
  await edit(page, "FilterType", "3");
  await expect(row(page, "SyncKey")).toHaveAccessibleName(/changed/);
  await expect(row(page, "Class")).not.toHaveAccessibleName(/changed/);
  const comparison = await compare(page);
  await expect(comparison.getByRole("status")).toHaveText("2 changed.");
  const rows = comparison.getByRole("listbox");
  await rows.focus();
  await page.keyboard.press("n");
  await expect(rows.getByRole("option", { selected: true })).toHaveText(/changed\s*SyncKey\s*7\s*8/);
  await comparison.getByRole("button", { name: "Revert" }).click();
  await expect(comparison.getByRole("status")).toHaveText("1 changed.");
  await rows.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(row(page, "FilterType")).toHaveAttribute("aria-selected", "true");
  await expect(comparison).toBeVisible();
  await runMenuCommand(page, "revert this element");
  await expect(row(page, "FilterType")).toHaveText(/0/);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("two captures are aligned, and differences in encoding are distinguished", async ({ page }) => {
  await page.goto("/");
  const opaque = syncRequest
    .replace("03 53 4D 53 00", "C3 03 53 4D 53")
    .replace("03 31 35 00", "03 31 36 00");
  const har = {
    log: {
      version: "1.2",
      creator: { name: "test", version: "1" },
      entries: [syncRequest, opaque].map((hex) => ({
        startedDateTime: "2026-01-01T00:00:00Z",
        time: 1,
        request: {
          method: "POST",
          url: "https://h/Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t",
          httpVersion: "HTTP/1.1",
          headers: [{ name: "Content-Type", value: "application/vnd.ms-sync.wbxml" }],
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: -1,
          postData: {
            mimeType: "application/vnd.ms-sync.wbxml",
            encoding: "base64",
            text: Buffer.from(hex.replaceAll(" ", ""), "hex").toString("base64"),
          },
        },
        response: {
          status: 200,
          statusText: "OK",
          httpVersion: "HTTP/1.1",
          headers: [],
          cookies: [],
          content: { size: 0, mimeType: "" },
          redirectURL: "",
          headersSize: -1,
          bodySize: 0,
        },
        cache: {},
        timings: { send: 0, wait: 0, receive: 0 },
      })),
    },
  };
  await paste(page, JSON.stringify(har));
  await expect(row(page, "SyncKey")).toBeVisible();
  const comparison = await compare(page);
  await comparison.getByRole("combobox", { name: "Left" }).selectOption({ index: 0 });
  await comparison.getByRole("combobox", { name: "Right" }).selectOption({ index: 1 });
  await expect(comparison.getByRole("status")).toHaveText("1 changed, 1 encoded differently.");
  await comparison.getByRole("button", { name: "On the wire" }).click();
  await expect(comparison.getByRole("option", { name: /encoded differently/ })).toHaveCount(1);
  await comparison.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied the comparison" })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("CollectionId 15 → 16");
});

test("large payloads are compared in the background, which can be cancelled", async ({ page }) => {
  const waiting: (() => Promise<void>)[] = [];
  await page.route(/compareWorker-/, (route) => void waiting.push(() => route.continue()));
  await page.goto("/");
  const changed = largePayload();
  changed[15] = 0x36; // CollectionId 16
  await drop(page, "first.wbxml", largePayload());
  await expect(row(page, "CollectionId")).toContainText("15");
  await drop(page, "second.wbxml", changed);
  await expect(row(page, "CollectionId")).not.toContainText("15");
  const comparison = await compare(page);
  await expect(comparison.getByRole("status")).toContainText("Comparing 9.0 MB…");
  await comparison.getByRole("button", { name: "Cancel" }).click();
  await expect(comparison.getByRole("alert")).toContainText("Comparing 9.0 MB was cancelled.");
  await page.unroute(/compareWorker-/);
  await comparison.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(comparison.getByRole("status")).toHaveText("1 changed.");
  const rows = comparison.getByRole("listbox");
  await rows.focus();
  await page.keyboard.press("n");
  await expect(rows.getByRole("option", { selected: true })).toHaveText(/changed\s*CollectionId\s*15\s*16/);
});

test("the comparison has the centre where its pane is narrow, and follows what is shown", async ({
  page,
}) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  const comparison = await compare(page);
  await expect(row(page, "SyncKey")).toBeHidden();
  await expect(comparison).toContainText("no other one is open to compare it with");
  await paste(page, sms);
  await expect(comparison.getByRole("combobox", { name: "Left" })).toHaveValue(/./);
  const chosen = (label: string) =>
    comparison.getByRole("combobox", { name: label }).locator("option:checked");
  await expect(chosen("Left")).toContainText("1. ");
  await expect(chosen("Right")).toContainText("2. ");
  await comparison.getByRole("button", { name: "Swap" }).click();
  await expect(chosen("Left")).toContainText("2. ");
});

test("on a phone, values stand below names", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await edit(page, "SyncKey", "8");
  await page.getByRole("tablist", { name: "Panes" }).getByRole("tab", { name: "XML" }).click();
  await page.getByRole("tab", { name: "Compare" }).click();
  const comparison = page.getByRole("region", { name: "Compare" });
  await expect(comparison.getByRole("status")).toHaveText("1 changed.");
  const option = comparison.getByRole("option", { name: /SyncKey/ });
  const [name, value] = ["compare-name", "is-after"].map((part) => option.locator(`.${part}`).boundingBox());
  expect((await name)?.y).toBeLessThan((await value)?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await option.click();
  await comparison.getByRole("button", { name: "Go to element" }).click();
  await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
});
