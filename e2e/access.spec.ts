import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe";
import { drop, exchanges, paste, row, runMenuCommand, sample, sms, syncRequest } from "./inspector";

const dialog = (page: Page) => page.getByRole("dialog");

/** Dialogs by the words that find their command, and a check that each is ready. */
const DIALOGS: readonly (readonly [words: string, (page: Page) => Promise<void>])[] = [
  ["template…", (page) => expect(dialog(page).getByRole("option").first()).toBeVisible()],
  ["deliberate fault…", (page) => dialog(page).getByText("Empty body", { exact: true }).click()],
  ["find…", (page) => expect(dialog(page).getByRole("combobox")).toBeFocused()],
  ["export in any form", (page) => expect(dialog(page).locator("pre, textarea").first()).toBeVisible()],
  ["kept on this", (page) => expect(dialog(page).getByRole("button").first()).toBeVisible()],
  ["go to an offset", (page) => expect(dialog(page).getByRole("textbox")).toBeFocused()],
  ["show the input", (page) => expect(dialog(page).getByRole("textbox")).toBeVisible()],
  ["what leaves", (page) => expect(dialog(page).getByRole("table").nth(1)).toBeVisible()],
  ["licences", (page) => expect(dialog(page).getByText("zustand")).toBeVisible()],
  [
    "keyboard shortcuts",
    (page) => expect(dialog(page).getByText("Search, run a command, or paste…")).toBeVisible(),
  ],
];

/** Shows a pane: under 900 px each is a tab. */
async function show(page: Page, pane: string): Promise<void> {
  const tab = page.getByRole("tab", { name: pane });
  if ((await tab.count()) > 0) await tab.click();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Each look and each width; the looks share their layout, and the widths their colours. */
const LOOKS = [
  { name: "light, wide", use: { colorScheme: "light", viewport: WIDE } },
  { name: "light, narrow", use: { colorScheme: "light", viewport: NARROW } },
  { name: "dark, wide", use: { colorScheme: "dark", viewport: WIDE } },
  { name: "high contrast, narrow", use: { contrast: "more", viewport: NARROW } },
] as const;

for (const { name: look, use } of LOOKS) {
  test.describe(`${look}: axe reports nothing`, () => {
    test.use(use);

    test("on the welcome page, and after an input without a payload", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
      expect.soft(await violations(page)).toEqual([]);
      await paste(page, "Dear colleague, the phone does not sync any more?!");
      await expect(page.getByLabel("Unreadable input").locator(".is-error")).toBeVisible();
      expect.soft(await violations(page)).toEqual([]);
    });

    test("in any pane, with problems, a draft and a selection", async ({ page }) => {
      await page.goto("/");
      await paste(page, `${syncRequest} 45`);
      await expect(page.getByRole("tree")).toBeVisible();
      await row(page, "SyncKey").click();
      for (const pane of ["Tree", "Explain", "Bytes", "Problems", "XML"]) {
        await show(page, pane);
        if (pane === "Problems") await page.locator(".problem-main").first().click();
        if (pane === "XML") await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
        expect.soft(await violations(page), pane).toEqual([]);
      }
      await page.locator(".monaco-editor .view-lines").click();
      await page.keyboard.type("<");
      await expect(page.getByText("The XML can't be encoded")).toBeVisible();
      expect.soft(await violations(page), "draft").toEqual([]);
    });

    test("in the views Compare and Body", async ({ page }) => {
      await page.goto("/");
      await paste(page, syncRequest);
      await paste(page, sms);
      if (use.viewport === NARROW) await exchanges(page).last().click(); // it begins with the session
      await expect(row(page, "ServerId")).toBeVisible();
      await runMenuCommand(page, "compare…");
      await expect(page.getByRole("listbox", { name: /^Differences/ })).toBeVisible();
      expect.soft(await violations(page), "Compare").toEqual([]);
      await page.getByRole("tab", { name: "Body", exact: true }).click();
      await expect(page.getByRole("document", { name: "Text of the body" })).toHaveText("Late!");
      expect.soft(await violations(page), "Body").toEqual([]);
    });

    test("in the dialogs", async ({ page }) => {
      await page.goto("/");
      await paste(page, sms);
      await expect(page.getByRole("tree")).toBeVisible();
      for (const [words, ready] of DIALOGS) {
        await runMenuCommand(page, words);
        await ready(page);
        expect.soft(await violations(page), words).toEqual([]);
        await closeDialog(page);
      }
      await page.keyboard.press("Control+K");
      await expect(dialog(page).getByRole("menuitem").first()).toBeVisible();
      expect.soft(await violations(page), "omnibox").toEqual([]);
    });

    test("in the popovers of tree rows", async ({ page }) => {
      await page.goto("/");
      await paste(page, sms);
      for (const [words, name, role] of [
        ["edit value…", "Importance", "dialog"],
        ["edit value…", "To", "dialog"],
        ["edit value…", "DateReceived", "dialog"],
        ["add child", "ApplicationData", "dialog"],
        ["element menu", "Body", "menu"],
      ] as const) {
        await row(page, name).click();
        await runMenuCommand(page, words);
        await expect(page.getByRole(role).first()).toBeVisible();
        expect.soft(await violations(page), `${words} of ${name}`).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(page.getByRole(role)).toHaveCount(0);
      }
    });

    test("with several captures, in the search, and in the password dialog", async ({ page }) => {
      await page.goto("/");
      await drop(page, "capture.saz", sample("saz-plain.saz"));
      await expect(exchanges(page).first()).toBeVisible();
      expect.soft(await violations(page), "session").toEqual([]);
      await page.keyboard.press("Control+F");
      await dialog(page).getByRole("combobox").fill("Sync OR hex:0 OR 0x03 (");
      await expect(dialog(page).getByRole("option").first()).toBeVisible();
      expect.soft(await violations(page), "hits").toEqual([]);
      await closeDialog(page);
      await drop(page, "locked.saz", sample("saz-aes256.saz"));
      await expect(dialog(page).getByRole("textbox")).toBeVisible();
      expect.soft(await violations(page), "password").toEqual([]);
    });
  });
}
