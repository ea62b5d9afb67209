import { expect, type Page, test } from "@playwright/test";
import { copied, runMenuCommand } from "./inspector";

/** The role or the element name of what has the focus. */
const getFocus = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (active?.closest(".monaco-editor") !== null && active?.closest(".monaco-editor") !== undefined)
      return "editor";
    return active?.getAttribute("role") ?? active?.tagName.toLowerCase();
  });

const treeitem = (page: Page) => page.locator('[role="treeitem"][aria-selected="true"]');

test("an example is opened, navigated, edited in every pane, linted and saved by keyboard", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
  while (
    !(await page.evaluate(
      () =>
        document.activeElement instanceof HTMLButtonElement &&
        document.activeElement.textContent.includes("SMS only"),
    ))
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tree")).toBeVisible();
  await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();

  await page.keyboard.press("F6");
  expect(await getFocus(page)).toBe("tree");
  await page.keyboard.press("Home");
  for (const name of ["Collections", "Collection", "SyncKey"]) {
    await page.keyboard.press("ArrowDown");
    await expect(treeitem(page)).toContainText(name);
  }
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("77");
  await page.keyboard.press("Control+Enter");
  await expect(treeitem(page)).toContainText(/SyncKey\s*77/);
  expect(await getFocus(page)).toBe("tree");

  await page.keyboard.press("F6");
  expect(await getFocus(page)).toBe("editor");
  await page.keyboard.press("Control+Home");
  for (let line = 1; line < 4; line++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  for (let back = 0; back < "</SyncKey>".length; back++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("8");
  await expect(treeitem(page)).toContainText(/SyncKey\s*778/);

  await page.keyboard.press("F6");
  expect(await getFocus(page)).toBe("grid");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("39"); // the first digit becomes a 9
  await expect(treeitem(page)).toContainText(/SyncKey\s*978/);

  await page.keyboard.press("F6");
  expect(await getFocus(page)).toBe("button");
  await page.keyboard.press("Enter");
  await expect(treeitem(page)).toContainText("Class");
  await page.keyboard.press("F6"); // Explain
  await page.keyboard.press("F6"); // wraps around to the tree
  expect(await getFocus(page)).toBe("tree");
  for (let pane = 0; pane < 3; pane++) await page.keyboard.press("Shift+F6");
  expect(await getFocus(page)).toBe("grid");

  await runMenuCommand(page, "copy hex, spaced");
  await expect(page.getByRole("status").filter({ hasText: copied("Hex, spaced") })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("4B 03 39 37 38 00 01");
});
