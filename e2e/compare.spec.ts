import { expect, type Page, test } from "@playwright/test";
import { copyAs, drop, largePayload, paste, row, syncRequest } from "./inspector";

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

test("changes are marked, compared with the original, and reverted one by one", async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await edit(page, "SyncKey", "8");
  await edit(page, "FilterType", "3");
  await expect(row(page, "SyncKey")).toHaveText(/changed/);
  await expect(row(page, "Class")).not.toHaveText(/changed/);
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitem", { name: /^Compare/ }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog.getByRole("status")).toHaveText("2 changed.");
  const rows = dialog.getByRole("listbox");
  await rows.focus();
  await page.keyboard.press("n");
  await expect(rows.getByRole("option", { selected: true })).toHaveText(/changed\s*SyncKey\s*7\s*8/);
  await dialog.getByRole("button", { name: "Revert" }).click();
  await expect(dialog.getByRole("status")).toHaveText("1 changed.");
  await rows.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(row(page, "FilterType")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("menuitem", { name: /Revert this element/ }).click();
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
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitem", { name: /^Compare/ }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await dialog.getByRole("combobox", { name: "Left" }).selectOption({ index: 0 });
  await dialog.getByRole("combobox", { name: "Right" }).selectOption({ index: 1 });
  await expect(dialog.getByRole("status")).toHaveText("1 changed, 1 encoded differently.");
  await dialog.getByRole("button", { name: "On the wire" }).click();
  await expect(dialog.getByRole("option", { name: /encoded differently/ })).toHaveCount(1);
  await dialog.getByRole("button", { name: "Copy as text" }).click();
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
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitem", { name: /^Compare/ }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog.getByRole("status")).toContainText("Comparing 9.0 MB…");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Comparing 9.0 MB was cancelled.");
  await page.unroute(/compareWorker-/);
  await dialog.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(dialog.getByRole("status")).toHaveText("1 changed.");
  const rows = dialog.getByRole("listbox");
  await rows.focus();
  await page.keyboard.press("n");
  await expect(rows.getByRole("option", { selected: true })).toHaveText(/changed\s*CollectionId\s*15\s*16/);
});
