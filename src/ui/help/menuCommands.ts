import { type MenuCommand, openingCommand } from "../kit/commands/menuCommand";

/** What can leave the page, and the licences of what it contains. */
export const helpCommands: readonly MenuCommand[] = [
  openingCommand("leaves", { id: "leaves", title: "What leaves this page", menu: "help" }),
  openingCommand("licences", { id: "licences", title: "Licences", menu: "help" }),
];
