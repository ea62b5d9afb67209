import { type MenuCommand, openingCommand } from "../kit/commands/menuCommand";

/** Opens the omnibox, which finds commands, exchanges and documentation, and takes what is pasted. */
export const omniboxCommand = openingCommand("omnibox", {
  id: "omnibox",
  title: "Search, run a command, or paste…",
  menu: "help",
  keys: "Mod+K",
});

/** The omnibox and the list of shortcuts. */
export const omniboxCommands: readonly MenuCommand[] = [
  omniboxCommand,
  openingCommand("shortcuts", { id: "shortcuts", title: "Keyboard shortcuts", menu: "help", keys: "?" }),
];
