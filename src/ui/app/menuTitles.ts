import type { MenuName } from "../kit/commands/menuCommand";

/** The titles of the menus, in their order in the palette and in the list of shortcuts. */
export const menuTitles: Readonly<Record<MenuName, string>> = {
  open: "Open",
  new: "New",
  edit: "Edit",
  go: "Go",
  export: "Export",
  share: "Share",
  view: "View",
  help: "Help",
};

/** What stands below the commands of a menu. */
export const menuNotes: Readonly<Partial<Record<MenuName, string>>> = {
  share: "The link holds the payload itself. Nothing is uploaded.",
};
