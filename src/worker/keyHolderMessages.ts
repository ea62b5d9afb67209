/** What the page asks of the key holder. An answer comes through the port that is sent along. */
export type ToKeyHolder =
  /** Holds the key of a tab while the tab is reloaded. */
  | { readonly kind: "hold"; readonly tab: string; readonly key: Uint8Array }
  /** Gives the key of a tab back: answered with a {@link HeldKey}. It is still held, for a minute at most. */
  | { readonly kind: "give"; readonly tab: string }
  /** Forgets the key of a tab. */
  | { readonly kind: "release"; readonly tab: string }
  /** Lists the tabs whose keys are held: answered with their names. */
  | { readonly kind: "list" };

/** The key of a tab; `undefined` if it is not held. */
export type HeldKey = Uint8Array | undefined;
