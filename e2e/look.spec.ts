import { expect, type Locator, type Page, test } from "@playwright/test";
import { editorText, paste, replaceInEditor, row, sms, syncRequest } from "./inspector";

// What the look is for, measured in the page: sizes that must not change, the few sizes of type, and the
// signs that tell states apart. Pictures would hold on one machine and one version of a browser only.

const session = (page: Page): Locator => page.getByRole("treegrid", { name: "Session" });
const exchange = (page: Page, number: number): Locator =>
  session(page).getByRole("row", { name: new RegExp(`^${number}\\b`) });

async function openSample(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try a sample session" }).click();
  await expect(exchange(page, 10)).toContainText("InvalidSyncKey");
}

/** Where the parts of the page stand: the top and the height of each. */
function measureBars(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const bars = [".title-bar", ".document-header", ".is-xml .pane-head", ".status-bar"];
    return Object.fromEntries(
      bars.map((bar) => {
        const { top, height } = document.querySelector(bar)?.getBoundingClientRect() ?? new DOMRect(-1);
        return [bar, `${Math.round(top)} + ${Math.round(height)}`];
      }),
    );
  });
}

test("bars have their heights, and nothing moves from one exchange to the next", async ({ page }) => {
  await openSample(page);
  const heights = {
    ".title-bar": "0 + 44",
    ".document-header": "44 + 36",
    ".is-xml .pane-head": "80 + 32",
    ".status-bar": "876 + 24",
  };
  await exchange(page, 1).click();
  for (let at = 1; at <= 14; at++) {
    await expect(exchange(page, at)).toHaveAttribute("aria-selected", "true");
    await expect(page.locator(".document-header")).toBeVisible();
    expect(await measureBars(page)).toEqual(heights);
    await page.keyboard.press("ArrowDown");
  }
});

test("bars keep their heights while the XML is broken", async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await editorText(page);
  const before = await measureBars(page);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.type("<");
  await expect(page.getByText("The XML can't be encoded")).toBeVisible();
  expect(await measureBars(page)).toEqual(before);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("there are four sizes of type", async ({ page }) => {
      await openSample(page);
      await exchange(page, 8).click();
      await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
      await row(page, "SyncKey").first().click();
      const sizes = await page.evaluate(() => {
        const found = new Map<string, string>();
        for (const element of document.querySelectorAll("body *")) {
          const hasText = [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
          );
          if (!hasText || element.closest(".monaco-aria-container, .visually-hidden") !== null) continue;
          found.set(getComputedStyle(element).fontSize, `${element.tagName}.${element.className}`);
        }
        return [...found];
      });
      expect(sizes.filter(([size]) => !["11px", "12px", "13px", "16px"].includes(size))).toEqual([]);
      expect(sizes.length).toBeGreaterThan(2);
    });
  });
}

test("what failed and what is selected is told by more than a colour", async ({ page }) => {
  await openSample(page);
  const failed = exchange(page, 10);
  await expect(failed.locator(".icon-failure")).toHaveCount(1);
  await expect(exchange(page, 11).locator(".icon-failure")).toHaveCount(0);
  await failed.click();
  await expect(failed).toHaveAttribute("aria-selected", "true");
  const edge = (of: Locator): Promise<string> =>
    of.evaluate((element) => {
      const bar = getComputedStyle(element, "::before");
      const { boxShadow, borderLeftWidth } = getComputedStyle(element);
      return `${bar.content === "none" ? "" : bar.width} ${boxShadow} ${borderLeftWidth}`;
    });
  expect(await edge(failed)).not.toBe(await edge(exchange(page, 11)));
});

test("a row of the session says how large both messages are", async ({ page }) => {
  await openSample(page);
  await expect(exchange(page, 6)).toContainText(/↑20.*↓31/);
});

test("the command Paste opens what is on the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await page.evaluate((text) => navigator.clipboard.writeText(text), syncRequest);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Paste/ }).click();
  await expect(row(page, "SyncKey")).toContainText("7");
});

test("the selection stays on its element while bytes before it change", async ({ page }) => {
  await page.goto("/");
  await paste(page, sms);
  await editorText(page);
  await replaceInEditor(page, "15:1<", "15:12345<");
  await expect(row(page, "ServerId")).toContainText("15:12345");
  await row(page, "From").click();
  const offset = page.getByRole("button", { name: /^Offset 0x/ });
  const before = await offset.textContent();
  await page.keyboard.press("Control+Z");
  await expect(row(page, "ServerId")).not.toContainText("15:12345");
  await expect(row(page, "From")).toHaveAttribute("aria-selected", "true");
  await expect(offset).not.toHaveText(before ?? "");
});
