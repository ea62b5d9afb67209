import { writeClipboard } from "../../browser/clipboard";
import { useInspector } from "../../store/inspector";
import { lastingToast } from "../toast/toasts";

/**
 * Copies a text to the clipboard and announces it. If the browser refuses, a message says what to do instead.
 */
export async function copyText(title: string, text: string): Promise<void> {
  if (await writeClipboard(text)) {
    useInspector.getState().announce(`Copied: ${title}`);
    return;
  }
  lastingToast(
    `The browser did not allow copying (${title}). Allow this page to use the clipboard, or save the ` +
      "payload instead.",
  );
}
