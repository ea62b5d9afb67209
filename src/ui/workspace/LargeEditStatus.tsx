import { Button } from "react-aria-components";
import { editingOf, useInspector } from "../../store/inspector";
import { useLargeEdit } from "../../store/largeEdits";

/** While an edit of a large payload waits for the worker; and why one of what is shown was not made. */
export function LargeEditStatus() {
  const { waiting, refused } = useLargeEdit();
  const shown = useInspector(({ captures, current }) => editingOf(captures[current])?.document.bytes);
  return (
    <>
      {waiting !== undefined && (
        <div className="busy" role="status">
          <span>
            {waiting.what} “{waiting.name}”…
          </span>
          <Button className="status-button" onPress={waiting.cancel}>
            Cancel
          </Button>
        </div>
      )}
      {refused !== undefined && refused.bytes === shown && (
        <p className="status-refused" role="alert" title={refused.reason}>
          {refused.reason}
        </p>
      )}
    </>
  );
}
