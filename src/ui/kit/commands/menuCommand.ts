import type { PageDialogName } from "../../../store/dialogs";
import { type Inspector, useInspector } from "../../../store/inspector";

/** The menus that contain commands; the palette lists them all. */
export type MenuName =
  | "open"
  | "new"
  | "share"
  | "examples"
  | "craft"
  | "edit"
  | "copy"
  | "export"
  | "view"
  | "go"
  | "help";

/** Something the user can run. It is listed in a menu and in the palette, and can have keys. */
export interface MenuCommand {
  /** Stable name in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** A short addition, such as the section an example comes from. */
  readonly hint?: string;
  /** Keys that run it anywhere on the page, such as "Mod+Shift+Z"; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /** Whether it can be run now. If omitted, it always can. */
  readonly isEnabled?: (state: Inspector) => boolean;
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

/** Whether the capture that is shown has a payload, which can be edited and copied. */
export function hasPayload({ captures, current }: Inspector): boolean {
  return captures[current]?.content?.kind === "payload";
}

/** Whether anything is open. */
export function hasCaptures({ captures }: Inspector): boolean {
  return captures.length > 0;
}
