import type { LucideIcon } from "lucide-react";
import type { PageDialogName } from "../../../store/dialogs";
import { type Inspector, useInspector } from "../../../store/inspector";

/** The menus that contain commands; the palette lists them all. */
export type MenuName = "open" | "new" | "edit" | "go" | "view" | "export" | "share" | "help";

/** A part of a menu. A rule separates it from the part before; a heading says what its commands share. */
export interface MenuSection {
  readonly heading?: string;
}

/** A menu inside a menu. */
export interface Submenu {
  readonly title: string;
  readonly icon?: LucideIcon;
}

/** Something the user can run. It is listed in a menu and in the palette, and can have keys. */
export interface MenuCommand {
  /** Stable name in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** A short addition, such as the section an example comes from. */
  readonly hint?: string;
  /** A short addition that takes a moment to find out; a menu asks for it when it opens. */
  readonly measure?: (state: Inspector) => Promise<string | undefined>;
  readonly icon?: LucideIcon;
  /** The part of the menu that it belongs to; commands of a part follow each other. */
  readonly section?: MenuSection;
  /** The submenu that it belongs to; its commands follow each other. */
  readonly submenu?: Submenu;
  /** What it is called in its submenu, whose title says the rest. */
  readonly shortTitle?: string;
  /** Whether the palette lists it, and its menu does not. */
  readonly isOnlyInOmnibox?: boolean;
  /** Keys that run it anywhere on the page, such as "Mod+Shift+Z"; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /** Whether it can be run now. If omitted, it always can. */
  readonly isEnabled?: (state: Inspector) => boolean;
  /** What it is called now, where that depends on the state, such as on what would be undone. */
  readonly titleNow?: (state: Inspector) => string;
  /**
   * What its menu lists in its place now: several commands, or none. The palette lists the command itself.
   */
  readonly listNow?: (state: Inspector) => readonly MenuCommand[];
  /** The dialog that it opens, if it does no more than that. */
  readonly opens?: PageDialogName;
  readonly run: () => void;
}

/** A command that opens a dialog over all panes. */
export function openingCommand(
  opens: PageDialogName,
  command: Omit<MenuCommand, "opens" | "run">,
): MenuCommand {
  return { ...command, opens, run: () => useInspector.getState().openDialog(opens) };
}

/** What a command is called now. */
export function getTitle({ title, titleNow }: MenuCommand, state: Inspector): string {
  return titleNow?.(state) ?? title;
}

/** The commands of a menu as it lists them now. */
export function listMenuNow(commands: readonly MenuCommand[], state: Inspector): readonly MenuCommand[] {
  return commands
    .flatMap((command) => command.listNow?.(state) ?? [command])
    .map((command) =>
      command.titleNow === undefined ? command : { ...command, title: getTitle(command, state) },
    );
}

/** Whether a command can be run now. */
export function isDoable({ isEnabled }: MenuCommand, state: Inspector): boolean {
  return isEnabled?.(state) ?? true;
}

/** Whether the capture that is shown has a payload, which can be edited and copied. */
export function hasPayload({ captures, current }: Inspector): boolean {
  return captures[current]?.content?.kind === "payload";
}

/** Whether anything is open. */
export function hasCaptures({ captures }: Inspector): boolean {
  return captures.length > 0;
}
