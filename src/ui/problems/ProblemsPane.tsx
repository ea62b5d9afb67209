import { CircleCheck } from "lucide-react";
import { useLayoutEffect, useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { retryLinting } from "../../store/linting";
import { Icon } from "../kit/icons/Icon";
import { applyFixInPage } from "./applyFix";
import { RULES_FAILED } from "./collectFindings";
import { formatSeverityCount, NOTHING_WRONG } from "./describeFinding";
import { type FindingPlace, isSamePlace, listExpanded, placeOf, useExpanded } from "./expanded";
import { FindingRow } from "./FindingRow";
import { findSelected } from "./goToFinding";
import { countBySeverity, type Finding, SEVERITIES } from "./listFindings";
import { useProblemsView } from "./problemsView";
import { useFindingActions } from "./useFindingActions";
import { useJudgedPayload } from "./useJudgedPayload";
import "./problems.css";

const MAX_SHOWN = 500;
const ALL_SHOWN: ReadonlySet<never> = new Set();

/**
 * All findings, failures first. Choosing one goes to its place; expanded, it shows the reason and the fixes.
 * After a fix, the focus is at the next finding.
 */
export function ProblemsPane({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const hidden = useProblemsView((state) => state.hidden);
  const listed = useMemo(
    () => findings?.filter(({ severity }) => !hidden.has(severity)) ?? [],
    [findings, hidden],
  );
  const pane = useRef<HTMLDivElement>(null);
  const payload = useJudgedPayload();
  const actions = useFindingActions({ pane, listed, payload });
  useExpanded();
  const expanded = listExpanded(payload);
  const selected = useSelected(listed, pane);
  return (
    <div className="problems" ref={pane}>
      {findings === undefined && <p className="problems-none">Running the rules…</p>}
      {findings?.length === 0 && <NothingWrong />}
      {listed.length > 0 && (
        <ul className="problem-list" aria-label="Problems">
          {withKeys(listed.slice(0, MAX_SHOWN)).map(([key, finding], index) => (
            <FindingRow
              key={key}
              finding={finding}
              isOpen={isExpanded(finding, listed, expanded)}
              isSelected={index === selected}
              actions={actions}
            />
          ))}
          {listed.length > MAX_SHOWN && (
            <li className="problems-none">… and {listed.length - MAX_SHOWN} more.</li>
          )}
        </ul>
      )}
      {findings !== undefined && <BelowList findings={findings} listed={listed} />}
    </div>
  );
}

function NothingWrong() {
  return (
    <p className="problems-none is-fine" tabIndex={-1}>
      <Icon of={CircleCheck} />
      {NOTHING_WRONG}
    </p>
  );
}

/** Each finding with a key: its rule and place, and which it is of those that have both in common. */
function withKeys(findings: readonly Finding[]): readonly (readonly [key: string, finding: Finding])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = `${finding.code} ${finding.range?.start ?? finding.text?.from ?? ""}`;
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return [`${place} ${before}`, finding];
  });
}

function isExpanded(finding: Finding, all: readonly Finding[], expanded: readonly FindingPlace[]): boolean {
  if (!expanded.some(({ code }) => code === finding.code)) return false;
  const place = placeOf(finding, all);
  return expanded.some((other) => isSamePlace(other, place));
}

/** The index of the finding that is selected, which is scrolled into view when it was selected elsewhere. */
function useSelected(listed: readonly Finding[], pane: { readonly current: HTMLElement | null }): number {
  const selection = useInspector((state) => state.selection);
  const last = useProblemsView((state) => state.last);
  const selected = findSelected(listed, selection?.range, { last });
  useLayoutEffect(() => {
    if (selected < 0) return;
    const row = pane.current?.querySelectorAll<HTMLElement>(".problem")[selected];
    row?.scrollIntoView({ block: "nearest" });
    const main = row?.querySelector<HTMLElement>(".problem-main");
    if (last !== undefined && pane.current?.contains(document.activeElement)) main?.focus();
  }, [selected, last, pane]);
  return selected;
}

interface BelowProps {
  readonly findings: readonly Finding[];
  readonly listed: readonly Finding[];
}

/** What can be done with several findings, and which are not listed. */
function BelowList({ findings, listed }: BelowProps) {
  const safe = listed.flatMap(({ fixes }) => fixes.filter((fix) => fix.safe).slice(0, 1));
  const left = countBySeverity(findings.filter((finding) => !listed.includes(finding)));
  const hidden = SEVERITIES.filter((severity) => left[severity] > 0).map((severity) =>
    formatSeverityCount(severity, left[severity]),
  );
  const haveFailed = findings.some(({ code }) => code === RULES_FAILED);
  if (safe.length < 2 && hidden.length === 0 && !haveFailed) return null;
  return (
    <div className="problems-below">
      {haveFailed && (
        <Button className="button is-small" onPress={retryLinting}>
          Run the rules again
        </Button>
      )}
      {safe.length > 1 && (
        <Button className="button is-small" onPress={() => void applyFixInPage(safe)}>
          Apply all safe fixes ({safe.length})
        </Button>
      )}
      {hidden.length > 0 && (
        <>
          <span>Hidden: {hidden.join(", ")}</span>
          <Button className="button is-small" onPress={() => useProblemsView.setState({ hidden: ALL_SHOWN })}>
            Show all
          </Button>
        </>
      )}
    </div>
  );
}
