import { Button, ProgressBar } from "react-aria-components";
import { useInspector } from "../../store/inspector";

/**
 * The progress of a long read, with a button to cancel it. It fades in, so that short reads end before it is
 * seen.
 */
export function BusyLine() {
  const busy = useInspector((state) => state.busy);
  if (busy === undefined) return null;
  const percent = Math.round(busy.done * 100);
  return (
    <div className="busy">
      <ProgressBar className="busy-bar" aria-label={`Reading ${busy.what}`} value={percent}>
        <span className="busy-done" style={{ width: `${percent}%` }} />
      </ProgressBar>
      <span>Reading {busy.what}</span>
      <span className="busy-percent">{percent} %</span>
      <Button className="status-button" onPress={busy.cancel}>
        Cancel
      </Button>
    </div>
  );
}
