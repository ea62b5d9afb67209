import { useEffect, useId, useRef } from "react";
import { readTextIntoPage } from "../input/readIntoPage";
import type { OfferedPayload } from "./usePastedPayload";

/**
 * What can be done with a payload that was pasted into the XML. It takes the focus; Escape leaves the XML as
 * it was, with the text still on the clipboard.
 */
export function PastedPayloadBar({
  offered: { text, sentence, insert, close },
}: {
  readonly offered: OfferedPayload;
}) {
  const first = useRef<HTMLButtonElement>(null);
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const leave = useRef(close);
  useEffect(() => {
    leave.current = close;
  });
  useEffect(() => {
    first.current?.focus();
    const element = bar.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      leave.current();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, []);
  const open = (): void => {
    close();
    void readTextIntoPage(text);
  };
  return (
    <div ref={bar} className="xml-pasted" role="alertdialog" aria-labelledby={id}>
      <span id={id}>{sentence}</span>
      <button ref={first} type="button" className="button is-small" onClick={open}>
        Open as a payload
      </button>
      <button type="button" className="button is-small" onClick={insert}>
        Insert as text
      </button>
      <button type="button" className="button is-small" onClick={close}>
        Cancel
      </button>
    </div>
  );
}
