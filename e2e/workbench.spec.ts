import { expect, type Page, test } from "@playwright/test";
import { paste, row, runMenuCommand, syncRequest } from "./inspector";

const pane = (page: Page, name: string) => page.getByRole("region", { name });
const path = (page: Page) => page.getByRole("navigation", { name: "Path of the selection" });

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: /^Search, run/ })).toBeVisible(); // it listens to keys now
});

test("every command is found in the omnibox by part of its name", async ({ page }) => {
  await page.keyboard.press("Control+K");
  const dialog = page.getByRole("dialog", { name: "Search and commands" });
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await expect(dialog.getByRole("menuitem", { name: /Undo/ })).toHaveCount(0); // nothing is open
  await page.keyboard.type("sms only");
  const first = dialog.getByRole("menuitem").first();
  await expect(first).toContainText("SMS only");
  await expect(first).toHaveAttribute("data-focused");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(row(page, "Sync")).toBeVisible();
});

test("the omnibox finds exchanges, documentation and values, and opens what is pasted", async ({ page }) => {
  await page.getByRole("button", { name: "Try a sample session" }).click();
  await expect(page.getByRole("treegrid", { name: "Session" })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Search and commands" });
  await page.keyboard.press("Control+K");
  await page.keyboard.type("ping inbox");
  await expect(dialog.getByRole("group", { name: "Exchanges" }).getByRole("menuitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(row(page, "Ping")).toBeVisible();

  await page.keyboard.press("Control+K");
  await page.keyboard.type("HeartbeatInterval");
  await dialog.getByRole("group", { name: "Documentation" }).getByRole("menuitem").first().click();
  await expect(
    pane(page, "Explain")
      .getByRole("heading", { name: /HeartbeatInterval/ })
      .first(),
  ).toBeVisible();

  await page.keyboard.press("Control+K");
  await page.keyboard.type("Monday outage");
  await dialog.getByRole("menuitem", { name: /^Find “Monday outage”/ }).click();
  await expect(page.getByRole("dialog", { name: "Find" }).getByRole("option")).not.toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+K");
  await page.keyboard.type("03016A0045010101");
  await page.keyboard.press("Enter");
  await expect(row(page, "Sync")).toBeVisible();
});

test("a question mark lists the shortcuts, and Escape closes the list", async ({ page }) => {
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog.getByRole("row", { name: /Ctrl K.*Search, run a command/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("panes can be hidden, and stay hidden after a reload", async ({ page }) => {
  const choose = async (menu: string, item: string): Promise<void> => {
    await page.getByRole("button", { name: `Menu of the pane ${menu}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await paste(page, syncRequest);
  await choose("Explain", "Hide Explain");
  await choose("Bytes", "Hide Bytes");
  await expect(pane(page, "Explain")).toHaveCount(0);
  await expect(pane(page, "Bytes")).toHaveCount(0);
  await page.reload();
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect(pane(page, "Explain")).toHaveCount(0);
  await choose("Tree", "Show Explain");
  await choose("Tree", "Show Bytes");
  await expect(pane(page, "Explain")).toBeVisible();
  await expect(page.getByRole("grid", { name: "Bytes" })).toBeVisible();
});

test("a double click on the head of a pane gives it the centre, and a second one gives it back", async ({
  page,
}) => {
  await paste(page, syncRequest);
  await expect(pane(page, "Bytes")).toBeVisible();
  await pane(page, "XML")
    .locator("header")
    .dblclick({ position: { x: 240, y: 12 } });
  await expect(pane(page, "Tree")).toHaveCount(0);
  await expect(pane(page, "Bytes")).toHaveCount(0);
  await expect(pane(page, "Explain")).toBeVisible();
  await pane(page, "XML")
    .locator("header")
    .dblclick({ position: { x: 240, y: 12 } });
  await expect(pane(page, "Tree")).toBeVisible();
});

test("the path leads to each enclosing element, and Back returns to the previous place", async ({ page }) => {
  await paste(page, syncRequest);
  await row(page, "FilterType").click();
  await expect(path(page).getByRole("listitem")).toHaveText([
    /Sync/,
    /Collections/,
    /Collection/,
    /Options/,
    /FilterType/,
  ]);
  await page.clock.install(); // places that are only passed are not recorded
  await page.clock.fastForward(2000);
  await path(page).getByRole("button", { name: "Options" }).click();
  await expect(row(page, "Options")).toHaveAttribute("aria-selected", "true");
  await page.clock.fastForward(2000);
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(row(page, "FilterType")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(row(page, "Options")).toHaveAttribute("aria-selected", "true");
});

test("an offset can be entered, and one outside the payload is refused with a reason", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.keyboard.press("Control+G");
  const dialog = page.getByRole("dialog", { name: "Go to an offset" });
  await dialog.getByRole("textbox").fill("0x99");
  await expect(dialog.getByText("The payload ends at 34 (0x0022).")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Go" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("0x08");
  await page.keyboard.press("Enter");
  await expect(page.locator('.bytes-row > .byte[aria-selected="true"]')).toHaveText(["03", "37", "00"]);
  await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
});

test("any step of the history can be undone by its name", async ({ page }) => {
  await paste(page, syncRequest);
  await page.locator("#byte-9").click();
  for (const digit of "383932") await page.keyboard.press(digit);
  await expect(page.locator("#byte-11")).toHaveText("32");
  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("menuitem")).toHaveText([
    /Undo: Overwrite 1 byte at 0x000B/,
    /Undo: Overwrite 1 byte at 0x000A/,
    /Undo: Overwrite 1 byte at 0x0009/,
  ]);
  await page.getByRole("menuitem", { name: /0x000A/ }).click();
  await expect(page.locator("#byte-9")).toHaveText("38");
  await expect(page.locator("#byte-10")).toHaveText("00");
});

test("the printout contains the problems and the whole tree and XML", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect(page.locator(".problem").first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const paper = page.getByRole("article");
  await expect(paper.getByText("SyncKey = 7")).toBeVisible();
  await expect(paper.getByText("<CollectionId>15</CollectionId>")).toBeVisible();
  await expect(paper.getByRole("heading", { name: "Problems" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeHidden();
});

test("high contrast can be selected, is remembered, and applies to the editor", async ({ page }) => {
  await paste(page, syncRequest);
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  await runMenuCommand(page, "high contrast");
  await expect(page.locator(".monaco-editor.hc-light").first()).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
});
