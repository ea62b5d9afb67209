import { textOfBytes } from "../../document/locate";
import { editingOf, useInspector } from "../../store/inspector";
import { applyFixInPage } from "../judge/applyFix";
import type { ListedProblem } from "../problems/listProblems";
import { editor, languages } from "./monaco";

const APPLY = "wbxml.applyFix";

let shown: readonly ListedProblem[] = [];

/** The problems that the editor shows now: their fixes are what it offers. */
export function offerFixesOf(problems: readonly ListedProblem[]): void {
  shown = problems;
}

/**
 * The fixes of the problems at the cursor, as the editor's quick fixes. Answers how to take them away again.
 */
export function registerQuickFixes(): () => void {
  const apply = editor.registerCommand(APPLY, (_services: unknown, problem: unknown, fix: unknown) => {
    const chosen = shown[Number(problem)]?.fixes[Number(fix)];
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
  return shown.flatMap(({ range, text, fixes }, problem) => {
    const place = text ?? (range && textOfBytes(editing.document, range));
    if (fixes.length === 0 || place === undefined || place.from > to || place.to < from) return [];
    return fixes.map(({ title }, fix) => ({
      title,
      kind: "quickfix",
      command: { id: APPLY, title, arguments: [problem, fix] },
    }));
  });
}
