import { expect, type Page, test } from "@playwright/test";
import {
  chooseCopy,
  copied,
  copyAs,
  drop,
  exchanges,
  groups,
  paste,
  row,
  runMenuCommand,
  sample,
  syncRequest,
} from "./inspector";

/** What goes wrong on the page, other than what it says to the user. */
function watch(page: Page): readonly string[] {
  const thrown: string[] = [];
  page.on("pageerror", ({ message }) => thrown.push(message));
  return thrown;
}

const notices = (page: Page) => page.getByRole("alertdialog");

async function expectWorks(page: Page): Promise<void> {
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await page.getByRole("button", { name: /^Colours: system/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.getByText("bug in the inspector")).toHaveCount(0);
}

test("the page works without storage, and says once what is lost", async ({ page }) => {
  const thrown = watch(page);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
  });
  await page.goto("/");
  await expectWorks(page);
  await expect(notices(page)).toHaveCount(1);
  await expect(notices(page)).toContainText("does not let the page keep anything");
  await runMenuCommand(page, "kept on this computer");
  await expect(page.getByRole("dialog", { name: "Kept on this computer" })).toContainText(
    "does not let the page keep",
  );
  expect(thrown).toEqual([]);
});

test("the page works where its storage is full, and says so once", async ({ page }) => {
  const thrown = watch(page);
  await page.addInitScript(() => {
    const full = (): never => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  await page.goto("/");
  await expectWorks(page);
  await expect(notices(page).filter({ hasText: "no room left for the page's settings" })).toHaveCount(1);
  await expect(notices(page).filter({ hasText: "there is no room left" })).toHaveCount(1);
  expect(thrown).toEqual([]);
});

test("the page works where a service worker or the database never answers, and says what is lost", async ({
  browser,
}) => {
  const openStuck = async (stick: () => void): Promise<void> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const thrown = watch(page);
    await page.addInitScript(stick);
    await page.goto("/");
    await expectWorks(page);
    await expect(notices(page)).toHaveCount(1);
    await expect(notices(page)).toContainText("does not answer");
    await expect(notices(page)).toContainText("does not survive a reload");
    expect(thrown).toEqual([]);
    await context.close();
  };
  await Promise.all([
    openStuck(() => {
      ServiceWorkerContainer.prototype.getRegistration = () => new Promise(() => undefined);
    }),
    openStuck(() => {
      const open = indexedDB.open.bind(indexedDB);
      IDBFactory.prototype.open = () => {
        const request = open("never");
        request.addEventListener = () => undefined; // no event of it arrives
        return request;
      };
    }),
  ]);
});

test("the page works without requestIdleCallback", async ({ page }) => {
  const thrown = watch(page);
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "requestIdleCallback");
    Reflect.deleteProperty(window, "cancelIdleCallback");
  });
  await page.goto("/");
  await expectWorks(page);
  expect(thrown).toEqual([]);
});

test("on plain HTTP, copying works, and the page says that a reload loses everything", async ({ page }) => {
  const thrown = watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "isSecureContext", { get: () => false });
    for (const name of ["clipboard", "serviceWorker", "locks", "storage"])
      Object.defineProperty(Navigator.prototype, name, { get: () => undefined });
    Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  });
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(notices(page)).toContainText("served over plain HTTP");
  await chooseCopy(page, "Hex, spaced");
  await expect(page.getByRole("status").filter({ hasText: copied("Hex, spaced") })).toHaveCount(1);
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted-here";
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press("Control+V");
  await expect(page.locator("#pasted-here")).toHaveValue(syncRequest);
  await runMenuCommand(page, "paste ctrl");
  await expect(notices(page).filter({ hasText: "does not let this page read the clipboard" })).toHaveCount(1);
  const asked = page.waitForEvent("dialog");
  const left = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await left;
  expect(thrown).toEqual([]);
});

test("without workers, everything but the rules and the search works, and both say so", async ({ page }) => {
  const thrown = watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "Worker", {
      value: function refuse() {
        throw new DOMException("Worker is not allowed", "SecurityError");
      },
    });
  });
  await page.goto("/");
  await expectWorks(page);
  const problems = page.getByRole("region", { name: /^Problems/ });
  await expect(problems).toContainText("The rules could not run");
  await expect(problems.getByRole("button", { name: "Run the rules again" })).toBeVisible();
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
  await drop(page, "capture.saz", sample("saz-plain.saz"));
  await expect(groups(page)).toContainText([/capture\.saz4 captures/]);
  expect(thrown).toEqual([]);
});

test("without the script of the worker that reads, the page reads by itself", async ({ page }) => {
  const thrown = watch(page);
  let refused = 0;
  await page.route(/readWorker/, (route) => {
    refused++;
    return route.abort();
  });
  await page.goto("/");
  await drop(page, "accents.txt", sample("text/accents.base64.txt"));
  await expect(page.getByRole("tree")).toBeVisible();
  await page.getByRole("button", { name: "Read as…" }).click();
  await page.getByRole("menuitem").last().click();
  await expect(page.getByText(/^Reading/)).toHaveCount(0);
  await drop(page, "locked.saz", sample("saz-aes256.saz"));
  const password = page.getByRole("dialog").getByRole("textbox");
  await password.fill("secret");
  await password.press("Enter");
  await expect(exchanges(page).first()).toBeVisible();
  expect(refused).toBeGreaterThan(0);
  expect(thrown).toEqual([]);
});

test("a worker whose script is missing is said, and works when it is there again", async ({ page }) => {
  await page.route(/lintWorker/, (route) => route.abort());
  await page.goto("/");
  await paste(page, syncRequest);
  const problems = page.getByRole("region", { name: /^Problems/ });
  await expect(problems).toContainText("the script could not be loaded");
  await page.unroute(/lintWorker/);
  await problems.getByRole("button", { name: "Run the rules again" }).click();
  await expect(problems.getByText("The rules could not run")).toHaveCount(0);
  await expect(problems).not.toContainText("Running the rules");
});
