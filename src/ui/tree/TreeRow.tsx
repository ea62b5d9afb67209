import { ChevronDown, ChevronRight, Ellipsis } from "lucide-react";
import { type CSSProperties, type MouseEvent, memo } from "react";
import type { ByteRange } from "../../bytes/range";
import type { Difference } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import { findSiblingPlace } from "../../document/siblings";
import { findTagVersions } from "../../eas/tagVersions";
import type { ProtocolVersion } from "../../eas/versions";
import type { Severity } from "../../lint/rule";
import type { MessageContext } from "../../session/messageContext";
import { useInspector } from "../../store/inspector";
import { isElement, kindOf, nodeRange, pageOf, startOf, TokenKind } from "../../wbxml/tokenTable";
import { tagIdentity } from "../../wbxml/tree";
import { useEasFacts } from "../context/useEasFacts";
import { Icon } from "../kit/icons/Icon";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { joinClasses } from "../kit/joinClasses";
import { rowText } from "../kit/rowText";
import { hasValue } from "../kit/selected";
import { openAtRow } from "./menuCommands";
import { isClosable, rowAtByte } from "./rows";

/** The height of a row, in pixels. */
export const ROW_HEIGHT = 24;

interface RowProps {
  readonly document: LinkedDocument;
  readonly rows: TreeRows;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly context: MessageContext | undefined;
  readonly mark: Severity | undefined;
  readonly change: Difference | undefined;
  readonly onGo: (row: number) => void;
}

const INDENT = 14;
const MAX_INDENTS = 24;
/**
 * The width that a row needs to the right of its indentation, in pixels; a narrower pane scrolls sideways.
 */
const MIN_ROW_WIDTH = 260;

/** One row: name, value, namespace, and marks for findings and changes. */
export const TreeRow = memo(function TreeRow({
  document,
  rows,
  index,
  top,
  isActive,
  context,
  mark,
  change,
  onGo,
}: RowProps) {
  const node = rows.nodes[index] ?? 0;
  const { tokens } = document.tree;
  const offset = startOf(tokens, node);
  const range = nodeRange(tokens, node);
  const isHovered = useIsHovered(document, rows, index, range);
  const isClosed = useInspector(({ collapsed }) => collapsed.has(offset));
  const closable = isElement(tokens, node) && isClosable(document, node);
  const { name, namespace, value, kind } = rowText(document, node);
  const easFacts = useEasFacts();
  const status =
    name === "Status" && value !== "" ? easFacts?.statusName(document, node, value, context) : undefined;
  return (
    <div
      id={`tree-row-${index}`}
      className={joinClasses("tree-row", `is-${kind}`, {
        "is-active": isActive,
        "is-hovered": isHovered,
        "is-unknown-here": !isKnown(document, node, context?.version),
      })}
      role="treeitem"
      tabIndex={-1}
      aria-level={(rows.depths[index] ?? 0) + 1}
      {...tellPlace(document, node)}
      aria-selected={isActive}
      aria-expanded={closable ? !isClosed : undefined}
      style={placeRow(top, rows.depths[index] ?? 0)}
      onClick={() => onGo(index)}
      onDoubleClick={() => hasValue(document, node) && openAtRow("value")}
      onContextMenu={(event) => {
        event.preventDefault();
        onGo(index);
        openAtRow("node");
      }}
      onPointerEnter={() => useInspector.getState().point(range, "tree")}
    >
      {closable ? <Toggle offset={offset} isClosed={isClosed} /> : <span className="tree-toggle" />}
      <span className="tree-name">{name}</span>
      {value !== "" && <span className="tree-value">{value}</span>}
      {status !== undefined && (
        <span className={joinClasses("tree-status", { "is-failure": mark === "failure" })}>{status}</span>
      )}
      {mark !== undefined && <Mark severity={mark} />}
      {change !== undefined && <ChangeMark change={change} />}
      {namespace !== "" && <span className="tree-namespace">{namespace}</span>}
      {isActive && <MenuButton name={name} />}
    </div>
  );
});

/** Tells a screen reader which of its parent's children a node is. */
function tellPlace(document: LinkedDocument, node: number) {
  const { position, count } = findSiblingPlace(document, node);
  return { "aria-setsize": count, "aria-posinset": position };
}

/** Positions a row in the list, and indents it by its depth. */
function placeRow(top: number, depth: number): CSSProperties {
  const indent = 6 + Math.min(depth, MAX_INDENTS) * INDENT;
  return {
    transform: `translateY(${top}px)`,
    height: ROW_HEIGHT,
    paddingLeft: indent,
    minWidth: indent + MIN_ROW_WIDTH,
  };
}

/** Whether a protocol version has an element's tag; true for leaves and for tags without a name. */
function isKnown(document: LinkedDocument, node: number, version: ProtocolVersion | undefined): boolean {
  const { tokens } = document.tree;
  if (version === undefined || kindOf(tokens, node) !== TokenKind.Tag) return true;
  return findTagVersions(pageOf(tokens, node), tagIdentity(tokens, node))?.includes(version) ?? true;
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

function Toggle({ offset, isClosed }: { readonly offset: number; readonly isClosed: boolean }) {
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    useInspector.getState().toggle(offset);
  };
  return (
    <span className="tree-toggle" aria-hidden="true" onClick={toggle}>
      <Icon of={isClosed ? ChevronRight : ChevronDown} isSmall />
    </span>
  );
}

function Mark({ severity }: { readonly severity: Severity }) {
  return (
    <span className="tree-mark">
      <SeverityIcon severity={severity} />
      <span className="visually-hidden">{severity}</span>
    </span>
  );
}

const CHANGES: Readonly<Partial<Record<Difference, readonly [sign: string, words: string]>>> = {
  changed: ["~", "changed"],
  added: ["+", "added"],
  removed: ["−", "content removed"],
  moved: ["↕", "moved"],
  wire: ["≈", "encoded differently"],
};

/** How the node differs from the original payload. */
function ChangeMark({ change }: { readonly change: Difference }) {
  const [sign, words] = CHANGES[change] ?? ["", ""];
  return (
    <span className="tree-change" title={`${words} since it was opened`}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function MenuButton({ name }: { readonly name: string }) {
  return (
    <button
      type="button"
      className="tree-menu"
      tabIndex={-1}
      aria-label={`Menu for ${name}`}
      onClick={() => openAtRow("node")}
    >
      <Icon of={Ellipsis} />
    </button>
  );
}
