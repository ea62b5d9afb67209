import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { bringBack, takeBack } from "./history";

const MOST_SHOWN = 30;

/** The names of all steps, the last first: those that were done, and those that were undone. */
export interface StepsMenuProps {
  readonly done: readonly string[];
  readonly undone: readonly string[];
}

/** All steps by name: choosing one goes back, or forward again, to just before or after it. */
export default function StepsMenu({ done, undone }: StepsMenuProps) {
  return (
    <MenuTrigger>
      <Button
        className="button is-icon is-slim"
        aria-label="History"
        isDisabled={done.length + undone.length === 0}
      >
        ▾
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="History">
          <MenuSection aria-label="Undo">
            {done.slice(0, MOST_SHOWN).map((name, index) => (
              <MenuItem
                key={`undo ${index}`}
                className="menu-item"
                textValue={`Undo ${name}`}
                onAction={() => takeBack(index + 1)}
              >
                <span>Undo {name}</span>
                {index > 0 && <span className="menu-hint">and {index} after it</span>}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Redo">
            {undone.slice(0, MOST_SHOWN).map((name, index) => (
              <MenuItem
                key={`redo ${index}`}
                className="menu-item"
                textValue={`Redo ${name}`}
                onAction={() => bringBack(index + 1)}
              >
                <span>Redo {name}</span>
                {index > 0 && <span className="menu-hint">and {index} before it</span>}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
