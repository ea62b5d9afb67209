import { Ellipsis } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { type PaneName, panes } from "../../store/panes";
import type { PaneCommand } from "../kit/commands/paneCommand";
import { Icon } from "../kit/icons/Icon";
import { toggleFold, toggleMaximized } from "./folding";

interface Props {
  readonly name: PaneName;
  readonly title: string;
  /** What it does with the content of the pane, before all else. */
  readonly commands?: readonly PaneCommand[] | undefined;
}

const NONE: readonly PaneCommand[] = [];

/** The menu of a pane: gives it the centre, hides it, and shows panes that are hidden. */
export function PaneMenu({ name, title, commands = NONE }: Props) {
  const folded = useInspector((state) => state.folded);
  const isMaximized = useInspector((state) => state.maximized === name);
  const hasPlace = panes.some((pane) => pane.name === name && pane.place !== "aside");
  const hidden = panes.filter((pane) => folded.has(pane.name) && pane.name !== "captures");
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Menu of the pane ${title}`}>
        <Icon of={Ellipsis} />
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={`Menu of the pane ${title}`}>
          {commands.map((command) => (
            <MenuItem
              key={command.title}
              className="menu-item"
              isDisabled={!(command.isEnabled?.() ?? true)}
              onAction={command.run}
            >
              {command.title}
            </MenuItem>
          ))}
          {commands.length > 0 && <Separator className="menu-separator" />}
          {hasPlace && (
            <MenuItem className="menu-item" onAction={() => toggleMaximized(name)}>
              {isMaximized ? "Restore the other panes" : "Maximize"}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={() => toggleFold(name)}>
            Hide {title}
          </MenuItem>
          {hidden.map((pane) => (
            <MenuItem key={pane.name} className="menu-item" onAction={() => toggleFold(pane.name)}>
              Show {pane.title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
