import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { useEditing } from "../../store/inspector";
import { bringBack, takeBack } from "./history";

const MOST_SHOWN = 30;

/** Undo, redo, and all steps by name: choosing one goes back, or forward again, to just before or after it. */
export function HistoryMenu() {
  const editing = useEditing();
  const done = (editing?.undo ?? []).map(({ name }) => name).reverse();
  const undone = (editing?.redo ?? []).map(({ name }) => name).reverse();
  const [undoName] = done;
  const [redoName] = undone;
  return (
    <>
      <Button
        className="button is-icon"
        aria-label={undoName === undefined ? "Undo" : `Undo ${undoName}`}
        isDisabled={undoName === undefined}
        onPress={() => takeBack()}
      >
        ↶
      </Button>
      <Button
        className="button is-icon"
        aria-label={redoName === undefined ? "Redo" : `Redo ${redoName}`}
        isDisabled={redoName === undefined}
        onPress={() => bringBack()}
      >
        ↷
      </Button>
      <MenuTrigger>
        <Button className="button is-icon is-slim" aria-label="History" isDisabled={undoName === undefined && redoName === undefined}>
          ▾
        </Button>
        <Popover className="popover">
          <Menu className="menu" aria-label="History">
            <MenuSection aria-label="Undo">
              {done.slice(0, MOST_SHOWN).map((name, index) => (
                <MenuItem key={`undo ${index}`} className="menu-item" textValue={`Undo ${name}`} onAction={() => takeBack(index + 1)}>
                  <span>Undo {name}</span>
                  {index > 0 && <span className="menu-hint">and {index} after it</span>}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuSection aria-label="Redo">
              {undone.slice(0, MOST_SHOWN).map((name, index) => (
                <MenuItem key={`redo ${index}`} className="menu-item" textValue={`Redo ${name}`} onAction={() => bringBack(index + 1)}>
                  <span>Redo {name}</span>
                  {index > 0 && <span className="menu-hint">and {index} before it</span>}
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
