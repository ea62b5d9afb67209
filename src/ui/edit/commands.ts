import { editingOf, type Inspector } from "../../store/inspector";
import type { Command } from "../commands/command";
import { bringBack, takeBack } from "./history";

const current = ({ captures, current: index }: Inspector) => editingOf(captures[index]);

/** Undo and redo. */
export const editCommands: readonly Command[] = [
  {
    id: "undo",
    title: "Undo",
    menu: "edit",
    keys: "Mod+Z",
    isEnabled: (state) => (current(state)?.undo.length ?? 0) > 0,
    run: () => takeBack(),
  },
  {
    id: "redo",
    title: "Redo",
    menu: "edit",
    keys: "Mod+Shift+Z",
    isEnabled: (state) => (current(state)?.redo.length ?? 0) > 0,
    run: () => bringBack(),
  },
];
