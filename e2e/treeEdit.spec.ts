import { expect, type Page, test } from "@playwright/test";
import { copyAs, paste, row, sms, syncRequest } from "./inspector";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** A Sync request whose Options holds an empty FilterType, made by hand from MS-ASWBXML. */
const secondSync = "03 01 6A 00 45 5C 4F 4B 03 31 00 01 57 18 01 01 01 01";

async function openPayload(page: Page): Promise<void> {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
}

/** The ways to the editor of a value. */
const waysToEdit = [
  {
    way: "by keyboard",
    open: async (page: Page) => {
      await row(page, "SyncKey").click();
      await page.keyboard.press("Enter");
    },
  },
  {
    way: "from the element menu",
    open: async (page: Page) => {
      await row(page, "SyncKey").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Edit value…" }).click();
    },
  },
  {
    way: "from the button of its row",
    open: async (page: Page) => {
      await row(page, "SyncKey").hover();
      await page.getByRole("button", { name: "Menu for SyncKey" }).click();
      await page.getByRole("menuitem", { name: "Edit value…" }).click();
    },
  },
] as const;

for (const { way, open } of waysToEdit)
  test(`a value is edited in its row ${way}, and only its bytes change`, async ({ page }) => {
    await openPayload(page);
    await open(page);
    const editor = page.getByRole("dialog", { name: "Value of SyncKey" });
    await expect(editor.getByRole("textbox")).toBeFocused();
    await page.keyboard.type("82");
    await page.keyboard.press("Enter");
    await expect(editor).toBeHidden();
    await expect(page.getByRole("tree")).toBeFocused();
    await expect(row(page, "SyncKey")).toHaveText(/82/);
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 38 32 00"));
  });

test("Escape leaves the editor of a value without a change", async ({ page }) => {
  await openPayload(page);
  await row(page, "SyncKey").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tree")).toBeFocused();
  await expect(row(page, "SyncKey")).toHaveText(/7/);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("an enumeration value is selected from a list with meanings", async ({ page }) => {
  await openPayload(page);
  await row(page, "FilterType").dblclick();
  const editor = page.getByRole("dialog", { name: "Value of FilterType" });
  await editor.getByRole("option", { name: /^3 / }).click();
  await expect(editor).toBeHidden();
  await expect(row(page, "FilterType")).toHaveText(/3/);
  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("menuitem", { name: "Undo: Change FilterType to 3" })).toBeVisible();
});

test("problems with a value are shown while typing, and the value is not refused", async ({ page }) => {
  await openPayload(page);
  await row(page, "SyncKey").click();
  await page.keyboard.press("F2");
  const editor = page.getByRole("dialog", { name: "Value of SyncKey" });
  await editor.getByRole("textbox").fill("x".repeat(70));
  await expect(editor.getByText("70 characters; the maximum is 64.", { exact: true })).toBeVisible();
  await editor.getByRole("button", { name: "Accept" }).click();
  await expect(row(page, "SyncKey")).toHaveText(/xxxx/);
});

test("an element is added from those that the specification allows there", async ({ page }) => {
  await openPayload(page);
  await row(page, "Options").click();
  await page.keyboard.press("Insert");
  await page.getByRole("searchbox", { name: "Element to add to Options" }).fill("conf");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(row(page, "Conflict")).toHaveAttribute("aria-selected", "true");
  expect(await copyAs(page, "Hex, spaced")).toBe(
    syncRequest.replace("03 30 00 01 01", "03 30 00 01 5B 01 01"),
  );
});

test("elements are duplicated, moved and deleted, and every step is undone", async ({ page }) => {
  await openPayload(page);
  await row(page, "CollectionId").click();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("treeitem").nth(3)).toHaveText(/CollectionId/);
  await page.keyboard.press("Control+d");
  await expect(row(page, "CollectionId")).toHaveCount(2);
  await row(page, "Options").click();
  await page.keyboard.press("Delete");
  await expect(row(page, "Options")).toHaveCount(0);
  await expect(row(page, "Class")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(row(page, "Options")).toHaveCount(1);
  await page.getByRole("tree").focus();
  await page.keyboard.press("Control+z");
  await expect(row(page, "CollectionId")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("an element is cut in one payload and pasted into another", async ({ page }) => {
  await openPayload(page);
  await row(page, "Class").click();
  await page.keyboard.press("Control+x");
  await expect(row(page, "Class")).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '<Class xmlns="AirSync">SMS</Class>',
  );
  await paste(page, secondSync);
  await expect(row(page, "CollectionId")).toHaveCount(0); // the rows now belong to the second payload
  await row(page, "Options").click();
  await page.keyboard.press("Control+v");
  await expect(row(page, "Class")).toHaveText(/SMS/);
  expect(await copyAs(page, "Hex, spaced")).toBe(
    "03 01 6A 00 45 5C 4F 4B 03 31 00 01 57 18 50 03 53 4D 53 00 01 01 01 01 01",
  );
});

test("the element menu turns a string into opaque data and changes nothing else", async ({ page }) => {
  await openPayload(page);
  await row(page, "Class").click({ button: "right" });
  const menu = page.getByRole("menu", { name: "Class" });
  await expect(menu.getByRole("menuitem", { name: "Toggle content bit" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await menu.getByRole("menuitem", { name: /opaque/ }).click();
  await expect(row(page, "Class")).toHaveText(/opaque, 3 bytes/);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 53 4D 53 00", "C3 03 53 4D 53"));
});

test("the element menu offers the elements to add, by keyboard alone", async ({ page }) => {
  await openPayload(page);
  await row(page, "Options").click();
  await page.keyboard.press("Shift+F10");
  const editValue = page.getByRole("menuitem", { name: "Edit value…" });
  await expect(editValue).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Add child…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Element to add to Options" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tree")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Add child…" }).click();
  await page.getByRole("searchbox", { name: "Element to add to Options" }).fill("conf");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(row(page, "Conflict")).toHaveAttribute("aria-selected", "true");
});

test("closing the element menu, and commands that open nothing, return the focus to the tree", async ({
  page,
}) => {
  await openPayload(page);
  await row(page, "Class").click();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu", { name: "Class" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu", { name: "Class" })).toBeHidden();
  await expect(page.getByRole("tree")).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Delete element" }).click();
  await expect(row(page, "Class")).toHaveCount(0);
  await expect(page.getByRole("tree")).toBeFocused();
});

test("the button of a row selects it and opens its menu, by mouse", async ({ page }) => {
  await openPayload(page);
  await row(page, "SyncKey").click();
  await row(page, "Options").hover();
  await page.getByRole("button", { name: "Menu for Options" }).click();
  await expect(row(page, "Options")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("menuitem", { name: "Add child…" }).click();
  await page.getByRole("searchbox", { name: "Element to add to Options" }).fill("conf");
  await page.getByRole("menuitem", { name: /^Conflict/ }).click();
  await expect(row(page, "Conflict")).toHaveAttribute("aria-selected", "true");
});

test("the element menu copies the value, the XML and the bytes, and says what was copied", async ({
  page,
}) => {
  await openPayload(page);
  const copies = [
    ["Copy value", "Copied the value of Class", "SMS"],
    ["Copy as XML", "Copied Class as XML", '<Class xmlns="AirSync">SMS</Class>'],
    ["Copy as hex", "Copied 7 bytes of Class as hex", "50 03 53 4D 53 00 01"],
  ] as const;
  for (const [item, said, text] of copies) {
    await row(page, "Class").click({ button: "right" });
    await page.getByRole("menuitem", { name: item }).click();
    await expect(page.getByRole("status").filter({ hasText: said })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await expect(page.getByRole("tree")).toBeFocused();
  }
});

test("a row is named by its element, its value, what that means, and whether it was changed", async ({
  page,
}) => {
  await page.goto("/");
  await paste(page, sms);
  const item = (name: string) => page.getByRole("treeitem", { name, exact: true });
  await expect(item("Status, 1, Success")).toBeVisible();
  await expect(item("Read, 0, unread")).toBeVisible();
  await expect(item("InternetCPID, 65001, UTF-8")).toBeAttached();
  await row(page, "Read").dblclick();
  const editor = page.getByRole("dialog", { name: "Value of Read" });
  await editor.getByRole("option", { name: /^1 / }).click();
  await expect(item("Read, 1, read, changed")).toBeVisible();
  await row(page, "Body").click();
  await page.keyboard.press("ArrowLeft");
  await expect(item("Body, 3 children")).toHaveAttribute("aria-expanded", "false");
});

test("values keep their room in a narrow tree, and the line beside them is moved by keys and mouse", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.goto("/");
  await paste(page, sms);
  const value = row(page, "To").locator(".tree-cell");
  await expect(value).toBeVisible();
  const widthOf = async (): Promise<number> => (await value.boundingBox())?.width ?? 0;
  expect(await widthOf()).toBeGreaterThanOrEqual(120);
  const line = page.getByRole("separator", { name: "Width of the names" });
  const before = await widthOf();
  await line.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(widthOf).toBeGreaterThan(before);
  const box = await line.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 100);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 100);
  await page.mouse.up();
  await expect.poll(widthOf).toBeLessThan(before);
  expect(await widthOf()).toBeGreaterThanOrEqual(119);
  await line.dblclick();
  await expect.poll(widthOf).toBe(before);
});

test("the head of the tree finds rows, also folded ones, and its menu folds all", async ({ page }) => {
  await openPayload(page);
  await page.getByRole("button", { name: "Menu of the pane Tree" }).click();
  await page.getByRole("menuitem", { name: "Fold all", exact: true }).click();
  await expect(page.getByRole("treeitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Find in the tree" }).click();
  await page.keyboard.type("sms");
  await page.keyboard.press("Enter");
  await expect(row(page, "Class")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("searchbox", { name: "Find in the tree" }).fill("nothing");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not found", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tree")).toBeFocused();
});

test.describe("on a touch screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("every row has its menu, whose commands open their editors", async ({ page }) => {
    await openPayload(page);
    await page.getByRole("button", { name: "Menu for SyncKey" }).tap();
    await page.getByRole("menuitem", { name: "Edit value…" }).tap();
    const editor = page.getByRole("dialog", { name: "Value of SyncKey" });
    await editor.getByRole("textbox").fill("82");
    await editor.getByRole("button", { name: "Accept" }).tap();
    await expect(row(page, "SyncKey")).toHaveText(/82/);
    await page.getByRole("button", { name: "Menu for Options" }).tap();
    await page.getByRole("menuitem", { name: "Add child…" }).tap();
    await page.getByRole("searchbox", { name: "Element to add to Options" }).fill("conf");
    await page.getByRole("menuitem", { name: /^Conflict/ }).tap();
    await expect(row(page, "Conflict")).toHaveAttribute("aria-selected", "true");
  });
});
