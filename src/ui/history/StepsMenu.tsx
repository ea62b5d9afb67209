import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { formatCount } from "../../eas/values/reading";
import { stepsLook } from "../kit/commands/menuLook";
import { redoSteps, undoSteps } from "./history";

const MAX_SHOWN = 30;

/** The names of the steps that were done and of those that were undone, latest first. */
export interface StepsMenuProps {
  readonly done: readonly string[];
  readonly undone: readonly string[];
}

/** All steps by name. Choosing one undoes or redoes everything up to and including it. */
export default function StepsMenu({ done, undone }: StepsMenuProps) {
  return (
    <MenuTrigger>
      <Button
        className={stepsLook.className}
        aria-label={stepsLook.title}
        isDisabled={done.length + undone.length === 0}
      >
        {stepsLook.label}
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="History">
          <MenuSection aria-label="Undo">
            {done.slice(0, MAX_SHOWN).map((name, index) => (
              <MenuItem
                key={`undo ${index}`}
                className="menu-item"
                textValue={`Undo: ${name}`}
                onAction={() => undoSteps(index + 1)}
              >
                <span>Undo: {name}</span>
                {index > 0 && <span className="menu-hint">and {formatCount(index, "later step")}</span>}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Redo">
            {undone.slice(0, MAX_SHOWN).map((name, index) => (
              <MenuItem
                key={`redo ${index}`}
                className="menu-item"
                textValue={`Redo: ${name}`}
                onAction={() => redoSteps(index + 1)}
              >
                <span>Redo: {name}</span>
                {index > 0 && <span className="menu-hint">and {formatCount(index, "earlier step")}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
