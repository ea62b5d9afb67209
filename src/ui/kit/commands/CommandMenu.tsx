import { ChevronDown, type LucideIcon } from "lucide-react";
import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useInspector } from "../../../store/inspector";
import { Icon } from "../icons/Icon";
import { keysText } from "./keys";
import type { MenuCommand } from "./menuCommand";

/** The commands of a menu, and the title of its button. */
export interface CommandMenuProps {
  readonly commands: readonly MenuCommand[];
  readonly title: string;
  /** The icon that stands for the title. */
  readonly icon?: LucideIcon;
}

/** A button that opens a menu of commands. Those that cannot be run now are greyed out. */
export default function CommandMenu({ commands, title, icon }: CommandMenuProps) {
  const disabled = useInspector((state) =>
    commands
      .filter(({ isEnabled }) => !(isEnabled?.(state) ?? true))
      .map(({ id }) => id)
      .join(" "),
  );
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <Button className="button is-plain">
          {title}
          <Icon of={ChevronDown} isSmall />
        </Button>
      ) : (
        <Button className="icon-button" aria-label={title}>
          <Icon of={icon} />
        </Button>
      )}
      <Popover className="popover">
        <Menu className="menu" aria-label={title} disabledKeys={disabled.split(" ")}>
          {commands.map(({ id, title: name, hint, keys, run }) => (
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
