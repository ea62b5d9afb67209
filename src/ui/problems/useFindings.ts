import { useEffect, useMemo } from "react";
import type { Editing } from "../../store/editing";
import { useInspector } from "../../store/inspector";
import { lintShown, useLintResult } from "../../store/linting";
import { collectFindings } from "./collectFindings";
import type { Finding } from "./listFindings";

/**
 * All findings about the payload that is shown; `undefined` until the rules have run for the first time. The
 * rules run after an edit without making typing wait; until they have, the previous findings stay, without
 * their fixes.
 */
export function useFindings(editing: Editing): readonly Finding[] | undefined {
  const captures = useInspector((state) => state.captures);
  const current = useInspector((state) => state.current);
  const result = useLintResult((state) => state.result);
  const crash = useLintResult((state) => state.crash);
  useEffect(() => lintShown(captures, current), [captures, current]);
  return useMemo(() => collectFindings(editing, result, crash), [editing, result, crash]);
}
