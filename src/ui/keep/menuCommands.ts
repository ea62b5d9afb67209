import { BookOpen, X } from "lucide-react";
import { type MenuCommand, type MenuSection, openingCommand } from "../kit/commands/menuCommand";

const kept: MenuSection = {};

/** Opens what was kept on this computer, and deletes everything. */
export const keepCommands: readonly MenuCommand[] = [
  openingCommand("kept", {
    id: "keep",
    title: "Kept on this computer…",
    menu: "open",
    icon: BookOpen,
    section: kept,
  }),
  openingCommand("forget", {
    id: "forget",
    title: "Forget everything…",
    menu: "open",
    icon: X,
    section: kept,
  }),
];
