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
import type { Command, MenuName } from "../commands/command";
import { commands } from "../commands/commands";
import { keysText } from "../commands/keys";
import { PageDialog } from "../dialog/PageDialog";
import "./palette.css";

/** What the palette and the list of keys call each menu. */
export const MENU_TITLES: Readonly<Record<MenuName, string>> = {
  open: "Open",
  examples: "Examples",
  craft: "Craft",
  edit: "Edit",
  go: "Go",
  copy: "Copy as",
  export: "Export",
  view: "View",
  help: "Help",
};

/** Everything that can be done now, found by typing a part of its name. */
export default function PaletteDialog() {
  const { contains } = useFilter({ sensitivity: "base" });
  const matches = (text: string, typed: string): boolean =>
    typed.split(/\s+/).every((word) => contains(text, word));
  const doable = commands.filter(
    ({ id, isEnabled }) => id !== "palette" && (isEnabled?.(useInspector.getState()) ?? true),
  );
  const run = (command: Command): void => {
    useInspector.getState().openDialog(undefined);
    command.run();
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
          renderEmptyState={() => <p className="palette-none">No command has that name.</p>}
        >
          {Object.entries(MENU_TITLES).map(([menu, title]) => {
            const some = doable.filter((command) => command.menu === menu);
            return (
              some.length > 0 && (
                <MenuSection key={menu} aria-label={title}>
                  <Header className="palette-menu">{title}</Header>
                  {some.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      className="menu-item"
                      textValue={`${title} ${command.title} ${command.hint ?? ""}`}
                      onAction={() => run(command)}
                    >
                      <span>{command.title}</span>
                      {command.hint !== undefined && <span className="menu-hint">{command.hint}</span>}
                      {command.keys !== undefined && (
                        <Keyboard className="menu-hint">{keysText(command.keys)}</Keyboard>
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
