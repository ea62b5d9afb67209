import type { ComponentType } from "react";
import type { PageDialogName } from "../../store/dialogs";
import { useInspector } from "../../store/inspector";
import { type Later, later } from "../kit/load/later";

function dialog(name: string, fetch: () => Promise<{ readonly default: ComponentType }>): Later<object> {
  return later(fetch, { name, onClose: () => useInspector.getState().openDialog(undefined) });
}

/**
 * The dialogs that open over all panes, each loaded when it is first opened. The command that opens one says
 * so in its `opens`. What opens at a row of the tree belongs to the tree.
 */
export const pageDialogs = {
  export: dialog("Export", () => import("../export/ExportDialog")),
  faults: dialog("The list of faults", () => import("../craft/DeliberateFaultsDialog")),
  forget: dialog("The question before everything is deleted", () => import("../keep/ForgetDialog")),
  input: dialog("The input", () => import("../input/InputDialog")),
  kept: dialog("The list of saved payloads", () => import("../keep/KeptDialog")),
  leaves: dialog("What leaves this page", () => import("../help/LeavesDialog")),
  licences: dialog("The list of licences", () => import("../help/LicencesDialog")),
  notes: dialog("The notes about the input", () => import("../input/NotesDialog")),
  offset: dialog("Go to an offset", () => import("../search/OffsetDialog")),
  omnibox: dialog("The search", () => import("./OmniboxDialog")),
  search: dialog("The search", () => import("../search/SearchDialog")),
  shortcuts: dialog("The list of keys", () => import("./ShortcutsDialog")),
  templates: dialog("The list of templates", () => import("../craft/TemplatesDialog")),
} satisfies Readonly<Record<PageDialogName, Later<object>>>;
