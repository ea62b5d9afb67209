import type { KeyboardEvent } from "react";
import { type Editing } from "../../store/editing";
import { editText } from "../../store/edits";
import { redoSteps, undoSteps } from "../history/history";
import type { FailedLoad } from "../kit/load/later";
import { selectAtText } from "./pointed";

/** The XML of a payload in a plain text area: what there is when the editor's code could not be loaded. */
export function PlainXml({ editing, load }: { readonly editing: Editing; readonly load: FailedLoad }) {
  return (
    <div className="xml-plain">
      <PlainLine retry={load.retry} />
      <PlainText
        label="XML"
        text={editing.text()}
        onChange={editText}
        onSelect={selectAtText}
        onKeyDown={undoByKeys}
      />
    </div>
  );
}

/** Says why the text has no colours, and tries again. */
export function PlainLine({ retry }: { readonly retry: () => void }) {
  return (
    <p className="xml-part-line" role="status">
      <span>
        The editor could not be loaded, so the XML is plain text. It can be edited all the same; colours,
        completion and folding are missing.
      </span>
      <button type="button" className="button is-small" onClick={retry}>
        Try again
      </button>
      <button type="button" className="button is-small" onClick={() => location.reload()}>
        Reload the page
      </button>
    </p>
  );
}

interface PlainTextProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSelect?: (offset: number) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A text area for XML, without the browser's spell checker. */
export function PlainText({ label, text, onChange, onSelect, onKeyDown }: PlainTextProps) {
  return (
    <textarea
      className="xml-plain-text"
      aria-label={label}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onSelect={({ currentTarget }) => onSelect?.(currentTarget.selectionStart)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The browser's own undo does not know edits made elsewhere. */
function undoByKeys(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redoSteps();
  else undoSteps();
}
