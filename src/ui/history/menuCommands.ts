import { editingOf, type Inspector } from "../../store/inspector";
import type { MenuCommand } from "../kit/commands/menuCommand";
import { redoSteps, undoSteps } from "./history";

const current = ({ captures, current: index }: Inspector) => editingOf(captures[index]);

/** Undo and redo. */
export const editCommands: readonly MenuCommand[] = [
  {
    id: "undo",
    title: "Undo",
    menu: "edit",
    keys: "Mod+Z",
    isEnabled: (state) => (current(state)?.undo.length ?? 0) > 0,
    run: () => undoSteps(),
  },
  {
    id: "redo",
    title: "Redo",
    menu: "edit",
    keys: "Mod+Shift+Z",
    isEnabled: (state) => (current(state)?.redo.length ?? 0) > 0,
    run: () => redoSteps(),
  },
];
