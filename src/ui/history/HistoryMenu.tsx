import { Button } from "react-aria-components";
import { useEditing } from "../../store/inspector";
import { redoSteps, undoSteps } from "./history";
import { StepsMenu } from "./stepsLater";

/** Undo, redo, and all steps by name. */
export function HistoryMenu() {
  const editing = useEditing();
  const done = (editing?.undo ?? []).map(({ name }) => name).reverse();
  const undone = (editing?.redo ?? []).map(({ name }) => name).reverse();
  const [undoName] = done;
  const [redoName] = undone;
  return (
    <>
      <Button
        className="button is-icon"
        aria-label={undoName === undefined ? "Undo" : `Undo ${undoName}`}
        isDisabled={undoName === undefined}
        onPress={() => undoSteps()}
      >
        ↶
      </Button>
      <Button
        className="button is-icon"
        aria-label={redoName === undefined ? "Redo" : `Redo ${redoName}`}
        isDisabled={redoName === undefined}
        onPress={() => redoSteps()}
      >
        ↷
      </Button>
      <StepsMenu done={done} undone={undone} />
    </>
  );
}
