import type { PaneKeys } from "../kit/commands/paneKeys";

/**
 * The capture that a key goes to from another one in a list of `count`; `undefined` for any other key. The
 * Page keys move by `page` rows.
 */
export function findNextCapture(
  key: string,
  current: number,
  count: number,
  page: number,
): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(target, count - 1));
}

/** The key that closes the capture that is shown. */
export const CLOSING_KEY = "Delete";

/** The keys of the list of captures. */
export const capturesKeys: PaneKeys = {
  title: "In the captures",
  keys: [
    { keys: ["ArrowUp", "ArrowDown"], shown: "↑ ↓", does: "Capture above, capture below" },
    { keys: ["Home", "End"], shown: "Home End", does: "First, last" },
    { keys: ["PageUp", "PageDown"], shown: "Page Up, Page Down", does: "A page above, a page below" },
    { keys: [CLOSING_KEY], shown: CLOSING_KEY, does: "Close the capture" },
  ],
};
