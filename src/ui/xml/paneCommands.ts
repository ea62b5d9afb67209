import type { PaneCommand } from "../kit/commands/paneCommand";
import { hasEditor, runInEditor } from "./editorFeatures";

/** What the menu of the XML does. */
export const xmlPaneCommands: readonly PaneCommand[] = [
  { title: "Format", isEnabled: hasEditor, run: () => runInEditor("format") },
  { title: "Fold all", isEnabled: hasEditor, run: () => runInEditor("fold") },
  { title: "Unfold all", isEnabled: hasEditor, run: () => runInEditor("unfold") },
];
