/**
 * Takes the last changes back, as many as asked. Editing is loaded with the panes, so by the time there is a
 * change it is there.
 */
export function takeBack(steps = 1): void {
  void import("../../store/edits").then(({ undoEdit }) => {
    for (let step = 0; step < steps; step++) undoEdit();
  });
}

/** Brings the last changes that were taken back again, as many as asked. */
export function bringBack(steps = 1): void {
  void import("../../store/edits").then(({ redoEdit }) => {
    for (let step = 0; step < steps; step++) redoEdit();
  });
}
