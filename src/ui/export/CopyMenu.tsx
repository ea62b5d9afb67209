import { ChevronRight } from "lucide-react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { hasPayload } from "../kit/commands/menuCommand";
import { Icon } from "../kit/icons/Icon";
import { nodeName, selectedNode } from "../kit/selected";
import { copyCommands, copying } from "./copyCommands";
import { nodeForms } from "./forms";

/** Copies the payload, its XML or the selected element to the clipboard, in the form chosen. */
export default function CopyMenu() {
  const isOpen = useInspector(hasPayload);
  return (
    <MenuTrigger>
      <Button className="button" isDisabled={!isOpen}>
        Copy as
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="Copy as">
          <NodeItem />
          {copyCommands.map(({ id, title, run }) => (
            <MenuItem key={id} className="menu-item" onAction={run}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The forms of the selected element, in a submenu; nothing if no element is selected. */
function NodeItem() {
  const selected = selectedNode(useInspector());
  if (selected === undefined) return null;
  const name = nodeName(selected.document, selected.node);
  return (
    <>
      <SubmenuTrigger>
        <MenuItem className="menu-item" textValue={`Only ${name}`}>
          <span>Only {name}</span>
          <Icon of={ChevronRight} isSmall />
        </MenuItem>
        <Popover className="popover">
          <Menu className="menu">
            {nodeForms.map((form) => (
              <MenuItem
                key={form.id}
                className="menu-item"
                onAction={() => copying.run(({ copyNode }) => copyNode(form))}
              >
                {form.title}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </SubmenuTrigger>
      <Separator className="menu-separator" />
    </>
  );
}
