import type { RowDialogName } from "../../store/dialogs";
import { type Inspector, useInspector } from "../../store/inspector";
import { isElement, parentOf } from "../../wbxml/tokenTable";
import type { MenuCommand } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";
import { hasValue, selectedNode, valueLeaf } from "../kit/selected";

/** Runs an action. The actions are loaded when the first one is needed. */
export const { run: act } = laterCode(() => import("./treeActions"));

/** Opens a menu or editor at the selected row of the tree, and unfolds the tree if needed. */
export function openAtRow(dialog: RowDialogName): void {
  const { folded, setFolded, openDialog } = useInspector.getState();
  if (folded.has("tree")) setFolded(new Set([...folded].filter((pane) => pane !== "tree")));
  openDialog(dialog);
}

const isSelected = (state: Inspector): boolean => selectedNode(state) !== undefined;
const isInside = (state: Inspector): boolean => {
  const selected = selectedNode(state);
  return selected !== undefined && parentOf(selected.document.tree.tokens, selected.node) >= 0;
};
const isElementSelected = (state: Inspector): boolean => {
  const selected = selectedNode(state);
  return selected !== undefined && isElement(selected.document.tree.tokens, selected.node);
};
const hasValueSelected = (state: Inspector): boolean => {
  const selected = selectedNode(state);
  return selected !== undefined && hasValue(selected.document, selected.node);
};
const hasLeafSelected = (state: Inspector): boolean => {
  const selected = selectedNode(state);
  return (
    selected !== undefined &&
    hasValue(selected.document, selected.node) &&
    valueLeaf(selected.document, selected.node) >= 0
  );
};
const isEmptySelected = (state: Inspector): boolean =>
  isElementSelected(state) && hasValueSelected(state) && !hasLeafSelected(state);

/** A command on the selected element; its keys work while the tree has focus. */
export interface NodeCommand extends MenuCommand {
  /** Keys in the tree, such as "Alt+ArrowUp"; the menu shows the first. */
  readonly treeKeys?: readonly string[];
}

/** The copies of the selected element; the first only where it has a value. */
const copyCommands: readonly NodeCommand[] = [
  {
    id: "copy-value",
    title: "Copy value",
    menu: "edit",
    isEnabled: hasLeafSelected,
    run: () => act(({ copyNode }) => void copyNode("value")),
  },
  {
    id: "copy-node-xml",
    title: "Copy as XML",
    menu: "edit",
    isEnabled: isSelected,
    run: () => act(({ copyNode }) => void copyNode("XML")),
  },
  {
    id: "copy-node-hex",
    title: "Copy as hex",
    menu: "edit",
    isEnabled: isSelected,
    run: () => act(({ copyNode }) => void copyNode("hex")),
  },
];

/** What can be done with the selected element. */
export const nodeCommands: readonly NodeCommand[] = [
  {
    id: "edit-value",
    title: "Edit value…",
    menu: "edit",
    treeKeys: ["F2", "Enter"],
    isEnabled: hasValueSelected,
    run: () => openAtRow("value"),
  },
  {
    id: "add-child",
    title: "Add child…",
    menu: "edit",
    treeKeys: ["Insert"],
    isEnabled: isElementSelected,
    run: () => openAtRow("child"),
  },
  ...copyCommands,
  {
    id: "duplicate",
    title: "Duplicate element",
    menu: "edit",
    treeKeys: ["Mod+D"],
    isEnabled: isInside,
    run: () => act(({ duplicateSelected }) => duplicateSelected()),
  },
  {
    id: "move-up",
    title: "Move element up",
    menu: "edit",
    treeKeys: ["Alt+ArrowUp"],
    isEnabled: isInside,
    run: () => act(({ moveSelected }) => moveSelected("up")),
  },
  {
    id: "move-down",
    title: "Move element down",
    menu: "edit",
    treeKeys: ["Alt+ArrowDown"],
    isEnabled: isInside,
    run: () => act(({ moveSelected }) => moveSelected("down")),
  },
  {
    id: "delete",
    title: "Delete element",
    menu: "edit",
    treeKeys: ["Delete", "Backspace"],
    isEnabled: isInside,
    run: () => act(({ removeSelected }) => removeSelected()),
  },
  {
    id: "toggle-opaque",
    title: "Toggle string and opaque data",
    menu: "edit",
    isEnabled: hasLeafSelected,
    run: () => act(({ toggleOpaque }) => toggleOpaque()),
  },
  {
    id: "toggle-content",
    title: "Toggle content bit",
    menu: "edit",
    hint: "on an empty element",
    isEnabled: isEmptySelected,
    run: () => act(({ toggleContentBit }) => toggleContentBit()),
  },
  {
    id: "node-menu",
    title: "Element menu",
    menu: "edit",
    treeKeys: ["Shift+F10", "ContextMenu"],
    isEnabled: isSelected,
    run: () => openAtRow("node"),
  },
];
