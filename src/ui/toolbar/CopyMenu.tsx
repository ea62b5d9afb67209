import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator, SubmenuTrigger } from "react-aria-components";
import { copyForms } from "../../formats/write/copyForms";
import { useEditing, useInspector } from "../../store/inspector";
import { copyText } from "../out/copyText";
import { JSON_FORM, nodeTitles } from "../out/copyTitles";
import { nodeName, selectedNode } from "../tree/selected";

/** The payload, its XML, or the selected element, to the clipboard in the form chosen. */
export function CopyMenu() {
  const editing = useEditing();
  return (
    <MenuTrigger>
      <Button className="button" isDisabled={editing === undefined}>
        Copy as
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label="Copy as">
          <NodeItem />
          <MenuItem className="menu-item" onAction={() => editing && void copyText("XML", editing.text())}>
            XML
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => void import("../out/nodeForms").then(({ copyJson }) => copyJson())}>
            {JSON_FORM}
          </MenuItem>
          {copyForms.map(({ id, title, write }) => (
            <MenuItem key={id} className="menu-item" onAction={() => editing && void copyText(title, write(editing.document.bytes))}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The selected element's own forms, in a menu beside; nothing where none is selected. */
function NodeItem() {
  const selected = selectedNode(useInspector());
  if (selected === undefined) return null;
  const name = nodeName(selected.document, selected.node);
  return (
    <>
      <SubmenuTrigger>
        <MenuItem className="menu-item" textValue={`${name} alone`}>
          <span>{name} alone</span>
          <span aria-hidden="true">▸</span>
        </MenuItem>
        <Popover className="popover">
          <Menu className="menu">
            {nodeTitles.map((title) => (
              <MenuItem
                key={title}
                className="menu-item"
                onAction={() => void import("../out/nodeForms").then(({ copyNode }) => copyNode(title))}
              >
                {title}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </SubmenuTrigger>
      <Separator className="menu-separator" />
    </>
  );
}
