import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { runMenuCommand } from "./inspector";

/** A Sync response with so many items that its bytes need rows higher than any browser allows. */
function manyItems(size: number): Uint8Array {
  const head = [
    0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03, 0x37, 0x00, 0x01, 0x52, 0x03, 0x31, 0x35, 0x00,
    0x01, 0x56,
  ];
  const item = [
    0x47, 0x4d, 0x03, 0x31, 0x32, 0x33, 0x00, 0x01, 0x5d, 0x00, 0x02, 0x54, 0x03, 0x61, 0x00, 0x01, 0x00,
    0x00, 0x01, 0x01,
  ];
  const count = Math.floor((size - head.length - 4) / item.length);
  const bytes = new Uint8Array(head.length + count * item.length + 4).fill(0x01);
  bytes.set(head);
  for (let n = 0; n < count; n++) bytes.set(item, head.length + n * item.length);
  return bytes;
}

/** The rows in view of a list: how far the first is above its top edge, and the texts of first and last. */
function readView(page: Page, list: string) {
  return page.evaluate((selector) => {
    const scroller = document.querySelector(selector);
    if (scroller === null) throw new Error("there is no list");
    const frame = scroller.getBoundingClientRect();
    const seen = Array.from(scroller.querySelectorAll('[role="row"], [role="treeitem"]'), (row) => ({
      text: (row.querySelector('[role="rowheader"]') ?? row).textContent,
      top: row.getBoundingClientRect().top - frame.top,
      bottom: row.getBoundingClientRect().bottom - frame.top,
    })).filter(({ top, bottom }) => bottom > 1 && top < scroller.clientHeight - 1);
    const active = scroller.getAttribute("aria-activedescendant");
    return {
      first: seen[0]?.text ?? "",
      last: seen.at(-1)?.text ?? "",
      isFull: (seen[0]?.top ?? 1) <= 1 && (seen.at(-1)?.bottom ?? 0) >= scroller.clientHeight - 1,
      isActiveDrawn: active !== null && document.getElementById(active) !== null,
      position: Math.round(scroller.scrollTop),
    };
  }, list);
}

test("every row of 50 MB is reached by keys, wheel, thumb and offset", async ({ page }) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "wbxml-inspector-large-"));
  try {
    const bytes = manyItems(50_000_000);
    writeFileSync(join(folder, "large.wbxml"), bytes);
    await page.addInitScript(() => localStorage.setItem("wbxml-inspector.byte-columns", "16"));
    await page.goto("/");
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open files…" }).click();
    await (await chosen).setFiles(join(folder, "large.wbxml"));
    await expect(page.locator("#byte-0")).toBeVisible({ timeout: 90_000 });

    const view = () => readView(page, ".bytes");
    const last = (Math.floor((bytes.length - 1) / 16) * 16).toString(16).toUpperCase();
    await page.locator("#byte-0").click();
    await page.keyboard.press("End");
    await expect.poll(async () => (await view()).last).toContain(last);
    expect(await view()).toMatchObject({ isFull: true, isActiveDrawn: true });
    await page.keyboard.press("Home");
    await expect.poll(async () => (await view()).first).toMatch(/^0+$/);
    await page.locator(".bytes").hover();
    await page.mouse.wheel(0, 200);
    await expect.poll(async () => (await view()).first).toMatch(/^0+A0$/);
    expect(await view()).toMatchObject({ position: 200, isActiveDrawn: true });

    // the thumb is dragged to the middle; from there, the wheel moves by pixels
    await page
      .locator(".bytes")
      .evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight / 2 }));
    await expect.poll(async () => parseInt((await view()).first, 16) / bytes.length).toBeCloseTo(0.5, 2);
    const before = parseInt((await view()).first, 16);
    await page.mouse.wheel(0, 200);
    await expect.poll(async () => parseInt((await view()).first, 16)).toBe(before + 160);
    await page.mouse.wheel(0, -200);
    await expect.poll(async () => parseInt((await view()).first, 16)).toBe(before);
    expect(await view()).toMatchObject({ isFull: true });

    await runMenuCommand(page, "go to an offset");
    await expect(page.getByRole("dialog", { name: "Go to an offset" }).getByRole("textbox")).toBeFocused();
    await page.keyboard.type("2625A00");
    await page.keyboard.press("Enter");
    await expect(page.locator("#byte-40000000")).toBeInViewport();
    const tree = page.getByRole("tree");
    const isSelectedSeen = () => tree.locator('[aria-selected="true"]');
    await expect(isSelectedSeen()).toBeInViewport();
    await isSelectedSeen().click();
    await expect(tree).toBeFocused();
    await page.keyboard.press("End");
    await expect.poll(async () => (await readView(page, ".tree")).isActiveDrawn).toBe(true);
    await expect(isSelectedSeen()).toBeInViewport();
    await expect(page.locator(`#byte-${bytes.length - 5}`)).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
