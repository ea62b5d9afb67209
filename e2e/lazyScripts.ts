import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";

/** What a script of the page imports before it runs, and what it asks for later. */
interface Imports {
  readonly needed: readonly string[];
  readonly later: readonly string[];
}

function listImports(code: string): Imports {
  const names = (pattern: RegExp): string[] => Array.from(code.matchAll(pattern), ([, name = ""]) => name);
  return {
    needed: names(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g),
    later: names(/\bimport\(\s*[`"']\.\/([\w.-]+\.js)[`"']/g),
  };
}

const nameOf = (script: string): string => script.replace(/-[\w-]{8}\.js$/, "");

/** The names, without the hash, of the scripts of the build that the page asks for later. */
export async function listLazyScripts(request: APIRequestContext): Promise<readonly string[]> {
  const html = await (await request.get("/")).text();
  const seen = new Set(Array.from(html.matchAll(/assets\/(index-[\w-]+\.js)/g), ([, name = ""]) => name));
  const lazy = new Set<string>();
  for (const name of seen) {
    const { needed, later } = listImports(await (await request.get(`/assets/${name}`)).text());
    for (const other of later) lazy.add(other);
    for (const other of [...needed, ...later]) seen.add(other);
  }
  return Array.from(lazy, nameOf).sort();
}

/** A script that the page asks for later: how a user comes to need it, and how the page is without it. */
export interface LazyScript {
  /** The name of the script without its hash. */
  readonly script: string;
  /** What makes the page ask for it; nothing if the page did already. */
  readonly ask?: (page: Page) => Promise<unknown>;
  /** Where the page says that it is missing. */
  readonly said: (page: Page) => Locator;
  /** What a user does to try again. */
  readonly retry: (page: Page) => Promise<unknown>;
  /** What is shown with it. */
  readonly shown: (page: Page) => Locator;
  /** What a user does to go on. */
  readonly leave?: (page: Page) => Promise<unknown>;
}

/** Scripts that can't be loaded. */
export interface BlockedScripts {
  /** Lets one of them through. Fails if the page has not asked for it. */
  readonly release: (script: string) => Promise<void>;
}

const addressOf = (script: string): RegExp => new RegExp(`/assets/${script}-[\\w-]{8}\\.js$`);

/** Makes scripts impossible to load, as if the server had them no longer. */
export async function blockScripts(page: Page, scripts: readonly string[]): Promise<BlockedScripts> {
  const refused = new Set<string>();
  for (const script of scripts)
    await page.route(addressOf(script), (route) => {
      refused.add(script);
      return route.abort();
    });
  return {
    release: async (script) => {
      await expect.poll(() => [...refused], `the page has not asked for ${script}`).toContain(script);
      await page.unroute(addressOf(script));
    },
  };
}

/**
 * Watches a page. The returned function fails if anything but missing scripts was thrown, or if the page has
 * ended as a whole.
 */
export function watch(page: Page): () => Promise<void> {
  const thrown: string[] = [];
  page.on("pageerror", ({ message }) => thrown.push(message));
  return async () => {
    await expect(page.getByRole("heading", { name: "WBXML Inspector" })).toBeVisible();
    await expect(page.getByText("The page could not be shown")).toHaveCount(0);
    expect(thrown.filter((message) => !/dynamically imported module/.test(message))).toEqual([]);
  };
}

/** For each script in turn: the page says that it is missing, and shows it once it is there. */
export async function missEach(
  page: Page,
  list: readonly LazyScript[],
  { release }: BlockedScripts,
): Promise<void> {
  for (const { script, ask, said, retry, shown, leave } of list) {
    await ask?.(page);
    await expect(said(page).first(), `${script} is missing`).toBeVisible();
    await release(script);
    await retry(page);
    await expect(shown(page).first(), `${script} is there again`).toBeVisible();
    await leave?.(page);
  }
}
