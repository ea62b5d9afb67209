import { expect } from "vitest";
import type { EnginePage, Place } from "./engine";

/** A pane that lists rows, of which only those in view are drawn. */
export interface LongList {
  /** The element that scrolls. */
  readonly css: string;
  readonly row: string;
  /** The number of rows that there are. */
  readonly count: number;
}

/** What is seen of a long list. */
interface Seen {
  /** The first and the last row in view, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** Whether rows cover the view from its top to its bottom. */
  readonly isFull: boolean;
  /** Whether the row or cell exists that `aria-activedescendant` names. */
  readonly isActiveDrawn: boolean;
  /** Whether the row or cell that `aria-activedescendant` names is in view. */
  readonly isActiveSeen: boolean;
  readonly rowHeight: number;
  /** The middle of the first row that is wholly in view. */
  readonly place: Place;
}

/** Reads what is in view of a long list. */
export function readList(page: EnginePage, { css, row }: LongList): Promise<Seen> {
  return page.evaluate(
    ([listSelector, rowSelector]) => {
      const list = document.querySelector(listSelector);
      if (list === null) throw new Error(`there is no ${listSelector}`);
      const frame = list.getBoundingClientRect();
      const bottom = frame.top + list.clientHeight;
      const rows = Array.from(list.querySelectorAll(rowSelector), (element) => ({
        index: element.hasAttribute("aria-rowindex")
          ? Number(element.getAttribute("aria-rowindex")) - 1
          : Number(/\d+$/.exec(element.id)?.[0]),
        rect: element.getBoundingClientRect(),
      }));
      const isSeen = ({ rect }: { rect: DOMRect }): boolean =>
        rect.bottom > frame.top + 1 && rect.top < bottom - 1;
      const seen = rows.filter(isSeen).sort((a, b) => a.rect.top - b.rect.top);
      const whole = seen.find(({ rect }) => rect.top >= frame.top - 1)?.rect;
      const active = document.getElementById(list.getAttribute("aria-activedescendant") ?? "");
      return {
        first: seen[0]?.index ?? -1,
        last: seen.at(-1)?.index ?? -1,
        isFull:
          (seen[0]?.rect.top ?? Infinity) <= frame.top + 1 && (seen.at(-1)?.rect.bottom ?? 0) >= bottom - 1,
        isActiveDrawn: active !== null,
        isActiveSeen: active !== null && isSeen({ rect: active.getBoundingClientRect() }),
        rowHeight: whole?.height ?? 0,
        place: { x: (whole?.left ?? 0) + 60, y: (whole?.top ?? 0) + (whole?.height ?? 0) / 2 },
      };
    },
    [css, row] as const,
  );
}

/** Waits until a list shows what is wanted, with rows all over its view and its focused row drawn. */
export async function expectList(page: EnginePage, list: LongList, wanted: Partial<Seen>): Promise<void> {
  await expect
    .poll(() => readList(page, list), { message: list.css })
    .toMatchObject({ isFull: true, isActiveDrawn: true, ...wanted });
}

/** Goes through a long list by keys, wheel and thumb, from end to end. It is at its start before. */
export async function walkList(page: EnginePage, list: LongList): Promise<void> {
  const last = list.count - 1;
  const { place } = await readList(page, list);
  await page.clickAt(place);
  await walkByKeys(page, list);
  await walkByWheel(page, list, 10);
  await expect.poll(() => dragThumb(page, list, 0.5), { message: list.css }).toBeCloseTo(0.5, 2);
  await walkByWheel(page, list, 30); // several views of a low pane
  await expect.poll(() => dragThumb(page, list, 1), { message: list.css }).toBeGreaterThan(0.99);
  await expectList(page, list, { last });
  await expect.poll(() => dragThumb(page, list, 0), { message: list.css }).toBe(0);
  await expectList(page, list, { first: 0 });
}

async function walkByKeys(page: EnginePage, list: LongList): Promise<void> {
  const last = list.count - 1;
  await page.press("End");
  await expectList(page, list, { last, isActiveSeen: true });
  const { first } = await readList(page, list);
  for (let pages = 0; pages < 3; pages++) await page.press("PageUp");
  const rows = last - first;
  await expect
    .poll(async () => (await readList(page, list)).first, { message: list.css })
    .toBeLessThan(first - rows);
  await expectList(page, list, { isActiveSeen: true });
  for (let pages = 0; pages < 3; pages++) await page.press("PageDown");
  await expectList(page, list, { last, isActiveSeen: true });
  await page.press("Home");
  await expectList(page, list, { first: 0, isActiveSeen: true });
}

/** Turns the wheel by a number of rows and back. */
async function walkByWheel(page: EnginePage, list: LongList, rows: number): Promise<void> {
  const { first, place, rowHeight } = await readList(page, list);
  await page.wheelAt(place, rows * rowHeight);
  await expectList(page, list, { first: first + rows });
  await page.wheelAt(place, -rows * rowHeight);
  await expectList(page, list, { first });
}

/**
 * Moves the thumb of the scrollbar: 0 is the start, 1 the end. Returns the part of the list that is above the
 * view then: a wheel that still turns can move it again.
 */
async function dragThumb(page: EnginePage, list: LongList, to: number): Promise<number> {
  await page.evaluate(
    ([selector, part]) => {
      const scroller = document.querySelector(selector);
      scroller?.scrollTo({ top: part * scroller.scrollHeight });
    },
    [list.css, to] as const,
  );
  return (await readList(page, list)).first / list.count;
}

/** What is not right in the positions that a screen reader is told for the drawn rows. */
export function listWrongPositions(page: EnginePage, { css, row, count }: LongList): Promise<string[]> {
  return page.evaluate(
    ([listSelector, rowSelector, wanted]) => {
      const wrong: string[] = [];
      const list = document.querySelector(listSelector);
      const isGrid = list?.getAttribute("role") === "grid";
      if (isGrid && list.getAttribute("aria-rowcount") !== String(wanted)) wrong.push("aria-rowcount");
      for (const element of list?.querySelectorAll(rowSelector) ?? []) {
        if (isGrid) continue; // `aria-rowindex` is what the rows were read by
        const position = Number(element.getAttribute("aria-posinset"));
        const size = Number(element.getAttribute("aria-setsize"));
        const isOption = element.getAttribute("role") === "option";
        const isTrue = isOption
          ? size === wanted && `xml-line-${position - 1}` === element.id
          : position >= 1 && position <= size && size <= wanted;
        if (!isTrue) wrong.push(`${element.id}: ${position} of ${size}`);
      }
      return wrong;
    },
    [css, row, count] as const,
  );
}
