import { useFindingCounts } from "../../store/findingCounts";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { type LintResult, useLintResult } from "../../store/linting";
import { getIdentity } from "../../store/openState";
import { findFailure, useSession } from "../../store/session";
import { showCaptureInPage } from "../kit/showCapture";
import { collectFindings } from "./collectFindings";
import { SEVERITY_WORDS } from "./describeFinding";
import { isSamePlace, placeOf } from "./expanded";
import { findSelected, goToFinding } from "./goToFinding";
import { type Finding, sortBySeverity, toFinding } from "./listFindings";
import { useProblemsView } from "./problemsView";

type Step = 1 | -1;

/**
 * Goes to the next problem of the payload that is shown, or to the one before; after the last one, to the
 * first of the next message with an error, a warning or a failure. Screen readers are told which it is.
 */
export async function goToProblem(step: Step): Promise<void> {
  const findings = listShown() ?? [];
  const next = findNext(findings, step);
  if (next !== undefined) {
    announceAndGo(next, findings);
    return;
  }
  const { captures, current, announce } = useInspector.getState();
  const index = findProblemCapture(captures, current, step);
  if (index === undefined) {
    announce(step === 1 ? "No problem after this one." : "No problem before this one.");
    return;
  }
  await showCaptureInPage(index);
  whenJudged(captures[index], (found) => {
    const first = step === 1 ? found[0] : found.at(-1);
    if (first !== undefined) announceAndGo(first, found);
  });
}

function announceAndGo(finding: Finding, all: readonly Finding[]): void {
  const index = all.indexOf(finding) + 1;
  goToFinding(finding, all);
  const { announce } = useInspector.getState();
  announce(`${SEVERITY_WORDS[finding.severity]}: ${finding.message} ${index} of ${all.length}`);
}

/** The problem after the one that was gone to, if the selection is still there; otherwise the first. */
function findNext(findings: readonly Finding[], step: Step): Finding | undefined {
  const view = useProblemsView.getState();
  const selected = findSelected(findings, useInspector.getState().selection?.range, view);
  const { last } = view;
  const inDraft = findings.findIndex((one) => {
    return one.range === undefined && last !== undefined && isSamePlace(last, placeOf(one, findings));
  });
  const at = selected >= 0 ? selected : inDraft;
  if (at < 0) return step === 1 ? findings[0] : findings.at(-1);
  return findings[at + step];
}

/** What is found about the capture that is shown, as it is listed; `undefined` before it is judged. */
function listShown(): readonly Finding[] | undefined {
  const { captures, current } = useInspector.getState();
  const open = captures[current];
  return open && listOf(open);
}

function listOf(open: OpenCapture): readonly Finding[] | undefined {
  const { result, failure } = useLintResult.getState();
  const editing = editingOf(open);
  if (editing !== undefined) return collectFindings(editing, result, failure);
  return isAbout(result, open) ? sortBySeverity(result.diagnostics.map(toFinding)) : undefined;
}

function isAbout(result: LintResult | undefined, open: OpenCapture): result is LintResult {
  return result !== undefined && getIdentity(result.open) === getIdentity(open);
}

/** How long to wait for what the rules find, in milliseconds. */
const MAX_WAIT = 10_000;

/** Waits until the rules have found something about a capture, as long as it is shown. */
function whenJudged(open: OpenCapture | undefined, act: (findings: readonly Finding[]) => void): void {
  if (open === undefined) return;
  const isShown = (): boolean => {
    const { captures, current } = useInspector.getState();
    const shown = captures[current];
    return shown !== undefined && getIdentity(shown) === getIdentity(open);
  };
  const lookAgain = (): void => {
    const findings = isShown() ? (listShown() ?? []) : undefined;
    if (findings?.length === 0) return;
    end();
    if (findings !== undefined) act(findings);
  };
  const stop = useLintResult.subscribe(lookAgain);
  const limit = setTimeout(stop, MAX_WAIT);
  const end = (): void => {
    stop();
    clearTimeout(limit);
  };
}

/**
 * The next capture with an error or a warning, or in which an exchange shows its failure; `undefined` if
 * there is none.
 */
function findProblemCapture(
  captures: readonly OpenCapture[],
  current: number,
  step: Step,
): number | undefined {
  const { find } = useFindingCounts.getState();
  const failed = listFailed();
  const isProblem = (open: OpenCapture | undefined): boolean => {
    if (open === undefined) return false;
    const { error, warning } = find(open) ?? NO_COUNTS;
    return error + warning > 0 || failed.has(getIdentity(open));
  };
  for (let index = current + step; index >= 0 && index < captures.length; index += step)
    if (isProblem(captures[index])) return index;
  return undefined;
}

const NO_COUNTS = { error: 0, warning: 0 };

/** The captures that show the failure of an exchange: its response, if it has one. */
function listFailed(): ReadonlySet<object> {
  const { conversations, captures } = useSession.getState();
  const failed = conversations
    .flatMap(({ exchanges }) => exchanges)
    .filter((exchange) => findFailure(exchange) !== undefined)
    .flatMap(({ request, response }) => captures[response ?? request ?? -1] ?? []);
  return new Set(failed.map(getIdentity));
}
