import "./valueEditors.css";
import { useMemo } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from "react-aria-components";
import { offerChildren } from "../../../assist/complete";
import { findPlace } from "../../../document/edits/place";
import type { LinkedDocument } from "../../../document/open";
import { pickKnownFacts } from "../../../session/messageContext";
import { useCurrent, useEditing } from "../../../store/inspector";
import { readContext } from "../../context/easFacts";
import { addChild } from "../treeActions";

/** The element to add a child to. */
export interface ChildMenuProps {
  readonly document: LinkedDocument;
  readonly node: number;
  readonly name: string;
  readonly onDone: () => void;
}

/**
 * The elements that can still be added to an element, required ones first; found by typing part of a name.
 */
export default function ChildMenu({ document, node, name, onDone }: ChildMenuProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const editing = useEditing();
  const open = useCurrent();
  const offers = useMemo(() => {
    const place = findPlace(document, node)?.node;
    if (place?.kind !== "element" || editing === undefined) return [];
    const context = readContext(open);
    // to the completion, a self-closing tag must look open
    const isEmpty = place.closing.from === place.closing.to;
    const xml = isEmpty
      ? document.xml.slice(0, place.tag.to).replace(/\/>$/, ">")
      : document.xml.slice(0, place.closing.from);
    return offerChildren(xml, xml.length, { folder: context.folder, ...pickKnownFacts(context) });
  }, [document, node, editing, open]);
  return (
    <div className="child-menu">
      <Autocomplete filter={contains}>
        <SearchField className="palette-field" aria-label={`Element to add to ${name}`} autoFocus>
          <Input placeholder={`What to add to ${name}`} />
        </SearchField>
        <Menu
          className="menu child-list"
          aria-label={`Elements for ${name}`}
          renderEmptyState={() => (
            <p className="palette-none">The specification allows no more elements here.</p>
          )}
        >
          {offers.map(({ label, xml, required, detail }) => (
            <MenuItem
              key={label}
              id={label}
              className="menu-item"
              textValue={label}
              onAction={() => {
                onDone();
                addChild(label, xml);
              }}
            >
              <span>
                {label}
                {required && <span className="menu-hint"> required</span>}
              </span>
              <span className="menu-hint child-detail">{detail}</span>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </div>
  );
}
