import { useCallback, useEffect, useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { useFindingCounts } from "../../store/findingCounts";
import { useInspector } from "../../store/inspector";
import { lintShown } from "../../store/linting";
import { getIdentity } from "../../store/openState";
import {
  type ChipFacts,
  countChips,
  fitsChip,
  listMessages,
  useEditedCaptures,
} from "../../store/sessionChips";
import { typeFilter, useSessionFilter } from "../../store/sessionFilter";
import { type ListedExchange, type SessionList, useSessionList } from "../../store/sessionList";
import { clearChips, useSessionView } from "../../store/sessionView";
import { sortExchanges } from "./columns";
import { type ListRow, listRows } from "./listRows";
import { SessionHead } from "./SessionHead";
import { SessionRows, type Table } from "./SessionRows";
import { listShownColumns, useSessionTable } from "./tableState";
import { makeTimeScale } from "./timeScale";
import "./session.css";

interface Props {
  /** Called when an exchange was chosen by a click or Enter, not on the way to another one by the arrows. */
  readonly onChosen?: (() => void) | undefined;
  /** Whether it is a table, on a page of its own. */
  readonly isTable?: boolean;
  /** Shows it as a table; missing where there is no room for one. */
  readonly onTable?: (() => void) | undefined;
}

/**
 * The open captures as exchanges, by source and conversation; with a filter, and chips for what people ask
 * most.
 */
export function SessionPane({ onChosen, isTable = false, onTable }: Props) {
  const list = useSessionList();
  const facts = useChipFacts(list);
  const counts = useMemo(() => countChips(list, facts), [list, facts]);
  const { rows, count, isFiltered } = useListedRows(list, facts, isTable);
  const table = useTable(list, isTable);
  const pane = useRef<HTMLDivElement>(null);
  useReading();
  const enter = useCallback(() => {
    pane.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  }, []);
  return (
    <div ref={pane} className="session">
      <SessionHead
        total={list.exchanges.length}
        shown={isFiltered ? count : undefined}
        counts={counts}
        onEnter={enter}
        isTable={isTable}
        onTable={onTable}
      />
      <SessionRows rows={rows} list={list} onChosen={onChosen} table={table} />
      {count === 0 && (
        <p className="session-none">
          No exchange fits.{" "}
          <Button className="link-button" onPress={showAll}>
            Show all
          </Button>
        </p>
      )}
    </div>
  );
}

function showAll(): void {
  clearChips();
  typeFilter("");
}

/** Lets the worker read what is open: on a narrow page, the list is there without the panes. */
function useReading(): void {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  useEffect(() => lintShown(captures, current), [captures, current]);
}

/** What decides which chips an exchange fits. */
function useChipFacts({ captures }: SessionList): ChipFacts {
  const edited = useEditedCaptures();
  const findCounts = useFindingCounts(({ find }) => find);
  return useMemo(() => ({ captures, edited, findCounts }), [captures, edited, findCounts]);
}

function useTable(list: SessionList, isTable: boolean): Table | undefined {
  const hidden = useSessionTable((state) => state.hidden);
  return useMemo(
    () => (isTable ? { columns: listShownColumns(hidden), scale: makeTimeScale(list.exchanges) } : undefined),
    [isTable, hidden, list],
  );
}

interface Listed {
  readonly rows: readonly ListRow[];
  /** How many exchanges fit, in folded groups too. */
  readonly count: number;
  readonly isFiltered: boolean;
}

function useListedRows(list: SessionList, facts: ChipFacts, isTable: boolean): Listed {
  const { folded, chosen } = useSessionView();
  const matches = useSessionFilter((state) => state.matches);
  const sorting = useSessionTable((state) => state.sorting);
  return useMemo(() => {
    const isMatch = (index: number): boolean => {
      const open = facts.captures[index];
      return open !== undefined && (matches?.has(getIdentity(open)) ?? true);
    };
    const fits = (listed: ListedExchange): boolean =>
      [...chosen].every((chip) => fitsChip(chip, listed, facts)) && listMessages(listed).some(isMatch);
    const order = (exchanges: readonly ListedExchange[]): readonly ListedExchange[] =>
      isTable ? sortExchanges(exchanges, sorting, facts) : exchanges;
    const isFiltered = chosen.size > 0 || matches !== undefined;
    const rows = listRows(list, folded, isFiltered ? fits : undefined, order);
    const count = rows.reduce((sum, row) => sum + (row.kind === "source" ? row.count : 0), 0);
    return { rows, count, isFiltered };
  }, [list, facts, folded, chosen, matches, isTable, sorting]);
}
