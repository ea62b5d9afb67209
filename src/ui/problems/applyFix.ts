import { applyReplacements, disjointReplacements } from "../../bytes/textEdit";
import { formatCount } from "../../eas/values/reading";
import type { Fix } from "../../lint/rule";
import { editingOf, useInspector } from "../../store/inspector";
import { laterCode } from "../kit/load/laterCode";
import { edits } from "../kit/load/storeCode";

const fixing = laterCode(() => import("../../lint/fix"));

/**
 * Applies fixes to the payload that is shown, as one step of its history: their text edits, or if there are
 * none, their byte patches. If two change the same place, the first one wins, and the rules report the other
 * again.
 */
export async function applyFixInPage(fixes: readonly Fix[]): Promise<void> {
  const [{ editText, patchBytes }, { joinPatches }] = await Promise.all([edits.load(), fixing.load()]);
  const { captures, current, announce } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft) return;
  const replacements = disjointReplacements(fixes.flatMap((fix) => fix.edits ?? []));
  const patches = joinPatches(
    editing.document,
    fixes.filter((fix) => fix.patches !== undefined),
  );
  const name = fixes.length === 1 ? (fixes[0]?.title ?? "Fix") : `Fix ${fixes.length} problems`;
  if (replacements.length > 0) {
    const text = applyReplacements(editing.document.xml, replacements);
    editText(text, fixes.length === 1 ? undefined : name, name);
  } else patchBytes(patches, name);
  announce(
    fixes.length === 1
      ? `Applied: ${fixes[0]?.title ?? ""}`
      : `Fixed ${formatCount(replacements.length > 0 ? replacements.length : patches.length, "place")}`,
  );
}
