/**
 * Undoes the given number of steps. Editing is loaded with the panes, so it is there before there is anything
 * to undo.
 */
export function undoSteps(steps = 1): void {
  void import("../../store/edits").then(({ undoEdit }) => {
    for (let step = 0; step < steps; step++) undoEdit();
  });
}

/** Redoes the given number of undone steps. */
export function redoSteps(steps = 1): void {
  void import("../../store/edits").then(({ redoEdit }) => {
    for (let step = 0; step < steps; step++) redoEdit();
  });
}
