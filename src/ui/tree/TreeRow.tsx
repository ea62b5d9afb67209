import { ChevronDown, ChevronRight, Ellipsis } from "lucide-react";
import { type CSSProperties, type MouseEvent, memo } from "react";
import type { ByteRange } from "../../bytes/range";
import type { Difference } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import { findSiblingPlace } from "../../document/siblings";
import type { MessageContext } from "../../session/messageContext";
import { useInspector } from "../../store/inspector";
import { isElement, nodeRange, startOf } from "../../wbxml/tokenTable";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";
import { hasValue } from "../kit/selected";
import type { FolderNames } from "./folderNames";
import type { RowMark } from "./marks";
import { openAtRow } from "./menuCommands";
import { type RowParts, readRowParts } from "./rowParts";
import { isClosable, rowAtByte } from "./rows";
import { type RowWords, tellRow } from "./rowWords";
import { useRowMeaning } from "./useRowMeaning";

interface RowProps {
  readonly document: LinkedDocument;
  readonly rows: TreeRows;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly context: MessageContext | undefined;
  readonly folders: FolderNames;
  readonly mark: RowMark | undefined;
  readonly change: Difference | undefined;
  readonly onGo: (row: number) => void;
}

/**
 * One row: the name of a node in the first column, in the second its value, what that means, and what is
 * wrong with it.
 */
export const TreeRow = memo(function TreeRow({
  document,
  rows,
  index,
  top,
  isActive,
  context,
  folders,
  mark,
  change,
  onGo,
}: RowProps) {
  const node = rows.nodes[index] ?? 0;
  const { tokens } = document.tree;
  const offset = startOf(tokens, node);
  const range = nodeRange(tokens, node);
  const isHovered = useIsHovered(document, rows, index, range);
  const isFolded = useInspector(({ collapsed }) => collapsed.has(offset));
  const closable = isElement(tokens, node) && isClosable(document, node);
  const parts = readRowParts(document, node, isFolded);
  const { meaning, isElsewhere } = useRowMeaning(document, node, context, folders);
  const words = tellRow(parts, meaning, mark, change);
  return (
    <div
      id={`tree-row-${index}`}
      className={joinClasses("tree-row", `is-${parts.kind}`, {
        "is-active": isActive,
        "is-hovered": isHovered,
        "is-changed": words.change !== "",
        "is-elsewhere": isElsewhere,
        "is-failed": mark?.severity === "failure",
      })}
      role="treeitem"
      tabIndex={-1}
      aria-label={words.name}
      {...(parts.prefix !== "" && { "aria-description": parts.namespace })}
      aria-level={(rows.depths[index] ?? 0) + 1}
      {...tellPlace(document, node)}
      aria-selected={isActive}
      aria-expanded={closable ? !isFolded : undefined}
      style={{ transform: `translateY(${top}px)`, "--depth": rows.depths[index] ?? 0 } as CSSProperties}
      onClick={() => onGo(index)}
      onDoubleClick={() => hasValue(document, node) && openAtRow("value")}
      onContextMenu={(event) => {
        event.preventDefault();
        onGo(index);
        openAtRow("node");
      }}
      onPointerEnter={() => useInspector.getState().point(range, "tree")}
    >
      <span className="tree-names" title={words.tooltip}>
        <span className="tree-guides" />
        {closable ? <Toggle offset={offset} isFolded={isFolded} /> : <span className="tree-toggle" />}
        {parts.prefix !== "" && <span className="tree-prefix">{parts.prefix}:</span>}
        <span className="tree-name">{parts.name}</span>
      </span>{" "}
      <ValueCell parts={parts} words={words} onGo={() => onGo(index)} />
    </div>
  );
});

interface ValueCellProps {
  readonly parts: RowParts;
  readonly words: RowWords;
  readonly onGo: () => void;
}

/** The value of a row, what it means, the sign of what is wrong, and the button of the menu. */
function ValueCell({ parts: { name, value, isBytes }, words, onGo }: ValueCellProps) {
  return (
    <span className="tree-cell" title={words.tooltip}>
      {value !== "" && <span className={joinClasses("tree-value", { "is-bytes": isBytes })}>{value}</span>}
      <span> </span>
      {words.meaning !== "" && (
        <span className={joinClasses("tree-meaning", { "is-behind": value !== "" })}>{words.meaning}</span>
      )}
      {words.icon !== undefined && <SeverityIcon severity={words.icon} />}
      <MenuButton name={name} onGo={onGo} />
    </span>
  );
}

/** Tells a screen reader which of its parent's children a node is. */
function tellPlace(document: LinkedDocument, node: number) {
  const { position, count } = findSiblingPlace(document, node);
  return { "aria-setsize": count, "aria-posinset": position };
}

/** Whether the range hovered in any pane is in this row's node, but in no row below it. */
function useIsHovered(document: LinkedDocument, rows: TreeRows, index: number, range: ByteRange): boolean {
  return useInspector(
    ({ hover }) =>
      hover !== undefined &&
      hover.range.start >= range.start &&
      hover.range.end <= range.end &&
      rowAtByte(document, rows, hover.range.start) === index,
  );
}

function Toggle({ offset, isFolded }: { readonly offset: number; readonly isFolded: boolean }) {
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    useInspector.getState().toggle(offset);
  };
  return (
    <span className="tree-toggle" aria-hidden="true" onClick={toggle}>
      <Icon of={isFolded ? ChevronRight : ChevronDown} isSmall />
    </span>
  );
}

/** Opens the menu of its row. It shows where the pointer is, on the selected row, and on touch screens. */
function MenuButton({ name, onGo }: { readonly name: string; readonly onGo: () => void }) {
  return (
    <button
      type="button"
      className="tree-menu"
      tabIndex={-1}
      aria-label={`Menu for ${name}`}
      onClick={(event) => {
        event.stopPropagation();
        onGo();
        openAtRow("node");
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon of={Ellipsis} />
    </button>
  );
}
