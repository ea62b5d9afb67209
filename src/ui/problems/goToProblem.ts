import type { Exchange } from "../../session/conversations";
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
 * first of the next exchange in which something failed. Screen readers are told which it is.
 */
export async function goToProblem(step: Step): Promise<void> {
  const findings = listShown() ?? [];
  const next = findNext(findings, step);
  if (next !== undefined) {
    announceAndGo(next, findings);
    return;
  }
  const { captures, current, announce } = useInspector.getState();
  const index = findFailedCapture(captures, current, step);
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

/** The capture in which the next exchange with a failure shows it: its response, if it has one. */
function findFailedCapture(
  captures: readonly OpenCapture[],
  current: number,
  step: Step,
): number | undefined {
  const { conversations, captures: known } = useSession.getState();
  const indexes = new Map(captures.map((open, index) => [getIdentity(open), index]));
  const indexOf = ({ request, response }: Exchange): number => {
    const open = known[response ?? request ?? -1];
    return (open && indexes.get(getIdentity(open))) ?? -1;
  };
  const failed = conversations
    .flatMap(({ exchanges }) => exchanges)
    .filter((exchange) => findFailure(exchange) !== undefined)
    .map(indexOf)
    .filter((index) => index >= 0 && index !== current)
    .toSorted((a, b) => a - b);
  return step === 1 ? failed.find((index) => index > current) : failed.findLast((index) => index < current);
}
