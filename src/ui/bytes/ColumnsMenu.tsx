import { Check, ChevronDown } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, type Selection } from "react-aria-components";
import { Icon } from "../kit/icons/Icon";
import { type ChosenColumns, listChoices, useColumns } from "./columns";
import { Legend } from "./Legend";

/** Says how many columns the bytes have, and opens a menu to choose; what the colours mean stands below. */
export function ColumnsMenu() {
  const { chosen, shown, choose } = useColumns();
  const choices = listChoices(chosen, shown);
  const onChange = (selection: Selection): void => {
    const wanted = choices.find((choice) => selection !== "all" && selection.has(choice));
    if (wanted !== undefined) choose(wanted);
  };
  return (
    <MenuTrigger>
      <Button className="button is-plain is-small">
        {shown} columns
        <Icon of={ChevronDown} isSmall />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Columns"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={onChange}
        >
          {choices.map((choice) => (
            <MenuItem key={choice} id={choice} className="menu-item" textValue={nameChoice(choice)}>
              {({ isSelected }) => (
                <>
                  <span>{nameChoice(choice)}</span>
                  {isSelected && <Icon of={Check} />}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
        <div className="menu-legend">
          <Legend />
        </div>
      </Popover>
    </MenuTrigger>
  );
}

function nameChoice(choice: ChosenColumns): string {
  return choice === "by-width" ? "By width" : `${choice} columns`;
}
