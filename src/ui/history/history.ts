import { formatCount } from "../../eas/values/reading";
import { editingOf, useInspector } from "../../store/inspector";
import { edits } from "../kit/load/storeCode";

/**
 * Undoes the given number of steps, and announces it. Editing is loaded with the panes, so it is there before
 * there is anything to undo.
 */
export function undoSteps(steps = 1): void {
  edits.run(({ undoEdit }) => {
    const told = describeSteps("undo", steps);
    for (let step = 0; step < steps; step++) undoEdit();
    if (told !== undefined) useInspector.getState().announce(told);
  });
}

/** Redoes the given number of undone steps, and announces it. */
export function redoSteps(steps = 1): void {
  edits.run(({ redoEdit }) => {
    const told = describeSteps("redo", steps);
    for (let step = 0; step < steps; step++) redoEdit();
    if (told !== undefined) useInspector.getState().announce(told);
  });
}

/** The next steps in words, as the history menu names them; `undefined` if there are none. */
function describeSteps(direction: "undo" | "redo", steps: number): string | undefined {
  const { captures, current } = useInspector.getState();
  const [last, ...others] = (editingOf(captures[current])?.[direction] ?? []).slice(-steps);
  if (last === undefined) return undefined;
  const [verb, order] = direction === "undo" ? ["Undid", "later"] : ["Redid", "earlier"];
  return others.length === 0
    ? `${verb} ${last.name}`
    : `${verb} ${last.name} and ${formatCount(others.length, `${order} step`)}`;
}
