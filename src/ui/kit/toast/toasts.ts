import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

/** A button of a toast. Pressing it closes the toast. */
export interface ToastAction {
  readonly title: string;
  readonly run: () => void;
}

/** A short message about what was just done, and what can be done about it. */
export interface ToastContent {
  readonly text: string;
  readonly actions: readonly ToastAction[];
  /** Whether the page has announced the text in another way, so that screen readers need not say it again. */
  readonly isAnnounced?: boolean;
}

/** The toasts on the page. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const SECONDS = 6;
const SECONDS_DONE = 4;

/**
 * Shows a message for a few seconds; one with an action stays while it has the focus or the pointer. Returns
 * its key, with which it can be closed.
 */
export function toast(text: string, ...actions: readonly ToastAction[]): string {
  return toasts.add({ text, actions }, { timeout: SECONDS * 1000 });
}

/** Shows a message that stays until it is closed or acted on. The same message is not shown twice. */
export function lastingToast(text: string, ...actions: readonly ToastAction[]): void {
  if (!toasts.visibleToasts.some(({ content }) => content.text === text)) toasts.add({ text, actions });
}

/** Shows a message that the page has announced, for a few seconds. Returns its key. */
export function announcedToast(text: string): string {
  return toasts.add({ text, actions: [], isAnnounced: true }, { timeout: SECONDS_DONE * 1000 });
}
