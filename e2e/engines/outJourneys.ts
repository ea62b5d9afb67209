import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { DefineJourney } from "./journey";
import { click, expectSeen } from "./look";
import {
  copyAs,
  expectTold,
  expectValue,
  nameInTree,
  openSync,
  readClipboard,
  readHex,
  syncRequest,
} from "./words";

/** What leaves the page: copies, files, links. */
export function defineOutJourneys(journey: DefineJourney): void {
  journey("the payload is copied", async ({ page, address }) => {
    await openSync(page, address);
    expect(await copyAs(page, "Hex, spaced")).toBe(syncRequest);
    expect(await copyAs(page, "XML")).toContain("<CollectionId>15</CollectionId>");
  });

  journey("an element is copied in the tree with the keys", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("Class"));
    await page.press("Control+c");
    await expectTold(page, "Copied Class as XML");
    expect(await readClipboard(page)).toBe('<Class xmlns="AirSync">SMS</Class>');
  });

  journey("the payload is saved as a file", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, "button", /^Export$/);
    await click(page, "[role=menuitem]", /^Save payload…/);
    const saved = join(page.downloads, "Sync-request.wbxml");
    await expect.poll(() => readdir(page.downloads)).toContain("Sync-request.wbxml");
    await expect.poll(async () => [...(await readFile(saved))]).toEqual([...readHex(syncRequest)]);
    await rm(saved);
  });

  journey("a link opens the payload and its selection elsewhere", async ({ page, address, openFresh }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("Class"));
    await click(page, "button", /^Share$/);
    await click(page, "[role=menuitem]", /^Copy link(?! to)/);
    await expectTold(page, "Copied a link of");
    const link = await readClipboard(page);
    const other = await openFresh();
    await other.goto(link);
    await expectValue(other, "SyncKey", "7");
    await expectSeen(other, ".tree-row[aria-selected=true] .tree-name", /^Class$/);
  });
}
