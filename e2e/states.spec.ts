import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { editorText, paste, row, runMenuCommand, sms, syncRequest } from "./inspector";

// The main states, compared with pictures. Fonts differ between machines, so every character is drawn as a
// box, half as wide as it is high.
const boxes = readFileSync(fileURLToPath(new URL("./states/boxes.ttf", import.meta.url)));
/** The version of the browser that took the pictures; others draw fields and scroll bars differently. */
const TAKEN_WITH = "150";

test.beforeEach(async ({ page, browser }) => {
  const [major] = browser.version().split(".");
  test.skip(
    major !== TAKEN_WITH,
    `the pictures were taken with Chromium ${TAKEN_WITH}, and this is ${major}`,
  );
  await page.route("**/boxes.ttf", (route) => route.fulfill({ body: boxes, contentType: "font/ttf" }));
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      const style = document.createElement("style");
      style.textContent =
        '@font-face { font-family: Boxes; src: url("/boxes.ttf"); } * { font-family: Boxes !important; }';
      document.head.append(style);
    });
  });
  await page.goto("/");
  await page.evaluate(() => document.fonts.load("16px Boxes"));
});

async function shot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot(`${name}.png`, {
    maxDiffPixelRatio: 0.01,
    animations: "disabled",
    caret: "hide",
  });
}

async function openPayload(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await expect(page.getByRole("tree")).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the welcome page", async ({ page }) => {
      await shot(page, `welcome-${colorScheme}`);
    });

    test("a payload with a selection, explained", async ({ page }) => {
      await openPayload(page, sms);
      await editorText(page);
      await row(page, "To").click();
      await expect(
        page.getByRole("region", { name: "Explain" }).getByRole("heading", { name: "Email:To" }),
      ).toBeVisible();
      await shot(page, `payload-${colorScheme}`);
    });
  });
}

test("a payload with problems", async ({ page }) => {
  await openPayload(page, `${syncRequest} 45`);
  await editorText(page);
  await page.locator(".problem summary").first().click();
  await expect(page.locator(".problem-why").first()).toBeVisible();
  await shot(page, "problems");
});

test("the templates", async ({ page }) => {
  await runMenuCommand(page, "template");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await shot(page, "templates");
});

test.describe("narrow", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the panes as tabs", async ({ page }) => {
    await openPayload(page, sms);
    await row(page, "Importance").click();
    await shot(page, "narrow-tree");
    await page.getByRole("tab", { name: "Bytes" }).click();
    await shot(page, "narrow-bytes");
  });
});
