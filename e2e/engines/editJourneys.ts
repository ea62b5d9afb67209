import { expect } from "vitest";
import type { DefineJourney } from "./journey";
import { click, expectFocus, expectGone, expectSeen } from "./look";
import { copyAs, expectValue, nameInTree, openSync, paste, start, syncRequest } from "./words";

/** A folder synchronisation with an element too much. */
const misplaced =
  '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>';

/** What a user changes: values, elements, the XML, fixes of problems. */
export function defineEditJourneys(journey: DefineJourney): void {
  journey("a value is edited with F2", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("SyncKey"));
    await page.press("F2");
    await expectFocus(page, "[role=dialog] textarea");
    await page.type("82");
    await page.press("Enter");
    await expectValue(page, "SyncKey", "82");
    await expectFocus(page, "[role=tree]");
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("03 37 00", "03 38 32 00"));
  });

  journey("a value is edited from the menu of its row", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("SyncKey"), { button: "right" });
    await click(page, "[role=menuitem]", /^Edit value…/);
    await expectFocus(page, "[role=dialog] textarea");
    await page.type("82");
    await page.press("Enter");
    await expectValue(page, "SyncKey", "82");
    await expectFocus(page, "[role=tree]");
  });

  journey("an element is added from the menu of a row, by keyboard", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("Options"));
    await page.press("Shift+F10");
    await expectFocus(page, "[role=menu]");
    await page.press("ArrowDown"); // the first command, Edit value, does not apply here
    await expectFocus(page, "[role=menuitem]", /^Add child…/);
    await page.press("Enter");
    await expectFocus(page, ".child-menu input");
    await page.type("conf");
    await expectGone(page, ".child-menu [role=menuitem]", /^MaxItems/);
    await page.press("ArrowDown");
    await page.press("Enter");
    await expectSeen(page, ...nameInTree("Conflict"));
    expect(await copyAs(page, "Hex, spaced")).toBe(
      syncRequest.replace("03 30 00 01 01", "03 30 00 01 5B 01 01"),
    );
  });

  journey("the XML is edited, and undone", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ".monaco-editor .view-line", /SMS/);
    await page.press("Control+f");
    await page.type("SMS");
    await expectSeen(page, ".find-widget .matchesCount", /of 1$/);
    await page.press("Escape");
    await page.type("X");
    await expectValue(page, "Class", "X");
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest.replace("53 4D 53", "58"));
    await click(page, "button", /^Undo: Change Class to X$/);
    await expectValue(page, "Class", "SMS");
  });

  journey("a problem is found, explained and fixed", async ({ page, address }) => {
    await start(page, address);
    await paste(page, misplaced);
    await click(page, ".problem-main", /ParentId is not allowed in/);
    await expectSeen(page, ".problem.is-error", /MS-AS/);
    await click(page, ".problem-why button", /^Remove ParentId$/);
    await expectGone(page, ...nameInTree("ParentId"));
    await expectSeen(page, ".problems-none", /^Nothing wrong/);
    expect(await copyAs(page, "Hex, spaced")).toBe("03 01 6A 00 00 07 56 52 03 30 00 01 01");
  });
}
