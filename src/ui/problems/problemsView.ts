import { create } from "zustand";
import type { Severity } from "../../lint/rule";
import type { FindingPlace } from "./expanded";

/** What the list of problems shows, and which of them one went to last. */
export interface ProblemsView {
  /** The severities that are left out of the list. */
  readonly hidden: ReadonlySet<Severity>;
  /** The finding that was gone to last. It tells apart those at the same place. */
  readonly last: FindingPlace | undefined;
}

/** What the list of problems shows. */
export const useProblemsView = create<ProblemsView>()(() => ({ hidden: new Set(), last: undefined }));

/** Leaves the findings of a severity out of the list, or lists them again. */
export function toggleSeverity(severity: Severity): void {
  useProblemsView.setState(({ hidden }) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    return { hidden: next };
  });
}
