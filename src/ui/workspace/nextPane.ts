/**
 * What takes the keyboard in a pane: its tree, grid, list or editor; otherwise its first focusable element.
 */
const TAKES_KEYS = [
  '[role="tree"], [role="treegrid"], [role="grid"], [role="listbox"], ' +
    ".monaco-editor .native-edit-context, .monaco-editor textarea, summary",
  'input, select, button, a[href], [tabindex="0"]',
];

/**
 * The index `step` places forward or back among `count`, wrapping around at the ends; from none (-1), the
 * first or the last.
 */
export function roundPlace(at: number, step: 1 | -1, count: number): number {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return (at + step + count) % count;
}

/** Moves focus to the next or previous pane. If the panes are tabs, selects that tab. */
export function goToPane(step: 1 | -1): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('.tab-list [role="tab"]')];
  if (tabs.length > 0) {
    const shown = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const tab = tabs[roundPlace(shown, step, tabs.length)];
    tab?.click();
    tab?.focus();
    return;
  }
  const panes = [...document.querySelectorAll<HTMLElement>(".pane")];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[roundPlace(current, step, panes.length)];
  const [taking = pane] = TAKES_KEYS.flatMap(
    (selector) => pane?.querySelector<HTMLElement>(`.pane-content :is(${selector})`) ?? [],
  );
  taking?.focus();
}
