import { copyText } from "../out/copyText";
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
  return (
    <div className="fault" role="alert">
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
        {isAbsent ? (
          <button type="button" className="button is-small" onClick={() => location.reload()}>
            Reload the page
          </button>
        ) : (
          <button
            type="button"
            className="button is-small"
            onClick={() => void copyText("report", formatReport(error))}
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
