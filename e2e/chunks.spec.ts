import { expect, type Page, test } from "@playwright/test";
import {
  contextPill,
  copyAs,
  drop,
  largePayload,
  paste,
  row,
  runMenuCommand,
  session,
  sms,
  syncRequest,
} from "./inspector";
import { actions, closeMessages, dialogs, inSession, menus, misplaced, opening, parts } from "./lazyParts";
import { blockScripts, listLazyScripts, missEach, watch } from "./lazyScripts";

const namesOf = (list: readonly { readonly script: string }[]): string[] => list.map(({ script }) => script);

/** Those that are not in a list of their own: what each test below blocks. */
const FACTS = ["easFacts"];
const KEEPING = ["followOpening", "keepTab"];
const FINDINGS = ["fix"];
const MESSAGES = ["Toasts"];
const HELP = ["assist"]; // with the XML
const CHANGES = ["changes"];
const LARGE = ["ElementEditor"];
const SAMPLE = ["sampleSession"];

test("any script: each one that the page loads later is blocked by a test", async ({ request }) => {
  const blocked = [
    ...opening,
    ...[menus, parts, actions, inSession, dialogs].flatMap(namesOf),
    ...[FACTS, KEEPING, FINDINGS, MESSAGES, HELP, CHANGES, LARGE, SAMPLE].flat(),
  ];
  expect(await listLazyScripts(request)).toEqual(blocked.sort());
});

for (const script of opening)
  test(`any script: without ${script}, no payload opens until it is there again`, async ({ page }) => {
    const expectSound = watch(page);
    const { release } = await blockScripts(page, [script]);
    await page.goto("/");
    await paste(page, syncRequest);
    await expect(page.getByText(/^This could not be done/)).toBeVisible();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await release(script);
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    await expectSound();
  });

/** Opens a payload while scripts can't be loaded. */
async function openWithout(page: Page, scripts: readonly string[], payload = syncRequest) {
  const expectSound = watch(page);
  const blocked = await blockScripts(page, scripts);
  await page.goto("/");
  await paste(page, payload);
  await expect(row(page, "SyncKey")).toBeVisible();
  return { ...blocked, expectSound };
}

test("any script: menus and parts that are missing, each in its own place", async ({ page }) => {
  const blocked = await openWithout(page, [...MESSAGES, ...namesOf(menus), ...namesOf(parts), "keepTab"]);
  const message = "The code that keeps what is open could not be loaded";
  await expect(page.locator(".plain-toasts")).toContainText(message);
  await blocked.release("Toasts");
  await missEach(page, menus, blocked);
  await expect(page.locator(".toasts")).toContainText(message); // tried again with the first menu
  await missEach(page, parts, blocked);
  await blocked.expectSound();
});

test("any script: what is done at once", async ({ page }) => {
  // without its worker, the page reads files by itself, and needs a script for that
  const blocked = await openWithout(page, ["readWorker", ...namesOf(actions)]);
  await row(page, "SyncKey").click();
  await missEach(page, actions, blocked);
  await blocked.expectSound();
});

test("any script: the sample session, and what is done in it", async ({ page }) => {
  const expectSound = watch(page);
  const blocked = await blockScripts(page, [...SAMPLE, ...namesOf(inSession)]);
  await page.goto("/");
  const button = page.getByRole("button", { name: "Try a sample session" });
  await button.click();
  await expect(page.getByText(/^This could not be done/)).toBeVisible();
  await closeMessages(page);
  await blocked.release("sampleSession");
  await button.click();
  await expect(session(page).getByRole("row", { name: /^6 / })).toBeVisible();
  await missEach(page, inSession, blocked);
  await expectSound();
});

test("any script: dialogs", async ({ page }) => {
  const blocked = await openWithout(page, namesOf(dialogs));
  await missEach(page, dialogs, blocked);
  await blocked.expectSound();
});

test("any script: what is known about a message", async ({ page }) => {
  const blocked = await openWithout(page, FACTS);
  const context = contextPill(page);
  const message = page.getByText(/^What the page knows about the message could not be shown/);
  await expect(message).toBeVisible();
  await expect(context).toHaveCount(0);
  await blocked.release("easFacts");
  await page.locator(".toasts").getByRole("button", { name: "Try again" }).click();
  await expect(context).toBeVisible();
  await expect(page.getByRole("region", { name: "Document" })).toContainText("Sync");
  await blocked.expectSound();
});

test("any script: what keeps captures over a reload", async ({ page }) => {
  page.on("dialog", (leave) => leave.accept());
  const blocked = await openWithout(page, KEEPING);
  await expect(page.getByText(/^The code that keeps what is open could not be loaded/).first()).toBeVisible();
  for (const script of KEEPING) await blocked.release(script);
  await page.reload();
  await expect(async () => {
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    await page.waitForTimeout(500); // the page waits for a pause before it writes
    await page.reload();
    await expect(row(page, "SyncKey")).toBeVisible({ timeout: 3000 });
  }).toPass();
  await blocked.expectSound();
});

test("any script: the page of a rule, and a fix", async ({ page }) => {
  const blocked = await openWithout(page, FINDINGS, misplaced);
  const problems = page.getByRole("list", { name: "Problems" });
  await problems.getByText(/ParentId is not allowed in/).click();
  await problems.getByRole("button", { name: "Remove ParentId" }).click();
  await expect(page.getByText(/^This could not be done/)).toBeVisible();
  await closeMessages(page);
  await blocked.release("fix");
  await page.getByRole("button", { name: "Try again" }).click(); // Explain needs it as well
  await problems.getByRole("button", { name: "Show details" }).first().click();
  await problems.getByRole("button", { name: "About this rule" }).first().click();
  await expect(page.getByRole("heading", { name: "schema/misplaced" })).toBeVisible();
  await problems.getByRole("button", { name: "Remove ParentId" }).click();
  await expect(row(page, "ParentId")).toHaveCount(0);
  await blocked.expectSound();
});

test("any script: help with the XML", async ({ page }) => {
  const blocked = await openWithout(page, HELP);
  const message = page.getByText(/^Help with the XML could not be shown/);
  await expect(message).toBeVisible();
  await blocked.release("assist");
  await page.getByRole("button", { name: "Try again" }).click();
  const name = page.locator(".view-line", { hasText: "FilterType" });
  await expect(async () => {
    await page.mouse.move(0, 0);
    await name.hover({ position: { x: 120, y: 8 } });
    await expect(page.locator(".monaco-hover").first()).toContainText("AirSync:FilterType", {
      timeout: 1000,
    });
  }).toPass();
  await blocked.expectSound();
});

test("any script: marks of what was changed", async ({ page }) => {
  const blocked = await openWithout(page, CHANGES);
  const change = async (value: string): Promise<void> => {
    await row(page, "SyncKey").click();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Value of SyncKey" }).getByRole("textbox").fill(value);
    await page.keyboard.press("Enter");
    await expect(row(page, "SyncKey")).toContainText(value);
  };
  await change("8");
  await expect(page.getByText(/^This could not be done/)).toBeVisible();
  await expect(row(page, "SyncKey")).not.toHaveAccessibleName(/changed/);
  await blocked.release("changes");
  await change("9");
  await expect(row(page, "SyncKey")).toHaveAccessibleName(/changed/);
  await blocked.expectSound();
});

test("any script: the editor of one element of a large payload", async ({ page }) => {
  const expectSound = watch(page);
  const { release } = await blockScripts(page, LARGE);
  await page.goto("/");
  await drop(page, "large.wbxml", largePayload());
  await row(page, "SyncKey").click();
  await page.getByRole("button", { name: "Edit SyncKey" }).click();
  const text = page.getByRole("textbox", { name: "XML of the selected element" });
  await expect(text).toHaveValue(/SyncKey/);
  await release("ElementEditor");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".xml-part .view-lines")).toHaveText(/SyncKey/);
  await expectSound();
});

test.describe("with a payload open", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("/");
  });

  test("the notice of a dialog that is missing has the focus, and Escape closes it", async ({ page }) => {
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    await page.route(/OffsetDialog/, (route) => route.abort());
    await runMenuCommand(page, "go to an offset");
    const notice = page.getByRole("alertdialog", { name: "could not be shown" });
    await expect(notice).toContainText("Try again, or reload the page");
    await expect(notice).toBeFocused();
    await expect(notice).toHaveCSS("outline-style", "solid");
    await expect(notice).toHaveCSS("outline-width", "2px");
    await page.keyboard.press("Escape");
    await expect(notice).toHaveCount(0);
    await runMenuCommand(page, "go to an offset");
    await expect(notice).toBeVisible();
    await page.unroute(/OffsetDialog/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("dialog", { name: "Go to an offset" })).toBeVisible();
  });

  test("without the code that keeps what is open, all else works, and the loss is said", async ({ page }) => {
    await page.route(/keepTab-/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    await expect(row(page, "SyncKey")).toBeVisible();
    const notice = page.getByRole("alertdialog").filter({ hasText: "does not survive a reload" });
    await expect(notice).toContainText("could not be loaded");
    await expect(page.getByRole("alertdialog")).toHaveCount(1);
    const asked = page.waitForEvent("dialog");
    const left = page.reload();
    await (await asked).accept();
    await left;
    await expect(page.getByRole("heading", { name: "Paste a payload" })).toBeVisible();
  });

  test("a script that arrives cut off is told as one that could not be loaded", async ({ page }) => {
    const cutOff = /(?:CommandMenu|keepTab|newPayload)-.*\.js/;
    await page.route(cutOff, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      // with the bracket, so that what is left is no script by chance
      await route.fulfill({ response, body: `${text.slice(0, text.length / 2)}(` });
    });
    await page.reload();
    await paste(page, syncRequest);
    await expect(page.getByRole("button", { name: "The menu Export could not be loaded" })).toBeVisible();
    const notices = page.getByRole("alertdialog");
    await expect(notices.filter({ hasText: "does not survive a reload" })).toHaveCount(1);
    await runMenuCommand(page, "empty payload");
    await expect(notices.filter({ hasText: "Its code could not be loaded" })).toHaveCount(1);
    await expect(page.getByText("bug in the inspector")).toHaveCount(0);
  });

  test("what waits for a script can be cancelled, and is not opened when that comes", async ({ page }) => {
    const waiting: (() => Promise<void>)[] = [];
    await page.goto("about:blank"); // ends what the page that is open still loads
    await page.route(/Workspace-.*\.js/, (route) => void waiting.push(() => route.continue()));
    await page.goto("/");
    await paste(page, syncRequest);
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Reading was cancelled" })).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Cancel" })).toHaveCount(0);
    await Promise.all(waiting.map((go) => go()));
    await paste(page, sms);
    await expect(row(page, "Importance")).toBeVisible();
    await expect(row(page, "SyncKey")).toContainText("5"); // and not the one that was cancelled
    await expect(session(page)).toHaveCount(0);
  });

  test("a menu that is missing says so, and opens when it is there again", async ({ page }) => {
    let refused = 0;
    await page.route(/CommandMenu/, (route) => {
      refused++;
      return route.abort();
    });
    await page.reload();
    await paste(page, syncRequest);
    await expect(page.getByRole("button", { name: "The menu Export could not be loaded" })).toBeVisible();
    const before = refused;
    await page.getByRole("button", { name: "The menu Export could not be loaded" }).click();
    await expect.poll(() => refused).toBeGreaterThan(before);
    await page.unroute(/CommandMenu/);
    await page.getByRole("button", { name: "The menu Export could not be loaded" }).click();
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
  });

  test("without the editor, the XML is plain text that can be edited, with undo", async ({ page }) => {
    await page.route(/(?:editor\.api|editorOptions|monaco)-.*\.js/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    const text = page.getByRole("textbox", { name: "XML", exact: true });
    await expect(text).toHaveValue(/<SyncKey>7<\/SyncKey>/);
    await text.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf(">7<") + 1;
      field.focus();
      field.setSelectionRange(at, at + 1);
    });
    await page.keyboard.type("89");
    await expect(row(page, "SyncKey")).toContainText("89");
    await expect(row(page, "SyncKey")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await expect(text).toHaveValue(/<SyncKey>7<\/SyncKey>/);
    await page.unroute(/(?:editor\.api|editorOptions|monaco)-.*\.js/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
  });

  test("a style sheet that is missing stops no other part", async ({ page }) => {
    await page.route(/XmlEditor.*\.css|editorOptions.*\.css/, (route) => route.abort());
    await page.route(/ExplainPane.*\.css/, (route) => route.abort());
    await page.reload();
    await paste(page, syncRequest);
    const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
    await expect(notice).toBeVisible();
    await runMenuCommand(page, "go to an offset");
    await expect(page.getByRole("dialog", { name: "Go to an offset" })).toBeVisible();
    await page.keyboard.press("Escape");
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice).toBeVisible();
    await page.unroute(/ExplainPane.*\.css/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await row(page, "SyncKey").click();
    await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
  });

  const html = { status: 200, contentType: "text/html", body: "<!doctype html><title>Home</title>" };
  const answers = [
    ["that is missing", undefined],
    ["for which a page comes", html],
    [
      "for which a page comes, whose type the browser must respect",
      { ...html, headers: { "X-Content-Type-Options": "nosniff" } },
    ],
    ["that is empty", { status: 200, contentType: "text/css", body: "" }],
  ] as const;
  for (const [what, answer] of answers)
    test(`a style sheet ${what} is said, and loaded when it is tried again`, async ({ page }) => {
      await page.route(/ExplainPane.*\.css/, (route) =>
        answer === undefined ? route.abort() : route.fulfill(answer),
      );
      await page.reload();
      await paste(page, syncRequest);
      const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
      await expect(notice).toBeVisible();
      await expect(row(page, "SyncKey")).toBeVisible();
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(notice).toBeVisible();
      await page.unroute(/ExplainPane.*\.css/);
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(notice).toHaveCount(0);
      await row(page, "SyncKey").click();
      await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
      const sheets = await page.evaluate(() =>
        Array.from(document.styleSheets, ({ href, cssRules }) => [href ?? "", cssRules.length] as const),
      );
      const own = sheets.filter(([href]) => /ExplainPane/.test(href));
      expect(own).toEqual([[expect.any(String), expect.any(Number)]]);
      expect(own[0]?.[1]).toBeGreaterThan(0);
    });

  test("a script for which a page comes is said, and loaded when it is tried again", async ({ page }) => {
    await page.route(/ExplainPane.*\.js/, (route) => route.fulfill(html));
    await page.reload();
    await paste(page, syncRequest);
    const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice).toBeVisible();
    await page.unroute(/ExplainPane.*\.js/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await row(page, "SyncKey").click();
    await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
  });

  test("a script that is empty is said, and loaded with the page", async ({ page }) => {
    await page.route(/ExplainPane.*\.js/, (route) =>
      route.fulfill({ status: 200, contentType: "text/javascript", body: "" }),
    );
    await page.reload();
    await paste(page, syncRequest);
    const notice = page.getByRole("alert").filter({ hasText: "The explanation could not be shown" });
    await expect(notice).toContainText("Its code could not be loaded");
    await page.unroute(/ExplainPane.*\.js/);
    await notice.getByRole("button", { name: "Reload the page" }).click();
    await paste(page, syncRequest);
    await row(page, "SyncKey").first().click();
    await expect(page.getByRole("region", { name: "Explain" })).toContainText("SyncKey");
  });

  test("the style sheet of the page, too, is said and loaded when it is tried again", async ({ page }) => {
    for (const answer of [html, undefined]) {
      await page.route(/index-.*\.css/, (route) =>
        answer === undefined ? route.abort() : route.fulfill(answer),
      );
      await page.reload();
      await expect(page.getByText(/^The style of the page could not be shown/)).toBeVisible();
      await page.unroute(/index-.*\.css/);
      await page.locator(".toasts").getByRole("button", { name: "Try again" }).click();
      await expect(page.locator(".app")).toHaveCSS("display", "flex");
      await paste(page, syncRequest);
      await expect(row(page, "SyncKey").first()).toBeVisible();
      await expect(page.getByText(/^The style of the page could not be shown/)).toHaveCount(0);
    }
  });
});
