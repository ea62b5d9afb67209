import { expect, test } from "@playwright/test";
import { chooseContext, contextPill, copyAs, openContext, paste, row } from "./inspector";

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
  await expect(problems(page)).toContainText("schema/wrong-version");
  await expect(row(page, "HeartbeatInterval")).toHaveClass(/is-unknown-here/);
  await expect(contextPill(page)).toHaveAccessibleName(
    /12\.1 .* This payload needs 14\.0 or later: HeartbeatInterval came with 14\.0\.$/,
  );
  await (await openContext(page)).getByRole("button", { name: "Use 14.0" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByText("schema/wrong-version")).toHaveCount(0);
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
  await expect(problems(page).getByRole("heading", { name: "schema/misplaced" })).toBeVisible();
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
  await expect(
    page.getByText("sms/item-folder").or(page.getByText("sms/options-class")).first(),
  ).toBeVisible();
  await expect(page.locator(".problem.is-error")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Folder" }).selectOption("calendar");
  await expect(page.locator(".problem.is-error", { hasText: "sms/" })).not.toHaveCount(0);
});
