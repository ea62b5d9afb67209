import { expect, type Page, test } from "@playwright/test";
import { copyAs, exchanges, paste, row, runMenuCommand, session, sms, syncRequest } from "./inspector";

/** Everything the page has stored in the browser, as one text. */
function readStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = (): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("wbxml-inspector");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
      });
    const all = (db: IDBDatabase, name: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.addEventListener("success", () => resolve(request.result));
      });
    const latin = (value: unknown): unknown =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? Array.from(new Uint8Array(value instanceof Uint8Array ? value : new Uint8Array(value)), (byte) =>
            String.fromCharCode(byte),
          ).join("")
        : value;
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("wbxml-inspector")) return ""; // to open it would create it
    const db = await open();
    const records = [...(await all(db, "tabs")), ...(await all(db, "kept"))];
    db.close();
    return (
      [localStorage, sessionStorage].map((storage) => JSON.stringify(Object.entries(storage))).join() +
      JSON.stringify(records, (_, value) => latin(value))
    );
  });
}

/** How long the page waits before it writes, in milliseconds. */
const PAUSE = 250;

/** When the page last wrote its list of captures, in milliseconds. */
async function readLastWriteTime(page: Page): Promise<number> {
  const times = [...(await readStorage(page)).matchAll(/"at":(\d+)/g)].map(([, at]) => Number(at));
  return Math.max(0, ...times);
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("open captures survive a reload with edits, history and selection, and are stored encrypted", async ({
  page,
}) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
  await page.locator("#byte-9").click();
  await page.keyboard.press("3");
  const before = Date.now();
  await page.keyboard.press("8");
  await expect(row(page, "SyncKey")).toContainText("8");
  await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(before + PAUSE);
  await page.reload();
  await expect(row(page, "SyncKey")).toContainText("8");
  expect(await readStorage(page)).not.toMatch(/SyncKey|CollectionId|SMS|03 ?01 ?6A/i);
  await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: /^Undo: Overwrite/ }).click();
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });
  /** Shows something, and reloads the page when that is stored. */
  async function reloadAfter(page: Page, show: () => Promise<void>): Promise<void> {
    const before = Date.now();
    await show();
    await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(before + PAUSE);
    await page.reload();
  }
  /** Shows a pane, reloads the page, and expects the pane to be shown again. */
  async function reloadAt(page: Page, name: RegExp): Promise<void> {
    await reloadAfter(page, () => tab(page, name).click());
    await expect(tab(page, name)).toHaveAttribute("aria-selected", "true");
  }

  test("the pane that was shown is shown again after a reload", async ({ page }) => {
    await paste(page, syncRequest);
    await expect(tab(page, /^Tree/)).toHaveAttribute("aria-selected", "true");
    await reloadAt(page, /^Bytes/);
    await reloadAt(page, /^Problems/); // whose title counts the problems
    await paste(page, sms);
    await expect(page.getByRole("button", { name: "Back to the session" })).toBeVisible();
    await expect(tab(page, /^Problems/)).toHaveAttribute("aria-selected", "true");
    await reloadAfter(page, () => page.getByRole("button", { name: "Back to the session" }).click());
    await expect(session(page)).toBeVisible();
    await reloadAfter(page, () => exchanges(page).last().click());
    await expect(tab(page, /^Tree/)).toHaveAttribute("aria-selected", "true");
    await expect(row(page, "Importance")).toBeVisible();
    await runMenuCommand(page, "go to an offset");
    await expect(page.getByRole("dialog", { name: "Go to an offset" })).toBeVisible();
    await page.reload();
    await expect(row(page, "Importance")).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test.describe("after an update of the page", () => {
  test.use({ bypassCSP: true }); // so that the test can start a service worker from another address

  test("the key is asked of the service worker that was there before", async ({ page }) => {
    await page.addInitScript(() => {
      const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
      ServiceWorkerContainer.prototype.register = (url, options) => {
        const isUpdated = sessionStorage.getItem("updated") !== null;
        return register(isUpdated ? url : `${String(url)}?earlier`, options);
      };
    });
    await page.reload();
    const before = Date.now();
    await paste(page, syncRequest);
    await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(before);
    const readWorker = (): Promise<string> =>
      page.evaluate(async () => {
        const [registration] = await navigator.serviceWorker.getRegistrations();
        return registration?.active?.scriptURL ?? "";
      });
    await expect.poll(readWorker).toMatch(/\?earlier$/);
    await page.evaluate(() => sessionStorage.setItem("updated", "yes"));
    await page.reload();
    await expect(row(page, "SyncKey")).toBeVisible();
    await expect.poll(readWorker).toMatch(/\.js$/);
  });
});

test("saved payloads can be opened in another tab, and are gone after everything is deleted", async ({
  page,
  context,
}) => {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
  const openKept = (on: Page): Promise<void> => runMenuCommand(on, "kept on this computer");
  await openKept(page);
  const dialog = page.getByRole("dialog", { name: "Kept on this computer" });
  await dialog.getByRole("textbox").fill("the odd Sync");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByRole("listitem")).toContainText(["the odd Sync"]);

  const other = await context.newPage();
  await other.goto("/");
  // a tab's own captures are not opened in another tab
  await expect(other.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
  await openKept(other);
  await other.getByRole("button", { name: "the odd Sync", exact: true }).click();
  await expect(row(other, "SyncKey")).toContainText("7");

  await openKept(other);
  await other.getByRole("button", { name: "Forget everything…" }).click();
  await other.getByRole("button", { name: "Forget everything" }).click();
  await expect(other.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
  expect(await readStorage(other)).not.toContain("the odd Sync");
});

/** Lets the page stand still, as a payload that is too much for it does. */
function standStill(page: Page): Promise<void> {
  return page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 5000;
      while (performance.now() < end) void end;
    });
  });
}

test("a payload that made the tab stand still is opened again only if that is wanted", async ({ page }) => {
  await page.route(/lintWorker/, () => undefined); // no answer, so the rules never finish
  await page.reload();
  const before = Date.now();
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(before);
  await standStill(page);
  await page.reload();
  const notice = page.getByRole("alertdialog").filter({ hasText: "has not been opened again" });
  await expect(notice).toBeVisible();
  await expect(row(page, "SyncKey")).toHaveCount(0);
  await page.unroute(/lintWorker/);
  await page.reload(); // without an answer
  await notice.getByRole("button", { name: "Open it again" }).click();
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Problems/ })).not.toContainText("Running the rules");
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("wbxml-inspector.opening"))).toBeNull();
  await page.reload();
  await expect(row(page, "SyncKey")).toBeVisible();
});

test("what was closed and opened again by undo survives reloads, also in quick succession", async ({
  page,
}) => {
  const before = Date.now();
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(before);
  await runMenuCommand(page, "close all");
  await expect(row(page, "SyncKey")).toHaveCount(0);
  await page.waitForTimeout(2 * PAUSE);
  const closed = Date.now();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect.poll(() => readLastWriteTime(page)).toBeGreaterThan(closed);
  await page.addInitScript(() => {
    const left = Number(sessionStorage.getItem("reloads") ?? 0);
    sessionStorage.setItem("reloads", String(left - 1));
    if (left > 0) setTimeout(() => location.reload(), 60 * left);
  });
  await page.evaluate(() => sessionStorage.setItem("reloads", "6"));
  await page.reload();
  await page.waitForFunction(() => Number(sessionStorage.getItem("reloads")) < 0);
  await expect(row(page, "SyncKey")).toBeVisible();
});

test("a shared link is opened only if that is wanted, in a tab that did not finish opening", async ({
  page,
}) => {
  // when the tab has its name, the page no longer looks for the mark
  await page.waitForFunction(() => sessionStorage.getItem("wbxml-inspector.tab") !== null);
  await page.evaluate(() => sessionStorage.setItem("wbxml-inspector.opening", "yes"));
  await page.goto("about:blank");
  await page.goto("/#p=not-a-payload");
  const notice = page.getByRole("alertdialog").filter({ hasText: "in the link has not been opened" });
  await notice.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("link");
  await expect(notice).toHaveCount(0);
  await page.waitForFunction(() => sessionStorage.getItem("wbxml-inspector.opening") === null);
  await page.goto("about:blank");
  await page.goto("/#p=not-a-payload");
  await expect(page.getByRole("alertdialog")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Open it" })).toHaveCount(0);
});
