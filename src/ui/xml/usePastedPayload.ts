import { type RefObject, useEffect, useState } from "react";
import type { editor } from "./monaco";
import { findNotation, type PastedPayload, readPastedPayload } from "./pastedPayload";

/** A payload that was pasted into the editor, and what can be done with it. */
export interface OfferedPayload extends PastedPayload {
  /** Puts the text where the cursor is, as pasting does. */
  readonly insert: () => void;
  readonly close: () => void;
}

/** Keeps payloads that are pasted into an editor out of its text, and offers them. */
export function usePastedPayload(
  host: RefObject<HTMLElement | null>,
  code: editor.IStandaloneCodeEditor | undefined,
): OfferedPayload | undefined {
  const [offered, setOffered] = useState<PastedPayload>();
  useEffect(() => {
    const element = host.current;
    if (element === null || code === undefined) return;
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!code.hasTextFocus() || findNotation(text) === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void readPastedPayload(text).then(
        (read) => (read === undefined ? insertText(code, text) : setOffered(read)),
        () => insertText(code, text), // it can't be read now, and is not lost
      );
    };
    element.addEventListener("paste", onPaste, { capture: true });
    return () => element.removeEventListener("paste", onPaste, { capture: true });
  }, [host, code]);
  if (offered === undefined || code === undefined) return undefined;
  const close = (): void => {
    setOffered(undefined);
    code.focus();
  };
  const insert = (): void => {
    insertText(code, offered.text);
    close();
  };
  return { ...offered, insert, close };
}

function insertText(code: editor.IStandaloneCodeEditor, text: string): void {
  const range = code.getSelection();
  if (range === null) return;
  code.pushUndoStop();
  code.executeEdits("paste", [{ range, text, forceMoveMarkers: true }]);
  code.pushUndoStop();
}
