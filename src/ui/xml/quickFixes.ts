import { findTextOfBytes } from "../../document/locate";
import { editingOf, useInspector } from "../../store/inspector";
import { applyFixInPage } from "../problems/applyFix";
import type { Finding } from "../problems/listFindings";
import { editor, languages } from "./monaco";

const APPLY = "wbxml.applyFix";

let offered: readonly Finding[] = [];

/** Sets the findings that the editor shows, whose fixes it offers. */
export function offerFixes(findings: readonly Finding[]): void {
  offered = findings;
}

/**
 * Registers the fixes of the findings at the cursor as the editor's quick fixes. Returns a function that
 * removes them.
 */
export function registerQuickFixes(): () => void {
  const apply = editor.registerCommand(APPLY, (_services: unknown, problem: unknown, fix: unknown) => {
    const chosen = offered[Number(problem)]?.fixes[Number(fix)];
    if (chosen !== undefined) void applyFixInPage([chosen]);
  });
  const offer = languages.registerCodeActionProvider("xml", {
    provideCodeActions: (model, range) => {
      const from = model.getOffsetAt(range.getStartPosition());
      const to = model.getOffsetAt(range.getEndPosition());
      return { actions: actionsBetween(from, to), dispose: () => undefined };
    },
  });
  return () => {
    apply.dispose();
    offer.dispose();
  };
}

function actionsBetween(from: number, to: number): languages.CodeAction[] {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft) return [];
  return offered.flatMap(({ range, text, fixes }, problem) => {
    const place = text ?? (range && findTextOfBytes(editing.document, range));
    if (fixes.length === 0 || place === undefined || place.from > to || place.to < from) return [];
    return fixes.map(({ title }, fix) => ({
      title,
      kind: "quickfix",
      command: { id: APPLY, title, arguments: [problem, fix] },
    }));
  });
}
