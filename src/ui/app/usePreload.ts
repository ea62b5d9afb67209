import { useEffect } from "react";
import { type CancelIdle, whenIdle } from "../../browser/idle";
import { startReading } from "../../store/readingClient";
import { PrintView } from "../export/printLater";
import { ignoreLoadError } from "../kit/crash/crashes";
import { ChildMenu, ValueEditor } from "../tree/valueEditors/editorsLater";
import { PaletteDialog } from "./paletteLater";
import { ExplainPane, Workspace } from "./panesLater";

/**
 * Reads a small payload and discards it: the first read takes several times as long as the second, and no
 * user should have to wait for it.
 */
async function tryOut(): Promise<void> {
  const [{ readInput }, { startEditing }] = await Promise.all([
    import("../../formats/read"),
    import("../../store/editing"),
  ]);
  const { captures } = await readInput("03 01 6A 00 00 07 56 52 03 30 00 01 01");
  for (const { payload } of captures) startEditing(payload).text();
}

/** What the first payload needs, in the order it needs it. */
const STAGES: readonly (() => Promise<unknown>)[] = [
  () =>
    Promise.all([
      import("../../formats/read"),
      import("../../store/edits"),
      Workspace.load(),
      PaletteDialog.load(),
    ]),
  tryOut,
  async () => startReading(),
  () =>
    Promise.all([
      ExplainPane.load(),
      import("../context/easFacts"),
      import("../../store/linting").then(({ startLinting }) => startLinting()),
      import("../../store/documentClient").then(({ startDocumentWorker }) => startDocumentWorker()),
      PrintView.load(),
      ValueEditor.load(),
      ChildMenu.load(),
    ]),
  () => import("../xml/editorLater").then(({ XmlEditor }) => XmlEditor.load()),
];

/** The longest that a stage waits for an idle moment, in milliseconds. */
const MAX_IDLE_WAIT = 2000;

/** While the page waits for a payload, loads what that will need whenever the browser is idle. */
export function usePreload(): void {
  useEffect(() => {
    let cancel: CancelIdle | undefined;
    const next = (stage: number): void => {
      const load = STAGES[stage];
      if (load === undefined) return;
      const run = async (): Promise<void> => {
        await load().catch(ignoreLoadError); // it is asked for again when it is needed
        next(stage + 1);
      };
      cancel = whenIdle(() => void run(), MAX_IDLE_WAIT);
    };
    next(0);
    return () => cancel?.();
  }, []);
}
