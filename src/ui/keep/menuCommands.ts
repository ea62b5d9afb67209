import { type MenuCommand, openingCommand } from "../kit/commands/menuCommand";

/** Opens the payloads saved in this browser. */
export const keepCommands: readonly MenuCommand[] = [
  openingCommand("kept", {
    id: "keep",
    title: "Saved payloads…",
    hint: "keep in this browser, delete everything",
    menu: "open",
  }),
];
