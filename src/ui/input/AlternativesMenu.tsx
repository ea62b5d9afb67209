import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Alternative } from "../../formats/format";
import type { Source } from "../../store/inspector";
import { openAlternative } from "./readIntoPage";

/** The other ways to read an input; choosing one reads it that way. */
export default function AlternativesMenu({
  alternatives,
  source,
}: {
  readonly alternatives: readonly Alternative[];
  readonly source: Source;
}) {
  return (
    <MenuTrigger>
      <Button className="link-button">Read as…</Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="Other formats of this input">
          {alternatives.map((alternative) => (
            <MenuItem
              key={alternative.format}
              className="menu-item"
              textValue={alternative.title}
              onAction={() => void openAlternative(alternative, source)}
            >
              <span>{alternative.title}</span>
              <span className="menu-hint">{alternative.why}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
