import { useInspector } from "../../store/inspector";

/** Copies a text to the clipboard and announces it. If the browser refuses, announces what to do instead. */
export async function copyText(title: string, text: string): Promise<void> {
  const { announce } = useInspector.getState();
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied: ${title}`);
  } catch (error) {
    announce(
      `The browser did not allow copying (${error instanceof Error ? error.message : String(error)}). ` +
        "Save the payload instead.",
    );
  }
}
