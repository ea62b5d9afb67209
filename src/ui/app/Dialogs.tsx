import type { ComponentType } from "react";
import { type DialogName, useInspector } from "../../store/inspector";
import { type Later, later } from "../kit/load/later";
import { PaletteDialog } from "./paletteLater";

const onClose = (): void => useInspector.getState().openDialog(undefined);

function dialog(name: string, fetch: () => Promise<{ readonly default: ComponentType }>): Later<object> {
  return later(fetch, { name, onClose });
}

/**
 * The dialogs that open over all panes, each loaded when it is first opened. Those at a row of the tree
 * belong to the tree.
 */
const dialogs: Readonly<Partial<Record<DialogName, ComponentType>>> = {
  compare: dialog("The comparison", () => import("../history/CompareDialog")),
  export: dialog("Export", () => import("../export/ExportDialog")),
  faults: dialog("The list of faults", () => import("../craft/DeliberateFaultsDialog")),
  kept: dialog("The list of saved payloads", () => import("../keep/KeptDialog")),
  leaves: dialog("What leaves this page", () => import("../help/LeavesDialog")),
  licences: dialog("The list of licences", () => import("../help/LicencesDialog")),
  offset: dialog("Go to an offset", () => import("../search/OffsetDialog")),
  palette: PaletteDialog,
  search: dialog("The search", () => import("../search/SearchDialog")),
  share: dialog("Share", () => import("../export/ShareDialog")),
  shortcuts: dialog("The list of keys", () => import("./ShortcutsDialog")),
  templates: dialog("The list of templates", () => import("../craft/TemplatesDialog")),
};

/** The open dialog, if there is one. */
export function Dialogs() {
  const name = useInspector((state) => state.dialog);
  const Open = name === undefined ? undefined : dialogs[name];
  return Open === undefined ? null : (
    <div className="dialogs">
      <Open key={name} />
    </div>
  );
}
