import { useEffect, useMemo } from "react";
import type { Editing } from "../../store/editing";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { lintShown, useLintResult } from "../../store/linting";
import { getIdentity } from "../../store/openState";
import { collectFindings } from "./collectFindings";
import { type Finding, sortBySeverity, toFinding } from "./listFindings";

/** Lints what is shown, whenever it or another open capture has changed. */
function useLinting(): void {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  useEffect(() => lintShown(captures, current), [captures, current]);
}

/** The findings about a capture that is shown and is not a payload: failures of HTTP. */
export function useTextFindings(open: OpenCapture): readonly Finding[] | undefined {
  useLinting();
  const diagnostics = useLintResult(({ result }) =>
    result !== undefined && getIdentity(result.open) === getIdentity(open) && editingOf(open) === undefined
      ? result.diagnostics
      : undefined,
  );
  return useMemo(() => diagnostics && sortBySeverity(diagnostics.map(toFinding)), [diagnostics]);
}

/**
 * All findings about the payload that is shown; `undefined` until the rules have run for the first time. The
 * rules run after an edit without making typing wait; until they have, the previous findings stay, without
 * their fixes.
 */
export function useFindings(editing: Editing): readonly Finding[] | undefined {
  useLinting();
  const result = useLintResult((state) => state.result);
  const failure = useLintResult((state) => state.failure);
  return useMemo(() => collectFindings(editing, result, failure), [editing, result, failure]);
}
