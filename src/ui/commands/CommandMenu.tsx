import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import type { MenuName } from "./command";
import { commandsOf } from "./commands";
import { keysText } from "./keys";

/** Which menu, and what its button says. */
export interface CommandMenuProps {
  readonly menu: MenuName;
  readonly title: string;
}

/** A button that opens the commands of a menu. What can't be done now is greyed. */
export default function CommandMenu({ menu, title }: CommandMenuProps) {
  const list = commandsOf(menu);
  const disabled = useInspector((state) =>
    list
      .filter(({ isEnabled }) => !(isEnabled?.(state) ?? true))
      .map(({ id }) => id)
      .join(" "),
  );
  return (
    <MenuTrigger>
      <Button className="button is-command-menu">{title}</Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={title} disabledKeys={disabled.split(" ")}>
          {list.map(({ id, title: name, hint, keys, run }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={name} onAction={run}>
              <span>{name}</span>
              {hint !== undefined && <span className="menu-hint">{hint}</span>}
              {keys !== undefined && <Keyboard className="menu-hint">{keysText(keys)}</Keyboard>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
