import { create } from "zustand";

/** What people ask most for in a session. */
export const chips = ["failed", "problems", "sms", "edited"] as const;

/** One of the chips above the list of a session. */
export type Chip = (typeof chips)[number];

/** How the session is shown. It outlives the pane, which is not there while another tab is shown. */
export interface SessionView {
  /** The groups whose exchanges are hidden, by their keys. */
  readonly folded: ReadonlySet<string>;
  /** The chips that are on: an exchange is listed if it fits all of them. */
  readonly chosen: ReadonlySet<Chip>;
}

/** How the session is shown. */
export const useSessionView = create<SessionView>()(() => ({ folded: new Set(), chosen: new Set() }));

/** Hides the exchanges of a group, or shows them again. */
export function foldGroup(key: string, isFolded: boolean): void {
  useSessionView.setState(({ folded }) => {
    if (folded.has(key) === isFolded) return {};
    const next = new Set(folded);
    if (isFolded) next.add(key);
    else next.delete(key);
    return { folded: next };
  });
}

/** Switches a chip on or off. */
export function toggleChip(chip: Chip): void {
  useSessionView.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(chip)) next.add(chip);
    return { chosen: next };
  });
}

/** Switches all chips off. */
export function clearChips(): void {
  useSessionView.setState({ chosen: new Set() });
}
