import { expect, type Locator, type Page, test } from "@playwright/test";
import { paste, runMenuCommand } from "./inspector";

// The colours that distinguish bytes, as the browser computes them. Unlike pictures, they are the same on
// every machine.

/** Sync with a text, opaque data on another page, an attribute, an entity, and an entity that is cut off. */
const everyKind = "03 01 6A 00 45 4B 03 37 00 01 00 11 4A 4B C3 02 41 42 01 01 CA 05 01 02 41 01 02";

const LIGHT = {
  header: "#7d5508",
  switch: "#7a2e9e",
  tag: "#2149be",
  attribute: "#2149be",
  end: "#5e6674",
  text: "#1a6b3c",
  opaque: "#0b6a72",
  operand: "#5e6674",
  malformed: "#b91f2b",
};
const DARK = {
  header: "#ddb56a",
  switch: "#d1a1f2",
  tag: "#8db0ff",
  attribute: "#8db0ff",
  end: "#9ca6b5",
  text: "#82d0a0",
  opaque: "#68c7cd",
  operand: "#9ca6b5",
  malformed: "#ff8c8c",
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

/** The colours of a tag, a text and opaque data in the tree and in the XML. */
async function coloursOfText(page: Page): Promise<Record<string, string>> {
  const colourOf = (place: Locator): Promise<string> =>
    place.first().evaluate((element) => getComputedStyle(element).color);
  const inXml = (text: string): Locator => page.locator(".view-line span:not(:has(span))", { hasText: text });
  return {
    treeTag: await colourOf(page.locator(".tree-name", { hasText: "SyncKey" })),
    xmlTag: await colourOf(inXml("SyncKey")),
    treeText: await colourOf(page.locator(".tree-value", { hasText: "601" })),
    xmlText: await colourOf(inXml("601")),
    treeOpaque: await colourOf(page.locator(".tree-value.is-bytes")),
    xmlOpaque: await colourOf(inXml("/wA=")),
  };
}

test("tree and XML have the same colours, also after a change of them", async ({ page }) => {
  await page.goto("/");
  await paste(page, '<Sync xmlns="AirSync"><SyncKey>601</SyncKey><Class><?opaque /wA=?></Class></Sync>');
  await expect(page.locator(".view-line").first()).toBeVisible();
  const expectSame = async (): Promise<string> => {
    let tag = "";
    await expect(async () => {
      // Monaco colours lines when the browser is idle, and without a window it is so after a frame only
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      const found = await coloursOfText(page);
      tag = found["treeTag"] ?? "";
      expect([found["xmlTag"], found["xmlText"], found["xmlOpaque"]]).toEqual([
        found["treeTag"],
        found["treeText"],
        found["treeOpaque"],
      ]);
      expect(new Set(Object.values(found)).size).toBe(3);
    }).toPass();
    return tag;
  };
  const light = await expectSame();
  await runMenuCommand(page, "high contrast");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
  expect(await expectSame()).not.toBe(light);
});

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
