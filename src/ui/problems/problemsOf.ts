import type { Editing } from "../../store/editing";
import type { Judged } from "../../store/judging";
import { type ListedProblem, listProblems } from "./listProblems";

/** What is told of a payload, given what the rules last said. */
export function problemsOf(
  editing: Editing,
  judged: Judged | undefined,
  failure: string | undefined,
): readonly ListedProblem[] | undefined {
  // of another payload nothing is said here
  const own = judged?.editing.original === editing.original ? judged : undefined;
  const failed = failure === undefined ? [] : [failureProblem(failure)];
  if (own === undefined) return failure === undefined ? undefined : [...failed, ...listProblems(editing, [])];
  const isOfNow = own.editing.document === editing.document;
  const problems = listProblems(
    { ...editing, problems: isOfNow ? editing.problems : own.editing.problems },
    own.diagnostics,
  );
  const left = own.left.map(([rule, count]) => leftProblem(rule, count));
  return [
    ...failed,
    ...(isOfNow ? problems : problems.map((problem) => ({ ...problem, fixes: NO_FIXES }))),
    ...left,
  ];
}

const NO_FIXES: ListedProblem["fixes"] = [];

const NOWHERE = {
  why: undefined,
  spec: undefined,
  range: undefined,
  text: undefined,
  element: undefined,
  fixes: [],
} as const;

function leftProblem(rule: string, count: number): ListedProblem {
  return {
    code: rule,
    severity: "info",
    message: `${count.toLocaleString("en")} more of this kind, not listed one by one.`,
    ...NOWHERE,
  };
}

function failureProblem(failure: string): ListedProblem {
  const [reason = ""] = failure.split("\n");
  const message = `The rules could not be asked: that is a fault of the page. ${reason}`;
  return { code: "page/rules-failed", severity: "error", message, ...NOWHERE };
}
