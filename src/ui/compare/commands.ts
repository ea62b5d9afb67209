import { useInspector } from "../../store/inspector";
import { type Command, hasPayload } from "../commands/command";
import { selectedNode } from "../tree/selected";

/** Compare, and put back. */
export const compareCommands: readonly Command[] = [
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
