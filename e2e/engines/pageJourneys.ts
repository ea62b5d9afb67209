import { expect } from "vitest";
import type { EnginePage } from "./engine";
import type { DefineJourney } from "./journey";
import { click, expectFocus, expectGone, expectSeen } from "./look";
import { dropFile, expectTold, expectValue, nameInTree, openSync, readHex, start } from "./words";

/** A FolderSync request. */
const folderSync = "03 01 6A 00 00 07 56 52 03 30 00 01 01";

/** The row of the tree that is selected. */
const SELECTED = ".tree-row[aria-selected=true] .tree-name";

/** The page itself: start, reading, keys, colours, reload. */
export function definePageJourneys(journey: DefineJourney): void {
  journey("the page starts", async ({ page, address }) => {
    await start(page, address);
    await expectSeen(page, "button", /^Open files…$/);
  });

  journey("errors in the page are seen by this runner", async ({ page, address }) => {
    await start(page, address);
    await page.evaluate(() => {
      console.error("told to the console");
      setTimeout(() => {
        throw new Error("thrown later");
      });
      void Promise.reject(new Error("rejected"));
      const image = document.createElement("img");
      image.src = "https://example.com/refused.png";
      document.body.append(image);
    }, undefined);
    const errors: string[] = [];
    await expect.poll(async () => errors.push(...(await page.takeErrors()))).toBeGreaterThanOrEqual(4);
    for (const part of ["told to the console", "thrown later", "rejected", "refused.png"])
      expect(errors.join("\n")).toContain(part);
  });

  journey("a payload pasted from the clipboard is shown", async ({ page, address }) => {
    await openSync(page, address);
    await expectValue(page, "CollectionId", "15");
    await expectSeen(page, ".bytes-row > .byte", /^6A$/);
  });

  journey("a dropped file is opened", async ({ page, address }) => {
    await openSync(page, address);
    await dropFile(page, "second.wbxml", readHex(folderSync));
    await expectSeen(page, ...nameInTree("FolderSync"));
    await expectValue(page, "SyncKey", "0");
  });

  journey("one selection is shown in tree, bytes and XML", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("CollectionId"));
    await expect
      .poll(() => readAll(page, ".bytes-row > .byte[aria-selected=true]"))
      .toEqual(["52", "03", "31", "35", "00", "01"]);
    // below the text
    await expect.poll(() => readAll(page, ".xml-selected")).not.toEqual([]);
    await click(page, ".bytes-row > .byte", /^53$/);
    await expectSeen(page, SELECTED, /^Class$/);
  });

  journey("the tree is walked by keys", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("Collection"));
    await page.press("ArrowLeft");
    await expectGone(page, ...nameInTree("SyncKey"));
    await page.press("ArrowRight");
    await expectSeen(page, ...nameInTree("SyncKey"));
    await page.press("ArrowRight");
    await expectSeen(page, SELECTED, /^SyncKey$/);
    await page.press("End");
    await expectSeen(page, SELECTED, /^FilterType$/);
    await page.press("Home");
    await expectSeen(page, SELECTED, /^Sync$/);
  });

  journey("the panes and the commands are reached by keys", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("Class"));
    await page.press("F6");
    await expectFocus(page, ".monaco-editor");
    await page.press("F6");
    await expectFocus(page, "[role=grid]");
    await page.press("Control+k");
    await expectFocus(page, "[role=dialog] input");
    await page.type("duplicate element");
    await expectGone(page, "[role=dialog] [role=menuitem]", /^Delete element/);
    await page.press("Enter");
    const readClasses = async () => (await readAll(page, ".tree-name")).filter((name) => name === "Class");
    await expect.poll(readClasses).toHaveLength(2);
    await page.press("Control+z");
    await expect.poll(readClasses).toHaveLength(1);
  });

  journey("Explain follows the selection", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("FilterType"));
    await expectSeen(page, ".explain h3, .explain h2", /^AirSync:FilterType\b/);
    await expectSeen(page, ".explain-body", /MS-AS/);
  });

  journey("the colours are changed, and remembered", async ({ page, address }) => {
    await start(page, address);
    const readColours = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor, undefined);
    const system = await readColours();
    await click(page, "button", /^Colours: system/);
    await click(page, "button", /^Colours: light/);
    await expectSeen(page, "button", /^Colours: dark/);
    await expect.poll(readColours).toBe("rgb(20, 23, 28)");
    await page.reload();
    await expectSeen(page, "button", /^Colours: dark/);
    expect(await readColours()).toBe("rgb(20, 23, 28)");
    await click(page, "button", /^Colours: dark/);
    await click(page, "button", /^Colours: contrast/);
    await expect.poll(readColours).toBe(system);
  });

  journey("leaving the page while it still loads is no error", async ({ page, address }) => {
    await page.goto(address);
    await page.reload();
    for (const wait of [100, 400, 900]) {
      await page.evaluate((pause) => new Promise<void>((resolve) => setTimeout(resolve, pause)), wait);
      await page.reload();
    }
    await expectSeen(page, "h1, h2", /^Paste a payload$/);
  });

  journey("a reload restores what was open", async ({ page, address }) => {
    await openSync(page, address);
    await click(page, ...nameInTree("CollectionId"));
    await page.press("F2");
    await expectFocus(page, "[role=dialog] textarea");
    await page.type("16");
    await page.press("Enter");
    await expectValue(page, "CollectionId", "16");
    await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)), undefined);
    await page.reload();
    await expectTold(page, "Restored 1 capture from before the reload");
    await expectValue(page, "CollectionId", "16");
    await expectSeen(page, SELECTED, /^CollectionId$/);
    await expectSeen(page, "button", /^Undo: Change CollectionId to 16$/);
  });

  journey("a reload restores a large payload, whose record a worker has made", async ({ page, address }) => {
    await start(page, address);
    const before = readHex("03 01 6A 00 45 5C 4F 4B 03");
    const after = readHex("00 01 52 03 31 35 00 01 01 01 01");
    await dropFile(page, "large.wbxml", [...before, ...new Array<number>(400_000).fill(0x37), ...after]);
    await expectValue(page, "CollectionId", "15");
    await expect.poll(() => page.evaluate(measureStored, undefined)).toBeGreaterThan(400_000);
    await page.reload();
    await expectTold(page, "Restored 1 capture from before the reload");
    await expectValue(page, "CollectionId", "15");
  });
}

/**
 * The size of the largest record of an open capture that the page has stored; 0 if there is none, or if the
 * record that lists the others, which is written after them, is not there yet.
 */
async function measureStored(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("wbxml-inspector");
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
  });
  const records = await new Promise<
    readonly { readonly id: number; readonly at: number; readonly locked: ArrayBuffer | Blob }[]
  >((resolve) => {
    const request = db.transaction("tabs").objectStore("tabs").getAll();
    request.addEventListener("success", () => resolve(request.result));
  });
  db.close();
  const listedAt = records.find(({ id }) => id === 0)?.at ?? 0;
  const sizes = records
    .filter(({ id, at }) => id !== 0 && at <= listedAt)
    .map(({ locked }) => (locked instanceof Blob ? locked.size : locked.byteLength));
  return Math.max(0, ...sizes);
}

/** The texts of all elements that a selector matches. */
function readAll(page: EnginePage, css: string): Promise<readonly string[]> {
  return page.evaluate(
    (selector) => Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent),
    css,
  );
}
