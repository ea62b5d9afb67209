import { useEffect, useMemo } from "react";
import type { Editing } from "../../store/editing";
import { useInspector } from "../../store/inspector";
import { judgeShown, useJudged } from "../../store/judging";
import type { ListedProblem } from "./listProblems";
import { problemsOf } from "./problemsOf";

/**
 * Everything there is to tell about the payload that is shown; `undefined` until the rules have first looked
 * at it. They follow edits when there is time, so that typing never waits; until then what was told before
 * stands there, without its fixes.
 */
export function useProblems(editing: Editing): readonly ListedProblem[] | undefined {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  const chosen = useInspector((state) => state.context);
  const judged = useJudged((state) => state.judged);
  const failure = useJudged((state) => state.failure);
  useEffect(() => judgeShown(captures, current, chosen), [captures, current, chosen]);
  return useMemo(() => problemsOf(editing, judged, failure), [editing, judged, failure]);
}
