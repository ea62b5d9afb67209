import { useCallback, useEffect, useMemo, useRef } from "react";
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
import { useSessionFilter } from "../../store/sessionFilter";
import { type ListedExchange, type SessionList, useSessionList } from "../../store/sessionList";
import { useSessionView } from "../../store/sessionView";
import { type ListRow, listRows } from "./listRows";
import { SessionHead } from "./SessionHead";
import { SessionRows } from "./SessionRows";
import "./session.css";

interface Props {
  /** Called when an exchange was chosen by a click or Enter, not on the way to another one by the arrows. */
  readonly onChosen?: (() => void) | undefined;
}

/**
 * The open captures as exchanges, by source and conversation; with a filter, and chips for what people ask
 * most.
 */
export function SessionPane({ onChosen }: Props) {
  const list = useSessionList();
  const facts = useChipFacts(list);
  const counts = useMemo(() => countChips(list, facts), [list, facts]);
  const { rows, count, isFiltered } = useListedRows(list, facts);
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
      />
      <SessionRows rows={rows} list={list} onChosen={onChosen} />
      {count === 0 && <p className="session-none">No exchange fits.</p>}
    </div>
  );
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

interface Listed {
  readonly rows: readonly ListRow[];
  /** How many exchanges fit, in folded groups too. */
  readonly count: number;
  readonly isFiltered: boolean;
}

function useListedRows(list: SessionList, facts: ChipFacts): Listed {
  const { folded, chosen } = useSessionView();
  const matches = useSessionFilter((state) => state.matches);
  return useMemo(() => {
    const isMatch = (index: number): boolean => {
      const open = facts.captures[index];
      return open !== undefined && (matches?.has(getIdentity(open)) ?? true);
    };
    const fits = (listed: ListedExchange): boolean =>
      [...chosen].every((chip) => fitsChip(chip, listed, facts)) && listMessages(listed).some(isMatch);
    const rows = listRows(list, folded, fits);
    const count = rows.reduce((sum, row) => sum + (row.kind === "source" ? row.count : 0), 0);
    return { rows, count, isFiltered: chosen.size > 0 || matches !== undefined };
  }, [list, facts, folded, chosen, matches]);
}
