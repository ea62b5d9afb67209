import { Button } from "react-aria-components";
import { useLargeEdit } from "../../store/largeEdits";

/** While an edit of a large payload waits for the worker, and why one was not made. */
export function LargeEditLine() {
  const { waiting, refused } = useLargeEdit();
  if (waiting !== undefined)
    return (
      <div className="busy" role="status">
        <span>Applying “{waiting.name}”…</span>
        <Button className="button" onPress={waiting.cancel}>
          Cancel
        </Button>
      </div>
    );
  return refused === undefined ? null : (
    <p className="draft-line" role="alert">
      {refused}
    </p>
  );
}
