/** What opens at the selected row of the tree: its menu, the editor of its value, the elements to add. */
export const rowDialogs = ["node", "value", "child"] as const;

/** The name of what opens at the selected row of the tree. */
export type RowDialogName = (typeof rowDialogs)[number];

/** The dialogs that open over all panes. Their code is listed in `ui/app/dialogs.ts`. */
export type PageDialogName =
  | "omnibox"
  | "shortcuts"
  | "leaves"
  | "licences"
  | "search"
  | "templates"
  | "faults"
  | "export"
  | "input"
  | "offset"
  | "kept"
  | "notes"
  | "forget";

/** What can be open over the panes, one at a time. */
export type DialogName = RowDialogName | PageDialogName;
