let loadCode: (() => Promise<void>) | undefined;

/** Sets how the code of the panes is loaded. The page does so when it starts: it puts the panes together. */
export function setPanesCode(load: () => Promise<void>): void {
  loadCode = load;
}

/** Loads the panes. Whatever opens a payload waits for them, so that nothing is drawn in between. */
export async function loadPanes(): Promise<void> {
  if (loadCode === undefined) throw new Error("nothing says how the panes are loaded");
  await loadCode();
}
