import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, type Page, test } from "@playwright/test";
import { editorText, paste, row, syncRequest } from "./inspector";

/** Uses the parts of the editor that draw HTML: completion with its texts, a hover, find and rename. */
async function useEditor(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-line", { hasText: "<CollectionId>" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("<");
  await expect(page.locator(".suggest-widget .monaco-list-row").first()).toBeVisible();
  await page.keyboard.press("Control+Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Backspace");
  await page.locator(".monaco-editor .view-line", { hasText: "CollectionId" }).first().hover();
  await expect(page.locator(".monaco-hover-content").first()).toBeVisible();
  await page.keyboard.press("Control+F");
  await expect(page.locator(".find-widget.visible")).toBeVisible();
  await page.keyboard.press("Escape");
}

test("no request leaves the origin, and the content security policy is not violated", async ({
  page,
  baseURL,
}) => {
  const requests: string[] = [];
  const violations: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  await page.goto("/");
  await paste(page, syncRequest);
  await editorText(page);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Alt+F");
  await useEditor(page);
  await expect
    .poll(() => page.workers().map((worker) => worker.url()))
    .toContainEqual(expect.stringContaining("editor.worker"));
  expect(requests.length).toBeGreaterThan(3);
  const origin = new URL(baseURL ?? "").origin;
  expect(
    requests.filter(
      (url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:"),
    ),
  ).toEqual([]);
  expect(violations).toEqual([]);
});

test("the policy forbids what it should", async ({ page }) => {
  await page.goto("/");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-eval");
  const outcome = await page.evaluate(() =>
    fetch("https://example.com/").then(
      () => "sent",
      () => "refused",
    ),
  );
  expect(outcome).toBe("refused");
});

test("a script can make no Trusted Types policy besides those named", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as {
      readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
    };
    const create = (name: string): string => {
      try {
        trustedTypes.createPolicy(name, { createScriptURL: (url: string) => url });
        return "made";
      } catch (error) {
        return error instanceof Error ? error.name : "";
      }
    };
    // a name that is not in the list, and the name of the policy that the browser would apply by itself
    return ["foreign", "default"].map(create);
  });
  expect(outcome).toEqual(["TypeError", "TypeError"]);
});

test("every file is served with the headers that a page can't set itself", async ({ page, request }) => {
  await page.goto("/");
  const script = (await page.locator("script[src]").getAttribute("src")) ?? "";
  for (const path of ["/", `/${script}`]) {
    const sent = (await request.get(path)).headers();
    expect(sent["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(sent).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  }
});

test("the server answers this computer only, by a name of its own", async ({ request, baseURL }) => {
  expect(new URL(baseURL ?? "").hostname).toBe("localhost");
  // a name that somebody else points at this computer
  const answer = await request.get("/", { headers: { host: "inspector.example" } });
  expect(answer.status()).toBe(403);
  const { port } = new URL(baseURL ?? "");
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of outside)
    await expect(request.get(`http://${address}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
});

test("a worker can't send either, and where the browser can forbid it, the page can't navigate away", async ({
  page,
}) => {
  const asked: string[] = [];
  const other = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", () => resolve()));
  const { port } = other.address() as AddressInfo;
  await page.goto("/");
  await paste(page, syncRequest);
  await expect(row(page, "SyncKey")).toBeVisible();
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers())
    await worker.evaluate((url) => fetch(url).catch(() => undefined), `http://127.0.0.1:${port}/worker`);
  await page.evaluate((url) => void (location.href = url), `http://127.0.0.1:${port}/navigation`);
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  other.close();
});

test("no part of a payload is stored", async ({ page }) => {
  await page.goto("/");
  await paste(page, syncRequest);
  await editorText(page);
  const stored = await page.evaluate(() =>
    [localStorage, sessionStorage].map((storage) => JSON.stringify(Object.entries(storage))).join(),
  );
  expect(stored).not.toMatch(/SyncKey|CollectionId|03 ?01 ?6A/i);
});
