import { revertRow } from "../../compare/revert";
import { readRow } from "../../compare/rows";
import {
  type Compared,
  CompareError,
  compareAside,
  compareAtOnce,
  isComparedAtOnce,
} from "../../store/compareClient";
import type { Editing } from "../../store/editing";
import { editText, patchBytes } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { nodeName, selectedNode } from "../kit/selected";
import { toast, toasts } from "../kit/toast/toasts";
import { currentOf, formatSize, keepOriginal, originalOf } from "./originals";

/** Reverts the row at an index of a comparison with the original, as one step of the history. */
export function revertInPage(
  { first: original, second: document, comparison }: Compared,
  index: number,
): void {
  const row = readRow(comparison.rows, index);
  const revert = revertRow(original, document, comparison, index);
  if (revert === undefined || row === undefined) return void toast("Nothing to revert here.");
  const name = `Revert ${row.b >= 0 ? nodeName(document, row.b) : nodeName(original, row.a)}`;
  if ("patches" in revert) patchBytes(revert.patches, name);
  else editText(revert.edit.text, name);
}

/** Reverts the selected node to its state in the original payload. */
export async function revertSelected(): Promise<void> {
  const state = useInspector.getState();
  const editing = editingOf(state.captures[state.current]);
  const selected = selectedNode(state);
  if (editing === undefined || selected === undefined) return;
  const compared = await compareWithOriginal(editing);
  if (compared === undefined) return;
  const { rows } = compared.comparison;
  const index = rows.b.indexOf(selected.node);
  const { captures, current } = useInspector.getState();
  if (editingOf(captures[current])?.document !== editing.document)
    toast("Nothing was reverted: the payload has changed, or another one is shown.");
  else if ((readRow(rows, index)?.difference ?? "same") === "same")
    toast(`${nodeName(selected.document, selected.node)} has not changed since it was opened.`);
  else revertInPage(compared, index);
}

/** `undefined` if that was cancelled or is not possible, which is said. */
async function compareWithOriginal(editing: Editing): Promise<Compared | undefined> {
  const sides = [originalOf(editing), currentOf(editing)] as const;
  const compared = isComparedAtOnce(...sides) ? compareAtOnce(...sides) : await compareLarge(...sides);
  if (compared !== undefined) keepOriginal(compared.first);
  return compared;
}

type Sides = Parameters<typeof compareAtOnce>;

async function compareLarge(...sides: Sides): Promise<Compared | undefined> {
  const controller = new AbortController();
  const busy = toasts.add({
    text: `Comparing ${formatSize(...sides)} with the original…`,
    actions: [{ title: "Cancel", run: () => controller.abort() }],
  });
  try {
    return await compareAside(...sides, controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    if (!(error instanceof CompareError)) throw error;
    toast(`Nothing was reverted. The payload could not be compared with its original: ${error.message}.`);
    return undefined;
  } finally {
    toasts.close(busy);
  }
}
