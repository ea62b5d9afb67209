import {
  Autocomplete,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { keysText } from "../kit/commands/keys";
import type { MenuCommand } from "../kit/commands/menuCommand";
import { PageDialog } from "../kit/dialog/PageDialog";
import { menuCommands } from "./menuCommands";
import { menuTitles } from "./menuTitles";
import { paletteCommand } from "./paletteCommands";
import "./palette.css";

/** All commands that can be run now, found by typing part of a name. */
export default function PaletteDialog() {
  const { contains } = useFilter({ sensitivity: "base" });
  const matches = (text: string, typed: string): boolean =>
    typed.split(/\s+/).every((word) => contains(text, word));
  const doable = menuCommands.filter(
    ({ id, isEnabled }) => id !== paletteCommand.id && (isEnabled?.(useInspector.getState()) ?? true),
  );
  const run = (menuCommand: MenuCommand): void => {
    useInspector.getState().openDialog(undefined);
    menuCommand.run();
  };
  return (
    <PageDialog title="All commands">
      <Autocomplete filter={matches}>
        <SearchField className="palette-field" aria-label="Command" autoFocus>
          <Input placeholder="What do you want to do?" />
        </SearchField>
        <Menu
          className="menu palette-list"
          aria-label="Commands"
          renderEmptyState={() => <p className="palette-none">No matching commands.</p>}
        >
          {Object.entries(menuTitles).map(([menu, title]) => {
            const some = doable.filter((menuCommand) => menuCommand.menu === menu);
            return (
              some.length > 0 && (
                <MenuSection key={menu} aria-label={title}>
                  <Header className="palette-menu">{title}</Header>
                  {some.map((menuCommand) => (
                    <MenuItem
                      key={menuCommand.id}
                      id={menuCommand.id}
                      className="menu-item"
                      textValue={`${title} ${menuCommand.title} ${menuCommand.hint ?? ""}`}
                      onAction={() => run(menuCommand)}
                    >
                      <span>{menuCommand.title}</span>
                      {menuCommand.hint !== undefined && (
                        <span className="menu-hint">{menuCommand.hint}</span>
                      )}
                      {menuCommand.keys !== undefined && (
                        <Keyboard className="menu-hint">{keysText(menuCommand.keys)}</Keyboard>
                      )}
                    </MenuItem>
                  ))}
                </MenuSection>
              )
            );
          })}
        </Menu>
      </Autocomplete>
    </PageDialog>
  );
}
