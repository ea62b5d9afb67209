import type { Editing } from "../../store/editing";
import type { LintFailure, LintResult } from "../../store/linting";
import { type Finding, listFindings } from "./listFindings";

/**
 * The findings about a payload, given the latest result of the rules; `undefined` if the rules have not
 * looked at this payload yet.
 */
export function collectFindings(
  editing: Editing,
  result: LintResult | undefined,
  failure: LintFailure | undefined,
): readonly Finding[] | undefined {
  // ignore a result for another payload
  const linted = result?.editing;
  const own = linted?.original === editing.original ? result : undefined;
  const failed = failure === undefined ? [] : [failureFinding(failure)];
  if (own === undefined || linted === undefined)
    return failure === undefined ? undefined : [...failed, ...listFindings(editing, [])];
  const isOfNow = linted.document === editing.document;
  const findings = listFindings(
    { ...editing, problems: isOfNow ? editing.problems : linted.problems },
    own.diagnostics,
  );
  return [...failed, ...(isOfNow ? findings : findings.map((problem) => ({ ...problem, fixes: NO_FIXES })))];
}

const NO_FIXES: Finding["fixes"] = [];

const NOWHERE = {
  why: undefined,
  spec: undefined,
  range: undefined,
  text: undefined,
  element: undefined,
  fixes: [],
} as const;

/** The code of the finding that says that the rules could not run. */
export const RULES_FAILED = "page/rules-failed";

function failureFinding({ kind, reason }: LintFailure): Finding {
  const [what = ""] = reason.split("\n");
  const message =
    kind === "error"
      ? `The rules could not run. This is a bug in the inspector. ${what}`
      : `The rules could not run: ${what}. Everything else works.`;
  return { code: RULES_FAILED, severity: "error", message, ...NOWHERE };
}
