import { formatCount } from "../../eas/values/reading";
import { editingOf, useInspector } from "../../store/inspector";
import { edits } from "../kit/load/storeCode";

/**
 * Undoes the given number of steps, and announces it. Editing is loaded with the panes, so it is there before
 * there is anything to undo.
 */
export function undoSteps(steps = 1): void {
  edits.run((code) => take("undo", steps, code));
}

/** Redoes the given number of undone steps, and announces it. */
export function redoSteps(steps = 1): void {
  edits.run((code) => take("redo", steps, code));
}

/** What a button or command is called that takes a step: "Undo: Change SyncKey to 0". */
export function labelStep(verb: "Undo" | "Redo", step: string | undefined): string {
  return step === undefined ? verb : `${verb}: ${step}`;
}

/** Takes steps; those of a large payload are made one after another, and announced when they have been. */
function take(
  direction: "undo" | "redo",
  steps: number,
  { afterLargeEdit, undoEdit, redoEdit }: Edits,
): void {
  afterLargeEdit(() => {
    const told = describeSteps(direction, steps);
    for (let step = 0; step < steps; step++) (direction === "undo" ? undoEdit : redoEdit)();
    if (told !== undefined) afterLargeEdit(() => useInspector.getState().announce(told), "completion");
  });
}

type Edits = Awaited<ReturnType<typeof edits.load>>;

/** The next steps in words, as the history menu names them; `undefined` if there are none. */
function describeSteps(direction: "undo" | "redo", steps: number): string | undefined {
  const { captures, current } = useInspector.getState();
  const [last, ...others] = (editingOf(captures[current])?.[direction] ?? []).slice(-steps);
  if (last === undefined) return undefined;
  const [verb, order] = direction === "undo" ? ["Undone", "later"] : ["Redone", "earlier"];
  return others.length === 0
    ? `${verb}: ${last.name}`
    : `${verb}: ${last.name} and ${formatCount(others.length, `${order} step`)}`;
}
