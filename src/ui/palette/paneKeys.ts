/** Keys that belong to one pane, and work while it has focus. */
export const paneKeys: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [pressed: string, does: string])[];
}[] = [
  {
    title: "In the tree",
    keys: [
      ["↑ ↓", "Element above, element below"],
      ["→ ←", "Open or go in; close or go to the parent"],
      ["Home End", "First, last"],
      ["Enter or F2", "Edit the value"],
      ["Shift F10", "Menu of the element"],
      ["Insert", "Put an element into it, from those that may stand there"],
      ["Alt ↑ ↓", "Move the element up or down"],
      ["Ctrl D", "Duplicate"],
      ["Ctrl X C V", "Cut, copy, paste the element with all it holds"],
      ["Delete", "Delete the element"],
    ],
  },
  {
    title: "In the bytes",
    keys: [
      ["← → ↑ ↓", "Byte before, after, above, below; with Shift a range is selected"],
      ["0 to 9, A to F", "Write over the byte, one digit after the other"],
      ["Insert", "Write between bytes instead of over them, and back"],
      ["Delete, Backspace", "Delete the selected bytes, or the byte before"],
      ["Ctrl C, Ctrl V", "Copy as hex; paste hex"],
      ["Escape", "Give an unfinished digit up"],
    ],
  },
  {
    title: "In the XML",
    keys: [
      ["Ctrl Space", "What may stand here"],
      ["Ctrl F, Ctrl H", "Find; find and replace in the XML"],
      ["Shift Alt F", "Format"],
      ["F2", "Rename the element, both tags at once"],
      ["Ctrl .", "Fixes for the problem here"],
      ["F8", "Next problem"],
    ],
  },
  {
    title: "In the problems",
    keys: [
      ["↑ ↓", "Problem above, below"],
      ["Enter", "Go to its place, and tell why"],
    ],
  },
];
