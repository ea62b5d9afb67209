import { expect, type Page, test } from "@playwright/test";
import { copyAs, paste, row, syncRequest } from "./inspector";

const grid = (page: Page) => page.getByRole("grid", { name: "Bytes" });
const type = async (page: Page, digits: string): Promise<void> => {
  for (const digit of digits) await page.keyboard.press(digit);
};

/** Pastes a text while the focus is in the bytes. */
async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+V");
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("typing digits overwrites the byte and updates every pane", async ({ page }) => {
  await page.locator("#byte-9").click();
  await type(page, "3");
  await expect(page.getByRole("status").filter({ hasText: "type the second digit" })).toBeVisible();
  await type(page, "9");
  await expect(row(page, "SyncKey")).toContainText("9");
  await expect(page.locator("#byte-10")).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".bytes-row > .byte.is-changed")).toHaveText(["39"]);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 39 00"));
});

test("a broken payload is shown as far as possible, and can be undone", async ({ page }) => {
  await page.locator("#byte-8").click();
  await page.keyboard.press("Home");
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await expect(page.locator(".problem.is-error").first()).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(page.locator(".problem.is-error")).toHaveCount(0);
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
});

test("the Insert key switches to inserting, and hex can be pasted between bytes", async ({ page }) => {
  await page.locator("#byte-9").click();
  await page.keyboard.press("Insert");
  await expect(page.getByRole("button", { name: /^INS/ })).toBeVisible();
  await type(page, "36");
  await expect(row(page, "SyncKey")).toContainText("67");
  await pasteInto(page, "0x35, 0x35");
  await expect(row(page, "SyncKey")).toContainText("6557");
  await page.keyboard.press("Escape");
  expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 36 35 35 37 00"));
});

test("a range is selected with Shift, copied as hex and deleted", async ({ page }) => {
  await page.locator("#byte-4").click();
  await page.locator("#byte-6").click({ modifiers: ["Shift"] });
  await expect(page.locator('.bytes-row > .byte[aria-selected="true"]')).toHaveText(["45", "5C", "4F"]);
  await page.keyboard.press("Control+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("45 5C 4F");
});

test("pasted bytes can be opened as a payload with one click", async ({ page }) => {
  await page.locator("#byte-9").click();
  await pasteInto(page, "03 01 6A 00 00 07 56 52 03 30 00 01 01");
  await page.getByRole("button", { name: "Open as a payload instead" }).click();
  await expect(row(page, "FolderSync")).toBeVisible();
});

test("a byte shows its bits, token, grammar rule and original value", async ({ page }) => {
  await page.locator("#byte-7").click();
  const readout = page.getByRole("group", { name: "Selected byte" });
  await expect(readout).toContainText("0x0007");
  await expect(readout).toContainText("4B = 0 1 001011");
  await expect(readout).toContainText("tag SyncKey, code page 0 AirSync");
  await expect(readout).toContainText("with content, no attributes");
  await page.getByRole("button", { name: "About this byte" }).click();
  const about = page.getByRole("dialog", { name: "About the byte at 0x0007" });
  await expect(about).toContainText("stag = TAG");
  await expect(about).toContainText("a tag, STR_I, STR_T, OPAQUE");
  await expect(about).toContainText("0B would be SyncKey without content");
  await page.keyboard.press("Escape");
  await page.locator("#byte-9").click();
  await type(page, "38");
  await page.locator("#byte-9").click();
  await expect(readout).toContainText("was 37");
  await expect(readout).toContainText("1 byte changed");
  expect((await readout.boundingBox())?.height).toBe(28);
});

test("a cell is named by its byte, and says what that is", async ({ page }) => {
  const cells = grid(page).getByRole("row", { name: /^0000/ }).getByRole("gridcell");
  await expect(cells.nth(7)).toHaveAccessibleName("4B");
  await expect(cells.nth(7)).toHaveAccessibleDescription("tag SyncKey, code page 0 AirSync, with content");
  await expect(cells.nth(9)).toHaveAccessibleDescription("text of SyncKey, code page 0 AirSync");
});

const selectedBytes = (page: Page) => page.locator('.bytes-row > .byte[aria-selected="true"]');

test("a range is dragged with the mouse, and extended to both sides with Shift and the arrows", async ({
  page,
}) => {
  await page.locator("#byte-5").hover();
  await page.mouse.down();
  await page.locator("#byte-7").hover();
  await expect(selectedBytes(page)).toHaveText(["5C", "4F", "4B"]);
  await page.locator("#byte-4").hover();
  await page.mouse.up();
  await expect(selectedBytes(page)).toHaveText(["45", "5C"]);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(selectedBytes(page)).toHaveText(["5C"]);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(selectedBytes(page)).toHaveText(["5C", "4F"]);
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", "byte-6");
  await expect(row(page, "Collections")).toHaveAttribute("aria-selected", "true");
});

test("the columns follow the width of the pane, and the choice is remembered", async ({ page }) => {
  const cells = grid(page).getByRole("row", { name: /^0000/ }).getByRole("gridcell");
  await expect(cells).toHaveCount(32);
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(cells).toHaveCount(16);
  await page.getByRole("button", { name: "16 columns" }).click();
  await page.getByRole("menuitemradio", { name: "32 columns" }).click();
  await expect(cells).toHaveCount(32);
  await page.reload();
  await expect(cells).toHaveCount(32);
  await page.getByRole("button", { name: "32 columns" }).click();
  await page.getByRole("menuitemradio", { name: "By width" }).click();
  await expect(cells).toHaveCount(16);
});

test("bytes are copied as hex with a button, which says how many they are", async ({ page }) => {
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy bytes as hex" }).click();
  await expect(page.getByText("Copied 35 bytes as hex").first()).toBeVisible();
  expect(await copied()).toBe(syncRequest);
  await page.locator("#byte-4").click();
  await page.locator("#byte-6").click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Copy bytes as hex" }).click();
  await expect(page.getByText("Copied 3 bytes as hex").first()).toBeVisible();
  expect(await copied()).toBe("45 5C 4F");
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test.beforeEach(async ({ page }) => {
    await page.getByRole("tab", { name: "Bytes" }).tap();
    await expect(page.locator("#byte-9")).toBeVisible();
  });

  test("a tap selects, and a second one opens keys that write", async ({ page }) => {
    const keys = page.getByRole("group", { name: "Hex keys" });
    await page.locator("#byte-9").tap();
    await expect(page.locator("#byte-9")).toHaveAttribute("aria-selected", "true");
    await expect(keys).toBeHidden();
    await page.locator("#byte-9").tap();
    await keys.getByRole("button", { name: "3", exact: true }).tap();
    await keys.getByRole("button", { name: "9", exact: true }).tap();
    await expect(page.locator("#byte-9")).toHaveText("39");
    await keys.getByRole("button", { name: "Overwrite" }).tap();
    await keys.getByRole("button", { name: "3", exact: true }).tap();
    await keys.getByRole("button", { name: "8", exact: true }).tap();
    await expect(page.locator("#byte-10")).toHaveText("38");
    await expect(page.locator("#byte-11")).toHaveText("00");
    await page.locator("#byte-10").tap();
    await expect(page.locator("#byte-10")).toBeInViewport();
    await keys.getByRole("button", { name: "Done" }).tap();
    await expect(keys).toBeHidden();
  });

  test("a finger that rests starts a range, whose ends are dragged", async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    const touch = (kind: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
      session.send("Input.dispatchTouchEvent", {
        type: kind,
        touchPoints: kind === "touchEnd" ? [] : [{ x, y }],
      });
    const middle = async (css: string) => {
      const box = await page.locator(css).boundingBox();
      if (box === null) throw new Error(`${css} is not on the page`);
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    await touch("touchStart", ...(await middle("#byte-9")));
    await expect(page.locator(".range-handle")).toHaveCount(2);
    await touch("touchEnd");
    await expect(selectedBytes(page)).toHaveText(["37"]);
    const end = ".range-handle.is-end";
    const [x, y] = await middle(end);
    const [fromX, fromY] = await middle("#byte-9");
    const [toX, toY] = await middle("#byte-12");
    await touch("touchStart", x, y);
    await touch("touchMove", x + toX - fromX, y + toY - fromY);
    await touch("touchEnd");
    await expect(selectedBytes(page)).toHaveText(["37", "00", "01", "52"]);
    await page.locator("#byte-10").tap();
    await page.getByRole("group", { name: "Hex keys" }).getByRole("button", { name: "Delete" }).tap();
    await expect(page.locator("#byte-9")).toHaveText("03");
  });
});
