import type { Editing } from "../../store/editing";
import type { LintResult } from "../../store/linting";
import { type Finding, listFindings } from "./listFindings";

/**
 * The findings about a payload, given the latest result of the rules; `undefined` if the rules have not
 * looked at this payload yet.
 */
export function collectFindings(
  editing: Editing,
  result: LintResult | undefined,
  crash: string | undefined,
): readonly Finding[] | undefined {
  // ignore a result for another payload
  const linted = result?.editing;
  const own = linted?.original === editing.original ? result : undefined;
  const crashed = crash === undefined ? [] : [crashFinding(crash)];
  if (own === undefined || linted === undefined)
    return crash === undefined ? undefined : [...crashed, ...listFindings(editing, [])];
  const isOfNow = linted.document === editing.document;
  const findings = listFindings(
    { ...editing, problems: isOfNow ? editing.problems : linted.problems },
    own.diagnostics,
  );
  const omitted = own.omitted.map(([rule, count]) => omittedFinding(rule, count));
  return [
    ...crashed,
    ...(isOfNow ? findings : findings.map((problem) => ({ ...problem, fixes: NO_FIXES }))),
    ...omitted,
  ];
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

function omittedFinding(rule: string, count: number): Finding {
  return {
    code: rule,
    severity: "info",
    message: `${count.toLocaleString("en")} more of this kind are not listed.`,
    ...NOWHERE,
  };
}

function crashFinding(crash: string): Finding {
  const [reason = ""] = crash.split("\n");
  const message = `The rules could not run. This is a bug in the inspector. ${reason}`;
  return { code: "page/rules-failed", severity: "error", message, ...NOWHERE };
}
