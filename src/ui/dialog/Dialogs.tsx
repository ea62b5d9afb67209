import type { ComponentType } from "react";
import { type DialogName, useInspector } from "../../store/inspector";
import { later } from "../later";
import { PaletteDialog } from "../palette/paletteLater";

/**
 * The dialogs that open over all panes, each loaded when it is first opened. Those at a row of the tree
 * belong to the tree.
 */
const dialogs: Readonly<Partial<Record<DialogName, ComponentType>>> = {
  compare: later(() => import("../compare/CompareDialog")),
  export: later(() => import("../out/ExportDialog")),
  faults: later(() => import("../craft/DeliberateFaultsDialog")),
  kept: later(() => import("../keep/KeptDialog")),
  offset: later(() => import("../go/OffsetDialog")),
  palette: PaletteDialog,
  search: later(() => import("../search/SearchDialog")),
  share: later(() => import("../out/ShareDialog")),
  shortcuts: later(() => import("../palette/ShortcutsDialog")),
  templates: later(() => import("../craft/TemplatesDialog")),
};

/** The open dialog, if there is one. */
export function Dialogs() {
  const name = useInspector((state) => state.dialog);
  const Open = name === undefined ? undefined : dialogs[name];
  return Open === undefined ? null : <Open />;
}
