import type { Inspector } from "../../store/inspector";

/** The menus that commands stand in; the palette lists them all. */
export type MenuName = "open" | "examples" | "craft" | "edit" | "copy" | "export" | "view" | "go" | "help";

/** Something a person can do: it stands in a menu and in the palette, and may have keys. */
export interface Command {
  /** Stable name in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** A few words more, such as the section an example is from. */
  readonly hint?: string;
  /** Keys that do it anywhere on the page, such as "Mod+Shift+Z"; Mod is Ctrl, and Command on a Mac. */
  readonly keys?: string;
  /** Whether it can be done now; always, where it is left out. */
  readonly isEnabled?: (state: Inspector) => boolean;
  readonly run: () => void;
}

/** Whether a payload is shown that can be edited or copied. */
export function hasPayload({ captures, current }: Inspector): boolean {
  return captures[current]?.content?.kind === "payload";
}

/** Whether anything is open. */
export function hasCaptures({ captures }: Inspector): boolean {
  return captures.length > 0;
}
