import type { MenuName } from "../kit/commands/menuCommand";

/** The titles of the menus in the palette and in the list of shortcuts, in their order there. */
export const menuTitles: Readonly<Record<MenuName, string>> = {
  open: "Open",
  new: "New",
  share: "Share",
  examples: "Examples",
  craft: "Craft",
  edit: "Edit",
  go: "Go",
  copy: "Copy as",
  export: "Export",
  view: "View",
  help: "Help",
};
