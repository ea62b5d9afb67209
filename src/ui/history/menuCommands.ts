import { editingOf, type Inspector } from "../../store/inspector";
import type { MenuCommand } from "../kit/commands/menuCommand";
import { selectedNode } from "../kit/selected";
import { labelStep, redoSteps, undoSteps } from "./history";
import { reverting } from "./revertLater";

const current = ({ captures, current: index }: Inspector) => editingOf(captures[index]);

/** Undo and redo. */
export const editCommands: readonly MenuCommand[] = [
  {
    id: "undo",
    title: "Undo",
    titleNow: (state) => labelStep("Undo", current(state)?.undo.at(-1)?.name),
    menu: "edit",
    keys: "Mod+Z",
    isEnabled: (state) => (current(state)?.undo.length ?? 0) > 0,
    run: () => undoSteps(),
  },
  {
    id: "redo",
    title: "Redo",
    titleNow: (state) => labelStep("Redo", current(state)?.redo.at(-1)?.name),
    menu: "edit",
    keys: "Mod+Shift+Z",
    isEnabled: (state) => (current(state)?.redo.length ?? 0) > 0,
    run: () => redoSteps(),
  },
];

/** Reverting to the original. */
export const revertCommands: readonly MenuCommand[] = [
  {
    id: "revert-node",
    title: "Revert this element",
    menu: "edit",
    hint: "to its original state",
    isEnabled: (state) => selectedNode(state) !== undefined,
    run: () => reverting.run(({ revertSelected }) => revertSelected()),
  },
];
