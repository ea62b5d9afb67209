import { useEffect } from "react";
import { PaletteDialog } from "./palette/paletteLater";
import { PrintView } from "./print/printLater";
import { ChildMenu, ValueEditor } from "./valueEditors/editorsLater";
import { ExplainPane, Workspace } from "./workspace/panesLater";
import { XmlEditor } from "./xml/editorLater";

/**
 * Reads a small payload and forgets it: the first reading takes several times as long as the second, and
 * should not be a person's.
 */
async function tryOut(): Promise<void> {
  const [{ readInput }, { startEditing }] = await Promise.all([
    import("../formats/read"),
    import("../store/editing"),
  ]);
  const { captures } = await readInput("03 01 6A 00 00 07 56 52 03 30 00 01 01");
  for (const { payload } of captures) startEditing(payload).text();
}

/** What the first payload needs, in the order in which it needs it. */
const STAGES: readonly (() => Promise<unknown>)[] = [
  () =>
    Promise.all([
      import("../formats/read"),
      import("../store/edits"),
      Workspace.load(),
      PaletteDialog.load(),
    ]),
  tryOut,
  () =>
    Promise.all([
      ExplainPane.load(),
      import("./judge/judge"),
      import("../store/judging").then(({ startJudging }) => startJudging()),
      PrintView.load(),
      ValueEditor.load(),
      ChildMenu.load(),
    ]),
  () => XmlEditor.load(),
];

/** How long a stage waits for an idle moment at most, in milliseconds. */
const AT_LATEST = 2000;

/** While the page waits for a payload it fetches what that will need, whenever it has nothing else to do. */
export function usePreload(): void {
  useEffect(() => {
    let handle = 0;
    const next = (stage: number): void => {
      const load = STAGES[stage];
      if (load === undefined) return;
      const run = async (): Promise<void> => {
        await load();
        next(stage + 1);
      };
      handle = requestIdleCallback(() => void run(), { timeout: AT_LATEST });
    };
    next(0);
    return () => cancelIdleCallback(handle);
  }, []);
}
