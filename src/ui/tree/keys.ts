import type { PaneKeys } from "../kit/commands/paneKeys";

/** Where the keys of the tree go from the selected row. */
export interface TreeMoves {
  /** Goes to a number of rows below, or above if it is negative. */
  readonly by: (rows: number) => void;
  readonly toFirst: () => void;
  readonly toLast: () => void;
  /** Expands the element, or goes to its first child. */
  readonly in: () => void;
  /** Collapses the element, or goes to its parent. */
  readonly out: () => void;
  /** How many rows the Page keys move. */
  readonly pageSize: number;
}

/** What the keys do that move in the tree. Those of the commands on an element are in `menuCommands.ts`. */
export function listTreeMoves(moves: TreeMoves): Readonly<Record<string, () => void>> {
  return {
    ArrowDown: () => moves.by(1),
    ArrowUp: () => moves.by(-1),
    Home: moves.toFirst,
    End: moves.toLast,
    PageDown: () => moves.by(moves.pageSize),
    PageUp: () => moves.by(-moves.pageSize),
    ArrowRight: moves.in,
    ArrowLeft: moves.out,
  };
}

/** The keys of the tree. */
export const treeKeys: PaneKeys = {
  title: "In the tree",
  keys: [
    { keys: ["ArrowUp", "ArrowDown"], shown: "↑ ↓", does: "Element above, element below" },
    {
      keys: ["ArrowRight", "ArrowLeft"],
      shown: "→ ←",
      does: "Expand, or go to the first child; collapse, or go to the parent",
    },
    { keys: ["Home", "End"], shown: "Home End", does: "First, last" },
    { keys: ["PageUp", "PageDown"], shown: "Page Up, Page Down", does: "A page up, a page down" },
    { keys: ["Enter", "F2"], shown: "Enter or F2", does: "Edit the value" },
    { keys: ["Shift+F10", "ContextMenu"], shown: "Shift F10", does: "Open the menu of the element" },
    { keys: ["Insert"], shown: "Insert", does: "Add one of the child elements allowed there" },
    { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], shown: "Alt ↑ ↓", does: "Move the element up or down" },
    { keys: ["Mod+D"], shown: "Ctrl D", does: "Duplicate" },
    {
      keys: ["Mod+X", "Mod+C", "Mod+V"],
      shown: "Ctrl X C V",
      does: "Cut, copy or paste the element and everything in it",
      by: "browser",
    },
    { keys: ["Delete", "Backspace"], shown: "Delete, Backspace", does: "Delete the element" },
  ],
};
