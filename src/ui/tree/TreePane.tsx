import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useMemo } from "react";
import type { Sparse } from "../../bytes/sparse";
import type { Difference } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import type { TreeRows } from "../../document/rows";
import type { MessageContext } from "../../session/messageContext";
import { useCurrent, useInspector } from "../../store/inspector";
import { findExchange, useSession } from "../../store/session";
import { nodeRange } from "../../wbxml/tokenTable";
import { isPressed } from "../kit/commands/keys";
import { keepFocus } from "../kit/rows/keepFocus";
import { useRows } from "../kit/rows/useRows";
import type { Finding } from "../problems/listFindings";
import { ColumnLine } from "./ColumnLine";
import { listFolderNames } from "./folderNames";
import { listTreeMoves } from "./keys";
import { findingMarks } from "./marks";
import { nodeCommands } from "./menuCommands";
import { isClosable, rowAtByte, treeRows } from "./rows";
import { TreePopovers } from "./TreePopovers";
import { TreeRow } from "./TreeRow";
import { treeClipboard } from "./treeClipboard";
import { useNameColumn } from "./useNameColumn";
import { useRowHeight } from "./useRowHeight";
import "./tree.css";

/**
 * The tree of a payload: one row per node, with values next to their elements; only the rows in view are
 * drawn.
 */
interface Props {
  readonly document: LinkedDocument;
  /** What is known about the message. Elements that its version does not define are greyed. */
  readonly context: MessageContext | undefined;
  readonly findings: readonly Finding[];
  /** What has changed since the payload was opened, by token. */
  readonly changes: Pick<Sparse<Difference>, "get">;
}

export function TreePane({ document, context, findings, changes }: Props) {
  const collapsed = useInspector((state) => state.collapsed);
  const rows = useMemo(() => treeRows(document, collapsed), [document, collapsed]);
  const marks = useMemo(() => findingMarks(document, rows, findings), [document, rows, findings]);
  const height = useRowHeight();
  const { scroller, space, drawn, pageSize, active, go } = useActiveRow(document, rows, height);
  const folders = useFolderNames(context);
  const column = useNameColumn(document, rows);
  return (
    <div className="tree-pane" style={{ "--names": column.width, "--row": `${height}px` } as CSSProperties}>
      <div
        ref={scroller}
        className="tree"
        role="tree"
        aria-label="Tree"
        tabIndex={0}
        onFocus={keepFocus}
        aria-activedescendant={active >= 0 ? `tree-row-${active}` : undefined}
        onKeyDown={(event) => onNodeKey(event) || onTreeKey(event, { document, rows, active, pageSize }, go)}
        {...treeClipboard}
        onPointerLeave={() => useInspector.getState().point(undefined, "tree")}
      >
        <div className="virtual-space" style={{ height: space }} role="presentation">
          {drawn.map(({ index, top }) => (
            <TreeRow
              key={index}
              {...{ document, rows, index, context, folders }}
              top={top}
              isActive={index === active}
              mark={marks.get(index)}
              change={changes.get(rows.nodes[index] ?? -1)}
              onGo={go}
            />
          ))}
        </div>
      </div>
      <ColumnLine column={column} scroller={scroller} />
      {active >= 0 && (
        <TreePopovers
          document={document}
          node={rows.nodes[active] ?? 0}
          row={active}
          onClosed={() => scroller.current?.focus()}
        />
      )}
    </div>
  );
}

/** The names of the folders that the message shown is about. */
function useFolderNames(context: MessageContext | undefined) {
  const open = useCurrent();
  const exchange = useSession((session) => open && findExchange(session, open));
  return useMemo(() => listFolderNames(exchange, context?.folder), [exchange, context?.folder]);
}

/**
 * The row of the selection, which scrolls into view when another pane selects, and a function that goes to a
 * row. `active` is -1 if nothing is selected.
 */
function useActiveRow(document: LinkedDocument, rows: TreeRows, height: number) {
  const active = useInspector(({ selection }) =>
    selection === undefined ? -1 : rowAtByte(document, rows, selection.range.start),
  );
  const by = useInspector(({ selection }) => selection?.by);

  const list = useRows({ count: rows.nodes.length, height, active });
  const { scrollTo } = list;

  useLayoutEffect(() => {
    if (active >= 0 && by !== "tree") scrollTo(active);
  }, [active, by, scrollTo]);

  const go = (row: number): void => {
    const node = rows.nodes[row];
    if (node === undefined) return;
    useInspector.getState().select(nodeRange(document.tree.tokens, node), "tree");
    scrollTo(row);
  };
  return { ...list, active, go };
}

/** Handles the keys of the commands on the selected element. Returns false for any other key. */
function onNodeKey(event: KeyboardEvent): boolean {
  const state = useInspector.getState();
  const menuCommand = nodeCommands.find(({ treeKeys }) =>
    treeKeys?.some((keys) => isPressed(keys, event.nativeEvent)),
  );
  if (menuCommand === undefined || !(menuCommand.isEnabled?.(state) ?? true)) return false;
  event.preventDefault();
  menuCommand.run();
  return true;
}

interface Walk {
  readonly document: LinkedDocument;
  readonly rows: TreeRows;
  readonly active: number;
  /** How many rows the Page keys move. */
  readonly pageSize: number;
}

function onTreeKey(
  event: KeyboardEvent,
  { document, rows, active, pageSize }: Walk,
  go: (row: number) => void,
): void {
  const { tokens } = document.tree;
  const { toggle, collapsed } = useInspector.getState();
  const node = rows.nodes[active] ?? -1;
  const start = tokens.start[node] ?? -1;
  const last = rows.nodes.length - 1;
  const closable = node >= 0 && isClosable(document, node);
  const open = closable && !collapsed.has(start);
  const moves = listTreeMoves({
    by: (count) => go(Math.max(0, Math.min(active + count, last))),
    toFirst: () => go(0),
    toLast: () => go(last),
    in: () => (open ? go(active + 1) : closable && toggle(start)),
    out: () => (open ? toggle(start) : goToParent(rows, active, go)),
    pageSize,
  });
  const move = moves[event.key];
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

function goToParent({ depths }: TreeRows, row: number, go: (row: number) => void): void {
  const depth = depths[row] ?? 0;
  for (let above = row - 1; above >= 0; above--) {
    if ((depths[above] ?? 0) < depth) return go(above);
  }
}
