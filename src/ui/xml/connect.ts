import { bytesAtText } from "../../document/locate";
import { editText } from "../../store/edits";
import { editingOf, useInspector } from "../../store/inspector";
import { redoSteps, undoSteps } from "../history/history";
import { reportMissingPart } from "../kit/crash/crashes";
import { laterCode } from "../kit/load/laterCode";
import { onReveal } from "../kit/revealText";
import { goToNextProblem, goToPreviousProblem } from "../problems/menuCommands";
import { type editor, KeyCode, KeyMod, Range } from "./monaco";
import { selectAtText } from "./pointed";
import { registerQuickFixes } from "./quickFixes";
import { closeTag, registerTags } from "./tags";

const assist = laterCode(() => import("./assist"));

/**
 * Sends what the user does in the editor to the store: edits, undo and redo, selection, hover. Returns a
 * function that disconnects the editor.
 */
export function connectEditor(code: editor.IStandaloneCodeEditor): () => void {
  const model = code.getModel();
  let waiting: editor.IModelContentChangedEvent | undefined;
  const flush = (): void => {
    if (waiting === undefined || model === null || model.isDisposed()) return;
    closeTag(code, waiting);
    waiting = undefined;
    editText(model.getValue());
  };
  const onChange = (event: editor.IModelContentChangedEvent): void => {
    if (waiting === undefined) queueMicrotask(flush); // a typed tag and its closing tag are one step
    waiting ??= event;
  };
  const after = (does: () => void) => (): void => {
    flush();
    does();
  };
  const disposables = [
    code.onDidChangeModelContent(onChange),
    code.onDidChangeCursorPosition(({ position, source }) => {
      if (source === "api" || source === "model" || !code.hasTextFocus()) return;
      if (model !== null) selectAtText(model.getOffsetAt(position));
    }),
    code.onMouseMove(({ target }) =>
      pointAt(target.position === null || model === null ? undefined : model.getOffsetAt(target.position)),
    ),
    code.onMouseLeave(() => pointAt(undefined)),
  ];
  const undo = after(() => undoSteps());
  const redo = after(() => redoSteps());
  code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, undo);
  code.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, redo);
  code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, redo);
  code.addCommand(
    KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    () => void code.getAction("editor.action.formatDocument")?.run(),
  ); // the default key differs on Linux
  code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyK, () => useInspector.getState().openDialog("omnibox"));
  code.addCommand(KeyCode.F8, goToNextProblem);
  code.addCommand(KeyMod.Shift | KeyCode.F8, goToPreviousProblem);
  const removals = [registerTags(), registerQuickFixes()];
  const endAssist = startAssist();
  onReveal(({ from, to }) => {
    if (model === null) return;
    const range = Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
    code.setSelection(range);
    code.revealRangeInCenter(range);
    code.focus();
  });
  return () => {
    onReveal(undefined);
    endAssist();
    for (const remove of removals) remove();
    for (const disposable of disposables) disposable.dispose();
  };
}

/**
 * Starts completion and explanations. They are loaded after the editor, because the catalogue comes with
 * them. Returns a function that ends them.
 */
function startAssist(): () => void {
  let isEnded = false;
  let remove: (() => void) | undefined;
  const start = async (): Promise<void> => {
    try {
      const { registerAssist } = await assist.load();
      if (!isEnded) remove ??= registerAssist();
    } catch (error) {
      if (!isEnded) reportMissingPart("Help with the XML", error, () => void start());
    }
  };
  void start();
  return () => {
    isEnded = true;
    remove?.();
  };
}

function pointAt(offset: number | undefined): void {
  const { captures, current, point } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft) return;
  point(offset === undefined ? undefined : bytesAtText(editing.document, offset), "xml");
}
