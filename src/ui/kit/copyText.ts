import { writeClipboard } from "../../browser/clipboard";
import { useInspector } from "../../store/inspector";
import { announcedToast, lastingToast, toasts } from "./toast/toasts";

/**
 * Copies a text to the clipboard and says so. `what` is what is copied, as the end of "Copied …": "264 bytes
 * as C array". If the browser refuses, a message says what to do instead.
 */
export async function copyText(what: string, text: string): Promise<void> {
  if (await writeClipboard(text)) {
    sayCopied(`Copied ${what}`);
    return;
  }
  lastingToast(
    `The browser did not let this page copy ${what}. Allow it to use the clipboard, or save the payload ` +
      "instead.",
  );
}

let shown: string | undefined;

/** Announces that something was copied, and shows it for a few seconds, in place of the last such message. */
export function sayCopied(text: string): void {
  useInspector.getState().announce(text);
  if (shown !== undefined) toasts.close(shown);
  shown = announcedToast(text);
}
