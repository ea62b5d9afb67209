import { Redo2, Undo2 } from "lucide-react";
import { useEditing } from "../../store/inspector";
import { IconButton } from "../kit/IconButton";
import { labelStep, redoSteps, undoSteps } from "./history";
import { StepsMenu } from "./stepsLater";

/** Undo, redo, and all steps by name. */
export function HistoryButtons() {
  const editing = useEditing();
  const done = (editing?.undo ?? []).map(({ name }) => name).reverse();
  const undone = (editing?.redo ?? []).map(({ name }) => name).reverse();
  return (
    <>
      <IconButton
        icon={Undo2}
        label={labelStep("Undo", done[0])}
        keys="Mod+Z"
        isDisabled={done.length === 0}
        onPress={() => undoSteps()}
      />
      <IconButton
        icon={Redo2}
        label={labelStep("Redo", undone[0])}
        keys="Mod+Shift+Z"
        isDisabled={undone.length === 0}
        onPress={() => redoSteps()}
      />
      <StepsMenu done={done} undone={undone} />
    </>
  );
}
