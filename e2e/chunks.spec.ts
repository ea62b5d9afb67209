import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { copyAs, paste, row, runMenuCommand, sms, syncRequest } from "./inspector";

/** What a script of the page imports before it runs, and what it asks for later. */
interface Imports {
  readonly needed: readonly string[];
  readonly later: readonly string[];
}

function listImports(code: string): Imports {
  const names = (pattern: RegExp): string[] => Array.from(code.matchAll(pattern), ([, name = ""]) => name);
  return {
    needed: names(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g),
    later: names(/\bimport\(\s*[`"']\.\/([\w.-]+\.js)[`"']/g),
  };
}

/** Every script that the page asks for later. What several of these need is loaded with the first of them. */
async function listLazyScripts(request: APIRequestContext): Promise<readonly string[]> {
  const html = await (await request.get("/")).text();
  const seen = new Set(Array.from(html.matchAll(/assets\/(index-[\w-]+\.js)/g), ([, name = ""]) => name));
  const lazy = new Set<string>();
  for (const name of seen) {
    const { needed, later } = listImports(await (await request.get(`/assets/${name}`)).text());
    for (const other of later) lazy.add(other);
    for (const other of [...needed, ...later]) seen.add(other);
  }
  return [...lazy];
}

const nameOf = (script: string): string => script.replace(/-[\w-]{8}\.js$/, "");

/** Whether the page has ended as a whole, which it must not for a part that is missing. */
async function expectAlive(page: Page, script: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "WBXML Inspector" }), script).toBeVisible();
  await expect(page.getByText("The page could not be shown"), script).toHaveCount(0);
}

/** Opens a payload while a script can't be loaded, and says what is missing, if that shows. */
async function openWithout(browser: Browser, script: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const thrown: string[] = [];
  page.on("pageerror", ({ message }) => thrown.push(message));
  await page.route(`**/${script}`, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Paste a payload" }), script).toBeVisible();
  await paste(page, syncRequest);
  const tree = row(page, "SyncKey");
  const said = page.getByText(/could not be (?:shown|loaded|done)/).first();
  await expect(tree.or(said).first(), script).toBeVisible();
  await expectAlive(page, script);
  await page.unroute(`**/${script}`);
  await expect(async () => {
    if (await tree.isVisible()) return;
    const again = page.getByRole("button", { name: "Try again", exact: true }).first();
    if (await again.isVisible()) await again.click();
    else await paste(page, syncRequest);
    await expect(tree).toBeVisible({ timeout: 2000 });
  }, script).toPass({ timeout: 20_000 });
  expect(
    thrown.filter((message) => !/dynamically imported module|preload CSS/.test(message)),
    script,
  ).toEqual([]);
  await context.close();
}

test("any script that is loaded later can be missing", async ({ browser, request }) => {
  test.setTimeout(480_000);
  const waiting = [...(await listLazyScripts(request))];
  expect(waiting.map(nameOf)).toEqual(
    expect.arrayContaining(["Workspace", "XmlEditor", "read", "Toasts", "CopyMenu"]),
  );
  const work = async (): Promise<void> => {
    for (let script = waiting.pop(); script !== undefined; script = waiting.pop())
      await openWithout(browser, script);
  };
  await Promise.all([work(), work(), work()]);
});

test.describe("with a payload open", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/");
  });

  test("a dialog that is missing says so in its place, and opens when it is there again", async ({
    page,
  }) => {
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    const dialogs = [
      [/OffsetDialog/, "go to an offset", "Go to an offset"],
      [/KeptDialog/, "saved payloads", "Saved payloads"],
      [/ShareDialog/, "share as a link", "Share as a link"],
    ] as const;
    for (const [script, words, name] of dialogs) {
      await page.route(script, (route) => route.abort());
      await runMenuCommand(page, words);
      const notice = page.getByRole("alertdialog", { name: "could not be shown" });
      await expect(notice, name).toContainText("Try again, or reload the page");
      await expect(notice).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(notice).toHaveCount(0);
      await runMenuCommand(page, words);
      await expect(notice).toBeVisible();
      await page.unroute(script);
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("dialog", { name })).toBeVisible();
      await page.keyboard.press("Escape");
    }
  });

  test("without the code that keeps what is open, all else works, and the loss is said", async ({ page }) => {
    await page.route(/keepTab-/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    const notice = page.getByRole("alertdialog").filter({ hasText: "does not survive a reload" });
    await expect(notice).toContainText("could not be loaded");
    await expect(page.getByRole("alertdialog")).toHaveCount(1);
    const asked = page.waitForEvent("dialog");
    const left = page.reload();
    await (await asked).accept();
    await left;
    await expect(page.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
  });

  test("a script that arrives cut off is told as one that could not be loaded", async ({ page }) => {
    const cutOff = /(?:CopyMenu|keepTab|openTemplate)-.*\.js/;
    await page.route(cutOff, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.slice(0, text.length / 2) });
    });
    await page.reload();
    await paste(page, syncRequest);
    await expect(page.getByRole("button", { name: "The menu Copy as could not be loaded" })).toBeVisible();
    const notices = page.getByRole("alertdialog");
    await expect(notices.filter({ hasText: "does not survive a reload" })).toHaveCount(1);
    await runMenuCommand(page, "disable outbound");
    await expect(notices.filter({ hasText: "Its code could not be loaded" })).toHaveCount(1);
    await expect(page.getByText("bug in the inspector")).toHaveCount(0);
  });

  test("what waits for a script can be cancelled, and is not opened when that comes", async ({ page }) => {
    const waiting: (() => Promise<void>)[] = [];
    await page.route(/Workspace-.*\.js/, (route) => void waiting.push(() => route.continue()));
    await page.reload();
    await paste(page, syncRequest);
    await expect.poll(() => waiting.length).toBe(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Reading was cancelled" })).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Cancel" })).toHaveCount(0);
    await Promise.all(waiting.map((go) => go()));
    await paste(page, sms);
    await expect(row(page, "Importance")).toBeVisible();
    await expect(row(page, "SyncKey")).toContainText("5"); // and not the one that was cancelled
    await expect(page.getByRole("listbox", { name: "Captures" })).toHaveCount(0);
  });

  test("a menu that is missing says so, and opens when it is there again", async ({ page }) => {
    let refused = 0;
    await page.route(/CopyMenu/, (route) => {
      refused++;
      return route.abort();
    });
    await page.reload();
    await paste(page, syncRequest);
    await expect(page.getByRole("button", { name: "The menu Copy as could not be loaded" })).toBeVisible();
    const before = refused;
    await page.getByRole("button", { name: "The menu Copy as could not be loaded" }).click();
    await expect.poll(() => refused).toBeGreaterThan(before);
    await page.unroute(/CopyMenu/);
    await page.getByRole("button", { name: "The menu Copy as could not be loaded" }).click();
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
  });

  test("without the editor, the XML is plain text that can be edited, with undo", async ({ page }) => {
    await page.route(/monaco/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    const text = page.getByRole("textbox", { name: "XML", exact: true });
    await expect(text).toHaveValue(/<SyncKey>7<\/SyncKey>/);
    await text.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf(">7<") + 1;
      field.focus();
      field.setSelectionRange(at, at + 1);
    });
    await page.keyboard.type("89");
    await expect(row(page, "SyncKey")).toContainText("89");
    await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect(text).toHaveValue(/<SyncKey>7<\/SyncKey>/);
    await page.unroute(/monaco/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
  });

  test("a style sheet that is missing stops no other part", async ({ page }) => {
    await page.route(/XmlEditor.*\.css|monaco.*\.css/, (route) => route.abort());
    await page.route(/ExplainPane.*\.css/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
    await expect(notice).toBeVisible();
    await runMenuCommand(page, "go to an offset");
    await expect(page.getByRole("dialog", { name: "Go to an offset" })).toBeVisible();
    await page.keyboard.press("Escape");
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice).toBeVisible();
    await page.unroute(/ExplainPane.*\.css/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await row(page, "SyncKey").click();
    await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
  });

  test("a style sheet that is missing is loaded when it is tried again", async ({ page }) => {
    await page.route(/ExplainPane.*\.css/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
    await expect(notice).toBeVisible();
    await expect(row(page, "SyncKey")).toBeVisible();
    await page.unroute(/ExplainPane.*\.css/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice).toHaveCount(0);
    await row(page, "SyncKey").click();
    await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
    const sheets = await page.evaluate(() => Array.from(document.styleSheets, ({ href }) => href ?? ""));
    expect(sheets.filter((href) => /ExplainPane/.test(href))).toHaveLength(1);
  });
});
