import type { TextRange } from "../../bytes/range";
import type { Fix } from "../../lint/rule";
import { editingOf, useInspector } from "../../store/inspector";

/**
 * Applies fixes to the payload that is shown, as one step of its history: those of its text, or where there
 * are none those of its bytes. Where two change the same place, the first wins; what is left is told again by
 * the rules.
 */
export async function applyFixInPage(fixes: readonly Fix[]): Promise<void> {
  const [{ editText, patchBytes }, { joinPatches }] = await Promise.all([
    import("../../store/edits"),
    import("../../lint/fix"),
  ]);
  const { captures, current, announce } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft) return;
  const edits = apart(
    fixes.flatMap((fix) => fix.edits ?? []),
    ({ range }) => range,
  );
  const patches = joinPatches(
    editing.document,
    fixes.filter((fix) => fix.patches !== undefined),
  );
  if (edits.length > 0) editText(edited(editing.document.xml, edits));
  else patchBytes(patches, fixes.length === 1 ? (fixes[0]?.title ?? "Fix") : "Fixes");
  announce(
    fixes.length === 1
      ? `${fixes[0]?.title ?? ""}: done`
      : `${edits.length > 0 ? edits.length : patches.length} places mended`,
  );
}

/** Changes in order, without those that overlap one before them. */
function apart<T>(changes: readonly T[], rangeOf: (change: T) => TextRange): T[] {
  const kept: T[] = [];
  let behind = 0;
  for (const change of changes.toSorted((a, b) => rangeOf(a).from - rangeOf(b).from)) {
    const { from, to } = rangeOf(change);
    if (from < behind) continue;
    kept.push(change);
    behind = to;
  }
  return kept;
}

function edited(xml: string, edits: readonly { readonly range: TextRange; readonly text: string }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, text } of edits) {
    parts.push(xml.slice(at, range.from), text);
    at = range.to;
  }
  return parts.join("") + xml.slice(at);
}
