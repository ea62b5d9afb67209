import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

/** A short word about what was just done, and what can be done about it. */
export interface ToastContent {
  readonly text: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}

/** The words that are on the page now. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const SECONDS = 6;

/** Shows a word for a few seconds; one with an action stays as long as it has focus or the pointer. */
export function toast(text: string, action?: ToastContent["action"]): void {
  toasts.add({ text, ...(action && { action }) }, { timeout: SECONDS * 1000 });
}

/** Shows a word that stays until it is closed or acted on; the same is not shown twice. */
export function lastingToast(text: string, action: NonNullable<ToastContent["action"]>): void {
  if (!toasts.visibleToasts.some(({ content }) => content.text === text)) toasts.add({ text, action });
}
