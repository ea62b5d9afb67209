import type { PaneKeys } from "../kit/commands/paneKeys";

/**
 * The row that a key goes to from another one in a list of `count`; `undefined` for any other key. The Page
 * keys move by `page` rows. From none (-1), an arrow goes to the first row.
 */
export function findNextRow(key: string, current: number, count: number, page: number): number | undefined {
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

/** The key that closes the exchange that is shown. */
export const CLOSING_KEY = "Delete";
/** The key that goes from the list into the document. */
export const ENTERING_KEY = "Enter";
/** The keys that open the menu of a row. */
export const MENU_KEYS = ["Shift+F10", "ContextMenu"] as const;

/** The keys of the session. */
export const sessionKeys: PaneKeys = {
  title: "In the session",
  keys: [
    { keys: ["ArrowUp", "ArrowDown"], shown: "↑ ↓", does: "Exchange above, exchange below" },
    { keys: ["ArrowLeft", "ArrowRight"], shown: "← →", does: "Request, response; fold and open a group" },
    { keys: ["Home", "End"], shown: "Home End", does: "First, last" },
    { keys: ["PageUp", "PageDown"], shown: "Page Up, Page Down", does: "A page above, a page below" },
    { keys: [ENTERING_KEY], shown: ENTERING_KEY, does: "Into the document" },
    { keys: [...MENU_KEYS], shown: "Shift F10, Menu", does: "Menu of the exchange" },
    { keys: [CLOSING_KEY], shown: CLOSING_KEY, does: "Close the exchange" },
  ],
};
