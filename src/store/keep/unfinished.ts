import { readStoredInTab, STORED, writeStoredInTab } from "../../browser/storage";

// A payload can be too much for a tab: the browser ends it, or the user reloads it because it stands still.
// Then the page must not open the same by itself again. While something is being opened, a mark is stored in
// the tab; if the page finds the mark when it starts, it asks first.

const KEY = `${STORED}opening`;

let wasUnfinished: boolean | undefined;
let isMarked = false;

/**
 * Whether the tab ended before it had opened and judged what it was opening. The answer is about the page
 * before this one, and the same for as long as this page lives.
 */
export function endedWhileOpening(): boolean {
  if (wasUnfinished === undefined) {
    wasUnfinished = readStoredInTab(KEY) !== undefined;
    if (wasUnfinished) writeStoredInTab(KEY, undefined);
  }
  return wasUnfinished;
}

/** Marks the tab before something is opened. The mark is removed when that has been shown and judged. */
export function beginOpening(): void {
  endedWhileOpening();
  if (isMarked) return;
  isMarked = true;
  writeStoredInTab(KEY, "yes");
}

/** Whether the tab is marked. */
export function isOpening(): boolean {
  return isMarked;
}

/** Removes the mark. */
export function finishOpening(): void {
  if (!isMarked) return;
  isMarked = false;
  writeStoredInTab(KEY, undefined);
}
