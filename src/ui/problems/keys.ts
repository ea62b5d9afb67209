import type { PaneKeys } from "../kit/commands/paneKeys";

/** Where the neighbour of a problem is that a key goes to, by the name of the key. */
export const NEIGHBOURS: Readonly<Record<string, "nextElementSibling" | "previousElementSibling">> = {
  ArrowDown: "nextElementSibling",
  ArrowUp: "previousElementSibling",
};

/** Whether a key shows or hides the details of a problem, by the name of the key. */
export const EXPANDS: Readonly<Record<string, boolean>> = { ArrowRight: true, ArrowLeft: false };

/** The keys of the list of problems. */
export const problemsKeys: PaneKeys = {
  title: "In the problems",
  keys: [
    { keys: ["ArrowUp", "ArrowDown"], shown: "↑ ↓", does: "Problem above, below" },
    { keys: ["ArrowRight", "ArrowLeft"], shown: "→ ←", does: "Show, hide the details" },
    { keys: ["Enter"], shown: "Enter", does: "Go to its place and show the details", by: "browser" },
  ],
};
