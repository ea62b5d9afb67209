import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { editorText, paste, syncRequest } from "./inspector";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds on the page, the insides of the editor apart: those are Monaco's. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe }); // the policy is bypassed for this test alone
  const result = await page.evaluate(() => {
    const { axe: run } = window as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResult> } };
    return run.run({ exclude: [".monaco-editor"] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  });
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, bypassCSP: true });

      test("axe finds nothing on the welcome page", async ({ page }) => {
        await page.goto("/");
        await expect(page.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });

      test("axe finds nothing in any pane", async ({ page }) => {
        await page.goto("/");
        await paste(page, `${syncRequest} 45`);
        const tabs = page.getByRole("tab");
        await expect(page.getByRole("tree")).toBeVisible();
        if (viewport.width > 900) {
          await editorText(page);
          return expect(await violations(page)).toEqual([]);
        }
        for (const tab of await tabs.all()) {
          await tab.click();
          expect(await violations(page)).toEqual([]);
        }
      });
    });
  }
}
