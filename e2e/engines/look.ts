import { expect } from "vitest";
import type { Click, EnginePage, Place } from "./engine";

/** What is seen of an element: one that matches a selector, and whose label or text matches a name. */
interface Found {
  readonly text: string;
  readonly place: Place;
  readonly isEnabled: boolean;
  readonly isFocused: boolean;
}

/** Waits until an element is seen, and tells what is seen of it. */
export function expectSeen(page: EnginePage, css: string, name?: RegExp): Promise<Found> {
  return expectFound(page, css, name, () => true, "seen");
}

/** Waits until no such element is seen. */
export async function expectGone(page: EnginePage, css: string, name?: RegExp): Promise<void> {
  await expect.poll(() => findSeen(page, css, name)).toEqual([]);
}

/** Waits until an element, or one in it, has the focus. */
export async function expectFocus(page: EnginePage, css: string, name?: RegExp): Promise<void> {
  await expectFound(page, css, name, ({ isFocused }) => isFocused, "focused");
}

/** Clicks an element with the pointer, once it is seen, enabled, and no longer moved by what is loaded. */
export async function click(page: EnginePage, css: string, name?: RegExp, how?: Click): Promise<void> {
  let last = "";
  const isStill = ({ place, isEnabled }: Found): boolean => {
    const before = last;
    last = `${place.x} ${place.y}`;
    return isEnabled && last === before;
  };
  const { place } = await expectFound(page, css, name, isStill, "enabled and still");
  await page.clickAt(place, how);
}

async function expectFound(
  page: EnginePage,
  css: string,
  name: RegExp | undefined,
  isWanted: (found: Found) => boolean,
  state: string,
): Promise<Found> {
  let wanted: Found | undefined;
  const look = async (): Promise<boolean> => {
    const [first] = await findSeen(page, css, name);
    wanted = first !== undefined && isWanted(first) ? first : undefined;
    return wanted !== undefined;
  };
  await expect.poll(look, { message: `${css} ${name ?? ""} should be ${state}` }).toBe(true);
  if (wanted === undefined) throw new Error(`${css} is not ${state}`);
  return wanted;
}

/** The elements that are in view and not covered by others. Scrolls to them first. */
function findSeen(page: EnginePage, css: string, name: RegExp | undefined): Promise<readonly Found[]> {
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
