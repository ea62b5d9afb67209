import { useInspector } from "../../store/inspector";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { selectedNode } from "../kit/selected";

/** Comparing and reverting. */
export const compareCommands: readonly MenuCommand[] = [
  {
    id: "compare",
    title: "Compare…",
    menu: "view",
    hint: "with the original payload, or two captures",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("compare"),
  },
  {
    id: "revert-node",
    title: "Revert this element",
    menu: "edit",
    hint: "to its original state",
    isEnabled: (state) => selectedNode(state) !== undefined,
    run: () => void import("./revert").then(({ revertSelected }) => revertSelected()),
  },
];
