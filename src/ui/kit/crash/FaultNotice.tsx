import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { copyText } from "../copyText";
import { formatReport, isLoadError, LOAD_ERROR } from "./crashes";

interface Props {
  /** What could not be shown, as the beginning of a sentence: "The tree". */
  readonly name: string;
  readonly error: Error;
  readonly onRetry: () => void;
  /** Takes the notice away; for parts that a user opens and closes. */
  readonly onClose?: (() => void) | undefined;
}

/**
 * Says that a part of the page could not be shown, and why: its code could not be loaded, or it has a bug.
 * Then there is a report to copy, which has no byte of a payload in it.
 */
export function FaultNotice({ name, error, onRetry, onClose }: Props) {
  const isAbsent = isLoadError(error);
  const frame = useFocusOnOpen(onClose);
  return (
    <div
      ref={frame}
      className="fault"
      role={onClose === undefined ? "alert" : "alertdialog"}
      aria-label={`${name} could not be shown`}
      tabIndex={-1}
    >
      <p>
        <strong>{name} could not be shown.</strong>{" "}
        {isAbsent
          ? LOAD_ERROR
          : "This is a bug in the inspector, not a problem with your payload. Everything else works on."}
      </p>
      {!isAbsent && <pre className="fault-report">{formatReport(error)}</pre>}
      <p className="fault-actions">
        <button type="button" className="button is-small" onClick={onRetry}>
          Try again
        </button>
        <button type="button" className="button is-small" onClick={() => location.reload()}>
          Reload the page
        </button>
        {!isAbsent && (
          <button
            type="button"
            className="button is-small"
            onClick={() => void copyText("the report", formatReport(error))}
          >
            Copy report
          </button>
        )}
        {onClose !== undefined && (
          <button type="button" className="button is-small" onClick={onClose}>
            Close
          </button>
        )}
      </p>
    </div>
  );
}

/**
 * Treats a notice that a user has opened as a dialog: the focus moves to it, and back when it is closed, and
 * Escape closes it. One that appears by itself leaves the focus where it is.
 */
function useFocusOnOpen(onClose: (() => void) | undefined): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(() => onClose?.());
  const isOpened = onClose !== undefined;
  useEffect(() => {
    const notice = frame.current;
    if (!isOpened || notice === null) return;
    const before = document.activeElement;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") close();
    };
    notice.addEventListener("keydown", onKey);
    notice.focus();
    return () => {
      notice.removeEventListener("keydown", onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isOpened]);
  return frame;
}
