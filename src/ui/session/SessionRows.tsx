import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useFindingCounts } from "../../store/findingCounts";
import { type OpenCapture, useInspector } from "../../store/inspector";
import type { ListedExchange, SessionList } from "../../store/sessionList";
import { foldGroup } from "../../store/sessionView";
import { closeSourceInPage } from "../input/openedToasts";
import { isPressed } from "../kit/commands/keys";
import { type DrawnRow, useRows } from "../kit/rows/useRows";
import type { Column } from "./columns";
import { ExchangeRow } from "./ExchangeRow";
import { enterDocument } from "./enterDocument";
import { GroupRow } from "./GroupRow";
import { CLOSING_KEY, ENTERING_KEY, findNextRow, MENU_KEYS } from "./keys";
import {
  findExchangeRow,
  findHead,
  findKey,
  findPinned,
  type ListRow,
  makeRowTops,
  type RowHeights,
} from "./listRows";
import type { RowExchange } from "./messages";
import { RowMenu } from "./RowMenu";
import { closeExchange, showExchange, showMessage } from "./rowActions";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { openTable } from "./tableState";
import type { TimeScale } from "./timeScale";
import { useRowHeights } from "./useRowHeights";

interface Props {
  readonly rows: readonly ListRow[];
  readonly list: SessionList;
  readonly onChosen: (() => void) | undefined;
  /** What the table shows, if it is one. */
  readonly table: Table | undefined;
}

/** What a table of the session shows. */
export interface Table {
  readonly columns: readonly Column[];
  readonly scale: TimeScale | undefined;
}

/**
 * The rows of the session. Only those in view are drawn; the heads of the groups at the top stay there.
 * Choosing an exchange shows it, and so does every arrow key.
 */
export function SessionRows({ rows, list, onChosen, table }: Props) {
  const { active, setActive, shown } = useActiveRow(rows, list);
  const heights = useRowHeights(table !== undefined);
  const { scroller, space, pageSize, pinned, free } = useShownRows(rows, heights, active);
  const grid = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<string>();
  const choose = useCallback(
    (listed: ListedExchange) => {
      setActive(undefined);
      showExchange(listed);
      onChosen?.();
    },
    [setActive, onChosen],
  );
  const closeMenu = useCallback(() => {
    setMenu(undefined);
    requestAnimationFrame(() => grid.current?.focus()); // by then, the popover has released the focus
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isHandled =
      onMenuKey(event, rows[active], setMenu) ||
      onMoveKey(event, { rows, active, page: pageSize }, setActive) ||
      onRowKey(event, { rows, active }, setActive, onChosen);
    if (isHandled) event.preventDefault();
  };
  const captures = useInspector((state) => state.captures);
  const findCounts = useFindingCounts(({ find }) => find);
  const handlers = { setActive, choose, setMenu };
  const common = { rows, active, shown, heights, table, captures, findCounts, ...handlers };
  return (
    <>
      <div
        ref={grid}
        className="session-grid"
        role="treegrid"
        aria-label="Session"
        aria-rowcount={rows.length + (table === undefined ? 0 : 1)}
        tabIndex={0}
        aria-activedescendant={rows[active] === undefined ? undefined : rowId(rows[active])}
        style={table && ({ "--columns": writeTracks(table) } as CSSProperties)}
        onKeyDown={onKeyDown}
      >
        {table && <TableHead columns={table.columns} />}
        <div ref={scroller} className="session-rows" role="rowgroup">
          <div className="virtual-space session-space" role="presentation" style={{ height: space }}>
            <div className="session-pinned" role="presentation">
              {pinned.map((drawn) => (
                <Row key={rows[drawn.index]?.key ?? drawn.index} drawn={drawn} {...common} />
              ))}
            </div>
            {free.map((drawn) => (
              <Row key={rows[drawn.index]?.key ?? drawn.index} drawn={drawn} {...common} />
            ))}
          </div>
        </div>
      </div>
      <MenuOfRow rows={rows} id={menu} onClosed={closeMenu} />
    </>
  );
}

/** The tracks of the grid that a row of the table is. */
function writeTracks({ columns }: Table): string {
  return columns.map(({ width }) => width).join(" ");
}

interface RowProps extends Pick<Props, "table"> {
  readonly heights: RowHeights;
  readonly captures: readonly OpenCapture[];
  readonly findCounts: RowExchange["findCounts"];
  readonly rows: readonly ListRow[];
  readonly drawn: DrawnRow;
  readonly active: number;
  readonly shown: ListedExchange | undefined;
  readonly setActive: SetActive;
  readonly choose: (listed: ListedExchange) => void;
  readonly setMenu: (id: string) => void;
}

function Row(props: RowProps) {
  const { rows, drawn, active, shown, setActive, choose, setMenu, heights, table } = props;
  const { captures, findCounts } = props;
  const { index, top } = drawn;
  const row = rows[index];
  if (row === undefined) return null;
  const common = {
    id: rowId(row),
    rowIndex: index + (table === undefined ? 1 : 2), // the heads of the columns are the first row
    top,
    height: heights[row.kind],
    isActive: index === active,
  };
  if (row.kind !== "exchange")
    return <GroupRow {...common} row={row} onMenu={setMenu} onActive={setActive} />;
  const { listed } = row;
  const [request, response] = [captures[listed.request ?? -1], captures[listed.response ?? -1]];
  const messages = { listed, request, response, findCounts };
  const own = { ...common, ...messages, isShown: listed === shown, onChoose: choose, onMenu: setMenu };
  return table === undefined ? (
    <ExchangeRow {...own} />
  ) : (
    <TableRow {...own} {...table} onEnter={enterTable} />
  );
}

interface MenuProps {
  readonly rows: readonly ListRow[];
  readonly id: string | undefined;
  readonly onClosed: () => void;
}

function MenuOfRow({ rows, id, onClosed }: MenuProps) {
  const row = id === undefined ? undefined : rows.find((one) => rowId(one) === id);
  return row === undefined || id === undefined ? null : <RowMenu row={row} id={id} onClosed={onClosed} />;
}

/** The identifier of a row's element, which has no spaces in it. */
function rowId(row: ListRow): string {
  return row.kind === "exchange" ? `session-${row.listed.place}` : `session-${encodeURIComponent(row.key)}`;
}

/** The row with the focus: the head of a group if one was gone to, otherwise that of the exchange shown. */
function useActiveRow(rows: readonly ListRow[], { ofCapture }: SessionList) {
  const current = useInspector((state) => state.current);
  const shown = ofCapture[current];
  const [head, setHead] = useState<{ readonly key: string; readonly current: number }>();
  const setActive = useCallback((key: string | undefined) => {
    const now = useInspector.getState().current;
    setHead(key === undefined ? undefined : { key, current: now });
  }, []);
  const own = head?.current === current ? findKey(rows, head.key) : -1;
  return { shown, setActive, active: own >= 0 ? own : findExchangeRow(rows, shown) };
}

/** The rows to draw: those that stay at the top, and the others. Keeps the active one in view. */
function useShownRows(rows: readonly ListRow[], heights: RowHeights, active: number) {
  const tops = useMemo(() => makeRowTops(rows, heights), [rows, heights]);
  const marks = useMemo(() => [0, heights.source], [heights]);
  const covered = heights.source + heights.conversation;
  const list = useRows({ count: rows.length, height: heights.exchange, active, tops, covered, marks });
  const { scrollTo, drawn, marked } = list;
  const key = rows[active]?.key;
  useLayoutEffect(() => {
    if (key !== undefined) scrollTo(active);
  }, [key, active, scrollTo]);
  const heads = drawn.length === 0 ? [] : findPinned(rows, marked);
  const pinned = heads.map((index, place): DrawnRow => ({ index, top: place === 0 ? 0 : heights.source }));
  return { ...list, pinned, free: drawn.filter(({ index }) => !heads.includes(index)) };
}

interface Place {
  readonly rows: readonly ListRow[];
  readonly active: number;
}

type SetActive = (key: string | undefined) => void;

/** Goes to another row, and shows its exchange: at once, also when the key repeats. */
function onMoveKey(
  event: KeyboardEvent,
  { rows, active, page }: Place & { readonly page: number },
  setActive: SetActive,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const next = findNextRow(event.key, active, rows.length, page);
  if (next === undefined) return false;
  const row = rows[next];
  if (row === undefined || next === active) return true;
  setActive(row.kind === "exchange" ? undefined : row.key);
  if (row.kind === "exchange") showExchange(row.listed);
  return true;
}

function onRowKey(
  event: KeyboardEvent,
  { rows, active }: Place,
  setActive: SetActive,
  onChosen: (() => void) | undefined,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const row = rows[active];
  if (row === undefined) return false;
  if (row.kind === "exchange")
    return onExchangeKey(event.key, row.listed, { rows, active }, setActive, onChosen);
  switch (event.key) {
    case "ArrowLeft":
      foldGroup(row.key, true);
      return true;
    case "ArrowRight":
      foldGroup(row.key, false);
      return true;
    case ENTERING_KEY:
      foldGroup(row.key, !row.isFolded);
      return true;
    case CLOSING_KEY:
      if (row.kind === "source") void closeSourceInPage(row.source.name);
      return row.kind === "source";
    default:
      return false;
  }
}

/** The right arrow shows the response; the left one the request, and then goes to the head of the group. */
function onExchangeKey(
  key: string,
  listed: ListedExchange,
  { rows, active }: Place,
  setActive: SetActive,
  onChosen: (() => void) | undefined,
): boolean {
  const { request, response } = listed;
  const { current } = useInspector.getState();
  switch (key) {
    case "ArrowLeft": {
      if (current === response && request !== undefined) showMessage(request);
      else
        setActive(
          rows[Math.max(findHead(rows, active, "conversation"), findHead(rows, active, "source"))]?.key,
        );
      return true;
    }
    case "ArrowRight":
      if (response !== undefined) showMessage(response);
      return true;
    case ENTERING_KEY:
      enter(listed, onChosen);
      return true;
    case CLOSING_KEY:
      closeExchange(listed);
      return true;
    default:
      return false;
  }
}

const enterTable = (listed: ListedExchange): void => enter(listed, undefined);

/** Shows an exchange, if none of its messages is shown, and moves the focus into the document. */
function enter(listed: ListedExchange, onChosen: (() => void) | undefined): void {
  const { current } = useInspector.getState();
  if (current !== listed.request && current !== listed.response) showExchange(listed);
  onChosen?.();
  openTable(false);
  enterDocument();
}

function onMenuKey(event: KeyboardEvent, row: ListRow | undefined, open: (id: string) => void): boolean {
  if (row === undefined || !MENU_KEYS.some((keys) => isPressed(keys, event))) return false;
  open(rowId(row));
  return true;
}
