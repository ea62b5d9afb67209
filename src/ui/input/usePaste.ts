import { useEffect } from "react";
import { namedFiles, readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

/** Whether an event's target takes text itself, as inputs and the XML editor do. */
function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, textarea, [contenteditable], .monaco-editor") !== null
  );
}

/** Opens whatever is pasted outside an editor. */
export function usePaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isEditable(event.target) || event.clipboardData === null) return;
      const text = event.clipboardData.getData("text/plain");
      if (text === "" && event.clipboardData.files.length === 0) return;
      event.preventDefault();
      void (text === "" ? readFilesIntoPage(namedFiles(event.clipboardData.files)) : readTextIntoPage(text));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
