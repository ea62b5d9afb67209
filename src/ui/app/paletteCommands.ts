import { type MenuCommand, openingCommand } from "../kit/commands/menuCommand";

/** Opens the palette. */
export const paletteCommand = openingCommand("palette", {
  id: "palette",
  title: "All commands…",
  menu: "help",
  keys: "Mod+K",
});

/** The palette and the list of shortcuts. */
export const paletteCommands: readonly MenuCommand[] = [
  paletteCommand,
  openingCommand("shortcuts", { id: "shortcuts", title: "Keyboard shortcuts", menu: "help", keys: "?" }),
];
