/** Keys of a pane that belong together. */
export interface PaneKey {
  /** Each of them, as handlers compare them: "Alt+ArrowUp". */
  readonly keys: readonly string[];
  /** How they are shown, for example "Alt ↑ ↓". */
  readonly shown: string;
  readonly does: string;
  /** Who handles them, if not the pane: the browser, or a feature of the editor by Monaco's name. */
  readonly by?: "browser" | { readonly editor: string };
}

/** The keys that work while a pane has the focus. A pane declares them beside the code that handles them. */
export interface PaneKeys {
  readonly title: string;
  readonly keys: readonly PaneKey[];
}

/** The keys that a pane handles itself. */
export function listOwnKeys({ keys }: PaneKeys): readonly string[] {
  return keys.flatMap((one) => (one.by === undefined ? one.keys : []));
}
