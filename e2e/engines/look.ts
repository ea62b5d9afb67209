import { expect } from "vitest";
import type { Click, EnginePage, Place } from "./engine";

/**
 * An element that a user sees: what matches `css`, and if `name` is given, has a label or text that matches
 * it.
 */
export interface Sought {
  readonly css: string;
  readonly name?: RegExp;
}

interface Found {
  readonly text: string;
  readonly place: Place;
  readonly isEnabled: boolean;
  readonly isFocused: boolean;
}

/** How long a page may take to show something, in milliseconds. */
const PATIENCE = 15_000;

/** Waits until an element is seen, and tells what is seen of it. */
export async function expectSeen(page: EnginePage, css: string, name?: RegExp): Promise<Found> {
  let found: readonly Found[] = [];
  await expect
    .poll(
      async () => {
        found = await findSeen(page, { css, ...(name && { name }) });
        return found.length;
      },
      { timeout: PATIENCE, interval: 50, message: `${css} ${name ?? ""} should be seen` },
    )
    .toBeGreaterThan(0);
  const [first] = found;
  if (first === undefined) throw new Error(`${css} is not seen`);
  return first;
}

/** Waits until no such element is seen. */
export async function expectGone(page: EnginePage, css: string, name?: RegExp): Promise<void> {
  await expect
    .poll(() => findSeen(page, { css, ...(name && { name }) }), { timeout: PATIENCE, interval: 50 })
    .toEqual([]);
}

/** Waits until an element has the focus. */
export async function expectFocus(page: EnginePage, css: string, name?: RegExp): Promise<void> {
  await expect
    .poll(
      async () => (await findSeen(page, { css, ...(name && { name }) })).some(({ isFocused }) => isFocused),
      {
        timeout: PATIENCE,
        interval: 50,
        message: `${css} ${name ?? ""} should have the focus`,
      },
    )
    .toBe(true);
}

/** Clicks an element with the pointer, once it is seen and enabled. */
export async function click(page: EnginePage, css: string, name?: RegExp, how?: Click): Promise<void> {
  await expect
    .poll(async () => (await expectSeen(page, css, name)).isEnabled, { timeout: PATIENCE })
    .toBe(true);
  await page.clickAt((await expectSeen(page, css, name)).place, how);
}

/** The elements that are in view and not covered by others. Scrolls to them first. */
function findSeen(page: EnginePage, { css, name }: Sought): Promise<readonly Found[]> {
  return page.evaluate(
    ([selector, pattern]) => {
      const named = new RegExp(pattern, "u");
      const found = [];
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        const text = element.textContent.trim();
        if (!named.test(element.getAttribute("aria-label") ?? "") && !named.test(text)) continue;
        element.scrollIntoView({ block: "nearest" });
        const { left, top, width, height } = element.getBoundingClientRect();
        const place = { x: left + width / 2, y: top + height / 2 };
        const onTop = document.elementFromPoint(place.x, place.y);
        if (width === 0 || onTop === null || !(element.contains(onTop) || onTop.contains(element))) continue;
        const isEnabled = !element.matches(":disabled, [aria-disabled=true]");
        const isFocused = element === document.activeElement || element.contains(document.activeElement);
        found.push({ text, place, isEnabled, isFocused });
      }
      return found;
    },
    [css, name?.source ?? ""] as const,
  );
}
