import { Check, Columns3 } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "../kit/icons/Icon";
import { columns } from "./columns";
import { chooseColumns, useSessionTable } from "./tableState";

/** A button whose menu has a check for each column of the table. */
export function ColumnsMenu() {
  const hidden = useSessionTable((state) => state.hidden);
  const choosable = columns.filter(({ id }) => id !== "number");
  const shown = choosable.map(({ id }) => id).filter((id) => !hidden.has(id));
  return (
    <MenuTrigger>
      <Button className="button is-plain">
        <Icon of={Columns3} />
        Columns
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Columns"
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={(keys) =>
            chooseColumns(
              new Set(choosable.map(({ id }) => id).filter((id) => keys === "all" || keys.has(id))),
            )
          }
        >
          {choosable.map(({ id, title }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={title}>
              {({ isSelected }) => (
                <>
                  <span>{title}</span>
                  {isSelected && <Icon of={Check} />}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
