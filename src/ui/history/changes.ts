import { CompareError, findMarks } from "../../store/compareClient";
import type { Editing } from "../../store/editing";
import { toast } from "../kit/toast/toasts";
import { currentOf, originalOf } from "./originals";
import type { NodeChanges } from "./useNodeChanges";

/**
 * How nodes differ from the original, by token of the current document; used to mark the tree. `undefined` if
 * that was cancelled or is not possible, which is said.
 */
export async function findChanges(
  editing: Pick<Editing, "original" | "document">,
  signal: AbortSignal,
): Promise<NodeChanges | undefined> {
  try {
    return await findMarks(originalOf(editing), currentOf(editing), signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof CompareError)) throw error;
    toast(`The tree does not mark what has changed: ${error.message}.`);
    return undefined;
  }
}
