import { Menu, MenuItem, Popover } from "react-aria-components";
import type { ListRow } from "./listRows";
import { listRowActions } from "./rowActions";

interface Props {
  readonly row: ListRow;
  /** The identifier of the row's element. */
  readonly id: string;
  /** Takes the menu away, and gives the focus back to the list. */
  readonly onClosed: () => void;
}

/** The menu of a row. */
export function RowMenu({ row, id, onClosed }: Props) {
  const anchor = document.getElementById(id);
  if (anchor === null) return null;
  const actions = listRowActions(row);
  const disabled = actions.filter(({ isEnabled }) => !isEnabled).map((action) => action.id);
  const name = row.kind === "exchange" ? `Menu of exchange ${row.listed.exchange.name}` : "Menu of the group";
  return (
    <Popover
      className="popover"
      triggerRef={{ current: anchor }}
      placement="bottom end"
      aria-label={name}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClosed()}
    >
      <Menu className="menu" aria-label={name} disabledKeys={disabled} autoFocus="first" onClose={onClosed}>
        {actions.map(({ id: key, title, run }) => (
          <MenuItem key={key} id={key} className="menu-item" textValue={title} onAction={run}>
            <span>{title}</span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
