import { Dialog, Keyboard, Menu, MenuItem, Popover } from "react-aria-components";
import type { LinkedDocument } from "../../document/open";
import { rowDialogs } from "../../store/dialogs";
import { useInspector } from "../../store/inspector";
import { keysText } from "../kit/commands/keys";
import { nodeName } from "../kit/selected";
import { nodeCommands } from "./menuCommands";
import { ChildMenu, ValueEditor } from "./valueEditors/editorsLater";

interface Props {
  readonly document: LinkedDocument;
  readonly node: number;
  readonly row: number;
  /** Returns the focus to the tree. */
  readonly onClosed: () => void;
}

/**
 * What is open at the selected row: its menu, the editor of its value, or the elements that can be added to
 * it.
 */
export function TreePopovers({ document, node, row, onClosed }: Props) {
  const dialog = useInspector((state) => state.dialog);
  const anchor = findAnchor(row, dialog === "node" ? ".tree-menu" : ".tree-cell");
  if (!rowDialogs.some((name) => name === dialog) || anchor === null) return null;
  const close = (): void => {
    useInspector.getState().openDialog(undefined);
    requestAnimationFrame(onClosed); // by then, the popover has released the focus
  };
  const name = nodeName(document, node);
  const label = dialog === "node" ? `Menu for ${name}` : `Elements that can be added to ${name}`;
  return (
    <Popover
      className="popover"
      {...(dialog !== "value" && { "aria-label": label })}
      triggerRef={{ current: anchor }}
      placement={dialog === "node" ? "bottom end" : "bottom start"}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      {dialog === "node" && <NodeMenu name={name} onDone={close} />}
      {dialog === "value" && (
        <Dialog aria-label={`Value of ${name}`} className="popover-dialog">
          <ValueEditor document={document} node={node} onDone={close} />
        </Dialog>
      )}
      {dialog === "child" && <ChildMenu document={document} node={node} name={name} onDone={close} />}
    </Popover>
  );
}

/** A part of a row, at which something opens. */
function findAnchor(row: number, part: string): Element | null {
  return window.document.querySelector(`#tree-row-${row} ${part}`);
}

const list = nodeCommands.filter(({ id }) => id !== "node-menu");

/**
 * The commands of the row. A menu closes after its command has run, which can have opened an editor instead.
 */
function NodeMenu({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const disabled = useInspector((state) =>
    list
      .filter(({ isEnabled }) => !(isEnabled?.(state) ?? true))
      .map(({ id }) => id)
      .join(" "),
  );
  const closeMenu = (): void => {
    if (useInspector.getState().dialog === "node") onDone();
  };
  return (
    <Menu className="menu" aria-label={name} disabledKeys={disabled.split(" ")} autoFocus onClose={closeMenu}>
      {list.map(({ id, title, treeKeys: [keys] = [], run }) => (
        <MenuItem key={id} id={id} className="menu-item" textValue={title} onAction={run}>
          <span>{title}</span>
          {keys !== undefined && <Keyboard className="menu-hint">{keysText(keys)}</Keyboard>}
        </MenuItem>
      ))}
    </Menu>
  );
}
