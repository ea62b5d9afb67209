import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

/** A short message about what was just done, and an optional action. */
export interface ToastContent {
  readonly text: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}

/** The toasts on the page. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const SECONDS = 6;

/** Shows a message for a few seconds; one with an action stays while it has the focus or the pointer. */
export function toast(text: string, action?: ToastContent["action"]): void {
  toasts.add({ text, ...(action && { action }) }, { timeout: SECONDS * 1000 });
}

/** Shows a message that stays until it is closed or acted on. The same message is not shown twice. */
export function lastingToast(text: string, action: NonNullable<ToastContent["action"]>): void {
  if (!toasts.visibleToasts.some(({ content }) => content.text === text)) toasts.add({ text, action });
}
