import { expect, type Page, test } from "@playwright/test";
import { paste, runMenuCommand } from "./inspector";

// The colours that distinguish bytes, as the browser computes them. Unlike pictures, they are the same on
// every machine.

/** Sync with a text, opaque data on another page, an attribute, an entity, and an entity that is cut off. */
const everyKind = "03 01 6A 00 45 4B 03 37 00 01 00 11 4A 4B C3 02 41 42 01 01 CA 05 01 02 41 01 02";

const LIGHT = {
  header: "#6b4d00",
  switch: "#8a2b82",
  tag: "#1d4ed8",
  attribute: "#1d4ed8",
  end: "#566070",
  text: "#146b36",
  opaque: "#9a3412",
  operand: "#3f4754",
  malformed: "#b42318",
};
const DARK = {
  header: "#e0c26b",
  switch: "#e29be0",
  tag: "#8ab4ff",
  attribute: "#8ab4ff",
  end: "#a3adbb",
  text: "#86d9a3",
  opaque: "#f5a97f",
  operand: "#c3cad5",
  malformed: "#ff9c8f",
};
const CONTRAST_LIGHT = {
  header: "#4d3800",
  switch: "#74006c",
  tag: "#0000c8",
  attribute: "#0000c8",
  end: "#000000",
  text: "#005222",
  opaque: "#7a2400",
  operand: "#000000",
  malformed: "#a00000",
};

/** The colour of the first byte of each kind that is on the page, by kind. */
function coloursOfBytes(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const hex = (colour: string): string =>
      `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
    const colours: Record<string, string> = {};
    for (const byte of document.querySelectorAll(".bytes-row > .byte")) {
      const kind = /\bis-(\w+)/.exec(byte.className)?.[1] ?? "none";
      colours[kind] ??= hex(getComputedStyle(byte).color);
    }
    return colours;
  });
}

for (const [colorScheme, colours] of [
  ["light", LIGHT],
  ["dark", DARK],
] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("each kind of byte has its colour", async ({ page }) => {
      await page.goto("/");
      await paste(page, everyKind);
      await expect(page.locator("#byte-26")).toBeVisible();
      expect(await coloursOfBytes(page)).toEqual(colours);
    });
  });
}

test("each kind of byte has its colour at high contrast", async ({ page }) => {
  await page.goto("/");
  await paste(page, everyKind);
  await runMenuCommand(page, "high contrast");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  expect(await coloursOfBytes(page)).toEqual(CONTRAST_LIGHT);
});
