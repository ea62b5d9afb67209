import { expect, type Page, test } from "@playwright/test";
import { runMenuCommand } from "./inspector";

/** Opens the panel and tries each way to send; the results, by the title of the way. */
async function tryEachWay(page: Page): Promise<ReadonlyMap<string, string>> {
  const dialog = page.getByRole("dialog", { name: "What leaves this page" });
  await dialog.getByRole("button", { name: "Try each way" }).click();
  await expect(dialog.getByRole("status")).toContainText("can't be tried", { timeout: 50_000 });
  const rows = await dialog.getByRole("table").first().getByRole("row").all();
  const cells = await Promise.all(rows.map((row) => row.getByRole("cell").allTextContents()));
  return new Map(cells.slice(1).map(([title = "", verdict = ""]) => [title, verdict]));
}

/** The ways with a verdict. */
function listWays(results: ReadonlyMap<string, string>, verdict: string): readonly string[] {
  return [...results].filter(([, one]) => one.includes(verdict)).map(([title]) => title);
}

/** Serves the page without its policy and its headers, as a host could that changes it. */
async function removePolicy(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().url().includes(".invalid")) return route.abort("namenotresolved");
    const response = await route.fetch();
    const headers = { "content-type": response.headers()["content-type"] ?? "" };
    const isPage = headers["content-type"].includes("html");
    const body = isPage
      ? (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
      : await response.body();
    return route.fulfill({ response, headers, body });
  });
}

test("the panel shows the policy of the document and the headers of the server", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Nothing leaves this page" }).click();
  const dialog = page.getByRole("dialog", { name: "What leaves this page" });
  const content = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  for (const directive of content?.split("; ") ?? [])
    await expect(dialog.getByText(directive, { exact: true }).first()).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Referrer-Policy" })).toContainText("no-referrer");
  await expect(dialog.getByText("Not sent.")).toHaveCount(0);
});

test("the self-test finds every way refused, and says which it does not try", async ({ page }) => {
  await page.goto("/");
  await runMenuCommand(page, "what leaves this page");
  const results = await tryEachWay(page);
  expect(results.size).toBeGreaterThan(25);
  expect([...listWays(results, "open"), ...listWays(results, "unclear")]).toEqual([]);
  expect(listWays(results, "not tried")).toHaveLength(3);
  expect(new URL(page.url()).pathname).toBe("/");
  expect(page.context().pages()).toHaveLength(1);
  await page.keyboard.press("Escape"); // the button has kept the focus
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the self-test finds the ways open where there is no policy", async ({ page }) => {
  await removePolicy(page);
  await page.goto("/");
  await runMenuCommand(page, "what leaves this page");
  const dialog = page.getByRole("dialog", { name: "What leaves this page" });
  await expect(dialog.getByText("no Content Security Policy of its own")).toBeVisible();
  await expect(dialog.getByText("Not sent.")).toHaveCount(8);
  const results = await tryEachWay(page);
  // a browser starts no worker from another server in any case, and nothing has opened this page
  expect(listWays(results, "refused")).toEqual([
    "Worker from elsewhere",
    "Message to the page that opened or frames this one",
  ]);
  await expect(dialog.getByRole("status")).toContainText("WebRTC");
});

test("the licences of what the page contains are in Help, with their texts", async ({ page }) => {
  await page.goto("/");
  await runMenuCommand(page, "licences");
  const dialog = page.getByRole("dialog", { name: "Licences" });
  await dialog.getByText(/^monaco-editor/).click();
  await expect(dialog.locator("details[open]").getByText("Permission is hereby granted")).toBeVisible();
  const path = await dialog.getByRole("link", { name: "All texts" }).getAttribute("href");
  expect(await (await page.request.get(`/${path}`)).text()).toContain("zustand");
});

test("licences that do not arrive are said, and can be asked for again", async ({ page }) => {
  await page.route("**/licences.json", (route) => route.abort());
  await page.goto("/");
  await runMenuCommand(page, "licences");
  const dialog = page.getByRole("dialog", { name: "Licences" });
  await expect(dialog.getByText("could not be loaded")).toBeVisible();
  await page.unroute("**/licences.json");
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText("zustand")).toBeVisible();
});
