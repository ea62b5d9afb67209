import { expect, test } from "@playwright/test";
import { chooseContext, contextPill, copyAs, editorText, openContext, paste, row } from "./inspector";

const problems = (page: import("@playwright/test").Page) => page.getByRole("list", { name: "Problems" });

const collection = (options: string): string =>
  "<Sync " +
  `xmlns="AirSync"><Collections><Collection><SyncKey>7</SyncKey>` +
  `<CollectionId>15</CollectionId>${options}</Collection></Collections></Sync>`;

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("a third Options is reported with reason and section, and leads to its place", async ({ page }) => {
  await paste(page, collection("<Options><Class>SMS</Class></Options><Options/><Options/>"));
  const problem = problems(page)
    .getByText(/Options/)
    .first();
  await problem.click();
  await expect(problems(page)).toContainText(/MS-AS/);
  await expect(page.getByRole("tree").locator('[aria-selected="true"]')).toContainText("Options");
});

test("an element of a later version is reported when the version is set, and greyed in the tree", async ({
  page,
}) => {
  await paste(page, '<Sync xmlns="AirSync"><HeartbeatInterval>300</HeartbeatInterval></Sync>');
  await chooseContext(page, { Version: "12.1" });
  await expect(problems(page)).toContainText("HeartbeatInterval");
  await expect(row(page, "HeartbeatInterval")).toHaveClass(/is-elsewhere/);
  await expect(contextPill(page)).toHaveAccessibleName(
    /12\.1 .* This payload needs 14\.0 or later: HeartbeatInterval came with 14\.0\.$/,
  );
  await (await openContext(page)).getByRole("button", { name: "Use 14.0" }).click();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-rule='schema/wrong-version']")).toHaveCount(0);
});

test("a fix changes only what it says, and can be undone", async ({ page }) => {
  await paste(
    page,
    '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>',
  );
  await problems(page)
    .getByText(/ParentId is not allowed in/)
    .click();
  await problems(page).getByRole("button", { name: "About this rule" }).first().click();
  const explain = page.getByRole("region", { name: "Explain" });
  await expect(explain.getByRole("heading", { name: "schema/misplaced" })).toBeVisible();
  await expect(problems(page).getByText("Removed: ")).toHaveCount(1);
  await problems(page).getByRole("button", { name: "Remove ParentId" }).click();
  await expect(row(page, "ParentId")).toHaveCount(0);
  expect(await copyAs(page, "Hex, spaced")).toBe("03 01 6A 00 00 07 56 52 03 30 00 01 01");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(row(page, "ParentId")).toBeVisible();
});

test("problems are filtered by severity", async ({ page }) => {
  await paste(
    page,
    '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>',
  );
  await expect(problems(page).getByRole("listitem")).not.toHaveCount(0);
  for (const filter of await page.locator(".severity-filter").all()) await filter.click();
  await expect(problems(page).getByRole("listitem")).toHaveCount(0);
});

test("setting the folder resolves what a single message leaves open", async ({ page }) => {
  await paste(page, collection("<Options><Class>SMS</Class></Options>"));
  await expect(problems(page)).toContainText("Folder 15's type is unknown.");
  await expect(page.locator(".problem.is-error")).toHaveCount(0);
  await chooseContext(page, { Folder: "Calendar" });
  await expect(page.locator(".problem.is-error[data-rule^='sms/']")).not.toHaveCount(0);
});

const twoWrong = collection(
  "<Options><Class>SMS</Class><FilterType>6</FilterType></Options>" +
    "<Options><Class>Email</Class><FilterType>7</FilterType></Options>",
);

/** The element that has the focus, as the text that it shows. */
const focused = (page: import("@playwright/test").Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

test("after a fix the focus is at the next problem, which stays folded", async ({ page }) => {
  await paste(page, twoWrong);
  const wrong = problems(page).locator(".problem.is-error");
  await expect(wrong).toHaveCount(2);
  await wrong.first().locator(".problem-main").focus();
  await page.keyboard.press("ArrowRight");
  const fix = wrong.first().getByRole("button", { name: "Set it to one month (5)" });
  await fix.focus();
  await page.keyboard.press("Enter");
  await expect(wrong).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Show details" }).first()).toBeVisible();
  await expect(page.locator(".problem-why")).toHaveCount(0);
  expect(await focused(page)).toContain("FilterType 7");
});

test("the details stay with their problem when something before it changes", async ({ page }) => {
  await paste(page, twoWrong);
  const wrong = problems(page).locator(".problem.is-error");
  await wrong.nth(1).getByRole("button", { name: "Show details" }).click();
  await wrong
    .first()
    .getByRole("button", { name: /^Fix: / })
    .click();
  await expect(wrong).toHaveCount(1);
  await expect(wrong.getByRole("button", { name: "Hide details" })).toBeVisible();
  await expect(wrong).toContainText("FilterType 7");
});

test("F8 goes from problem to problem, also from the XML, and says which it is", async ({ page }) => {
  await paste(page, twoWrong);
  await editorText(page);
  await expect(problems(page).locator(".problem.is-error")).toHaveCount(2);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("F8");
  const status = page.getByRole("status");
  await expect(status.filter({ hasText: /^Error: FilterType 6 .* 1 of \d$/ })).toHaveCount(1);
  await expect(problems(page).locator(".problem.is-selected")).toContainText("FilterType 6");
  await page.keyboard.press("F8");
  await expect(problems(page).locator(".problem.is-selected")).toContainText("FilterType 7");
  await page.keyboard.press("Shift+F8");
  await expect(problems(page).locator(".problem.is-selected")).toContainText("FilterType 6");
});

test("the number of problems is told", async ({ page }) => {
  await paste(page, twoWrong);
  await expect(page.getByRole("status").filter({ hasText: /^\d problems: 2 errors/ })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "2 errors" })).toBeVisible();
});

test("after the last fix the focus is at the message that nothing is wrong", async ({ page }) => {
  await paste(
    page,
    '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>',
  );
  await expect(problems(page).getByRole("listitem")).toHaveCount(1);
  await problems(page).getByRole("button", { name: "Fix: Remove ParentId" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".problems-none")).toBeFocused();
  await expect(page.locator(".problems-none")).toHaveText("Nothing wrong with this payload.");
});
