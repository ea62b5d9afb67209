import { useInspector } from "../../store/inspector";
import { hasPayload, type MenuCommand } from "../commands/menuCommand";
import { selectedNode } from "../tree/selected";

/** Comparing and reverting. */
export const compareCommands: readonly MenuCommand[] = [
  {
    id: "compare",
    title: "Compare…",
    menu: "view",
    hint: "with the payload as it was opened, or two captures",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("compare"),
  },
  {
    id: "revert-node",
    title: "Revert this element",
    menu: "edit",
    hint: "to what it was when opened",
    isEnabled: (state) => selectedNode(state) !== undefined,
    run: () => void import("./revert").then(({ revertSelected }) => revertSelected()),
  },
];
