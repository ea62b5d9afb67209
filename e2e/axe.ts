import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  readonly run: (
    context: object,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** What axe finds on the page as it is now, except inside the editor, which is Monaco's. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: Axe };
    // an element that is still fading in has too little contrast
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return (await axe.run({ exclude: [".monaco-editor"] }, { runOnly: tags })).violations;
  });
  return found
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    .filter((violation) => !isScrolledFromField(violation));
}

/** The list of commands is scrolled with the arrow keys of the field above it, which axe cannot know. */
function isScrolledFromField(violation: string): boolean {
  return violation.startsWith("scrollable-region-focusable") && violation.includes("palette-list");
}
