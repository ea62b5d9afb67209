/** The keys of each pane, which work while it has focus. */
export const paneKeys: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [pressed: string, does: string])[];
}[] = [
  {
    title: "In the tree",
    keys: [
      ["↑ ↓", "Element above, element below"],
      ["→ ←", "Expand, or go to the first child; collapse, or go to the parent"],
      ["Home End", "First, last"],
      ["Enter or F2", "Edit the value"],
      ["Shift F10", "Open the menu of the element"],
      ["Insert", "Add one of the child elements allowed there"],
      ["Alt ↑ ↓", "Move the element up or down"],
      ["Ctrl D", "Duplicate"],
      ["Ctrl X C V", "Cut, copy or paste the element and everything in it"],
      ["Delete", "Delete the element"],
    ],
  },
  {
    title: "In the bytes",
    keys: [
      ["← → ↑ ↓", "Previous, next, above, below; with Shift, select a range"],
      ["0 to 9, A to F", "Overwrite the byte, digit by digit"],
      ["Insert", "Switch between inserting and overwriting"],
      ["Delete, Backspace", "Delete the selected bytes, or the previous byte"],
      ["Ctrl C, Ctrl V", "Copy as hex; paste hex"],
      ["Escape", "Discard an unfinished digit"],
    ],
  },
  {
    title: "In the XML",
    keys: [
      ["Ctrl Space", "Show what is allowed at the cursor"],
      ["Ctrl F, Ctrl H", "Find; find and replace in the XML"],
      ["Shift Alt F", "Format"],
      ["F2", "Rename the element, both tags at once"],
      ["Ctrl .", "Show fixes for the problem at the cursor"],
      ["F8", "Next problem"],
    ],
  },
  {
    title: "In the problems",
    keys: [
      ["↑ ↓", "Problem above, below"],
      ["Enter", "Go to its place and show the reason"],
    ],
  },
];
