/** What takes the keyboard in the document that is shown: its tree, otherwise its text. */
const ENTRIES = ['[role="tree"]', '[aria-label="Body"]', ".text-pane", ".pane:not(.is-captures)"];

/** Moves the focus from the session into the document that is shown, once it is drawn. */
export function enterDocument(): void {
  requestAnimationFrame(() => {
    const entry = ENTRIES.map((selector) => document.querySelector<HTMLElement>(selector)).find(
      (element) => element !== null,
    );
    entry?.focus();
  });
}
