import { expect } from "vitest";
import type { EnginePage } from "./engine";
import type { DefineJourney } from "./journey";
import { expectList, type LongList, listWrongPositions, readList, walkList } from "./longLists";
import { expectFocus, expectGone } from "./look";
import { start } from "./words";

/** The items of the payload: 100 bytes each, 50 MB in all. */
const ITEMS = 500_000;
const HEAD = [
  0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03, 0x37, 0x00, 0x01, 0x52, 0x03, 0x31, 0x35, 0x00, 0x01,
  0x56,
];
const LENGTH = HEAD.length + ITEMS * 100 + 4;

const tree: LongList = { css: ".tree", row: "[role=treeitem]", count: 6 + ITEMS * 4 };
const lines: LongList = { css: ".xml-lines", row: "[role=option]", count: 10 + ITEMS * 6 };

/** Lists longer than browsers allow an element to be high. */
export function defineListJourneys(journey: DefineJourney): void {
  journey(
    "every row of 50 MB is reached",
    async ({ page, address }) => {
      await start(page, address);
      await dropItems(page);
      await expect.poll(() => countElements(page, ".tree [role=treeitem]"), { timeout: 120_000 }).not.toBe(0);
      for (const part of [".xml-lines [role=option]", ".bytes [role=gridcell]"])
        await expect.poll(() => countElements(page, part), { timeout: 60_000 }).not.toBe(0);
      const width = await countElements(page, ".bytes [aria-rowindex='1'] > [role=gridcell]");
      const bytes = { css: ".bytes", row: "[aria-rowindex]", count: Math.ceil(LENGTH / width) };
      for (const list of [bytes, tree, lines]) {
        await walkList(page, list);
        expect(await listWrongPositions(page, list)).toEqual([]);
      }
      await goToOffset(page, "2625A00");
      const first = Math.floor(40_000_000 / width);
      const selected = Math.floor((40_000_000 - HEAD.length) / 100);
      await expectSelection(page, bytes, first);
      // the subject, the last of the item's four rows
      await expectSelection(page, tree, 6 + selected * 4 + 3);
      await expectSelection(page, lines, 6 + selected * 6 + 3);

      await page.clickAt((await readList(page, tree)).place);
      await page.press("End");
      await expectSelection(page, tree, tree.count - 1);
      await expectSelection(page, bytes, Math.floor((LENGTH - 90) / width));
      await expectSelection(page, lines, lines.count - 7); // followed by the ends of six elements
    },
    240_000,
  );
}

/** Waits until the row of the selection is in view. */
async function expectSelection(page: EnginePage, list: LongList, row: number): Promise<void> {
  const isSeen = async (): Promise<boolean> => {
    const { first, last } = await readList(page, list);
    return first <= row && row <= last;
  };
  await expect.poll(isSeen, { message: `${list.css} ${row}` }).toBe(true);
  await expectList(page, list, { isActiveSeen: true });
}

/** Goes to an offset by keys alone. */
async function goToOffset(page: EnginePage, offset: string): Promise<void> {
  await page.press("Control+k");
  await expectFocus(page, "[role=dialog] input");
  await page.type("go to an offset");
  await expectGone(page, "[role=dialog] [role=menuitem]", /^Delete element/);
  await page.press("Enter");
  await expectFocus(page, "[role=dialog] input");
  await page.type(offset);
  await page.press("Enter");
}

function countElements(page: EnginePage, css: string): Promise<number> {
  return page.evaluate((selector) => document.querySelectorAll(selector).length, css);
}

/** Drops a Sync response with many items, made inside the page: no driver has to carry 50 MB. */
function dropItems(page: EnginePage): Promise<void> {
  return page.evaluate(
    ([head, count]) => {
      const subject = new Array<number>(81).fill(0x61);
      const item = [0x47, 0x4d, 0x03, 0x31, 0x32, 0x33, 0x00, 0x01, 0x5d, 0x00, 0x02, 0x54, 0x03]
        .concat(subject)
        .concat([0x00, 0x01, 0x00, 0x00, 0x01, 0x01]);
      const bytes = new Uint8Array(head.length + count * item.length + 4).fill(0x01);
      bytes.set(head);
      for (let n = 0; n < count; n++) bytes.set(item, head.length + n * item.length);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "items.wbxml"));
      document
        .querySelector("main")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [HEAD, ITEMS] as const,
  );
}
