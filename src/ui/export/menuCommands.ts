import { Upload } from "lucide-react";
import { editingOf, useInspector } from "../../store/inspector";
import { easFacts } from "../context/easFactsLater";
import {
  hasCaptures,
  hasPayload,
  type MenuCommand,
  type MenuSection,
  openingCommand,
} from "../kit/commands/menuCommand";
import { download } from "../kit/download";
import { laterCode } from "../kit/load/laterCode";
import { copyCommands } from "./copyCommands";
import { rememberExportedForm } from "./lastForms";
import { linkCommands } from "./linkCommands";

function savePayload(): void {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  const { bytes } = editing.document;
  easFacts.run(({ nameShownFile }) => download(bytes, `${nameShownFile()}.wbxml`));
}

/** Opens the export dialog with a form. */
function openExport(form: string): void {
  rememberExportedForm(form);
  useInspector.getState().openDialog("export");
}

const har = laterCode(() => import("./saveHar"));

const saves: MenuSection = {};
const requests: MenuSection = {};

/** Commands that copy, save and share a payload. */
export const exportCommands: readonly MenuCommand[] = [
  ...copyCommands,
  {
    id: "save",
    title: "Save payload…",
    menu: "export",
    icon: Upload,
    section: saves,
    keys: "Mod+S",
    isEnabled: hasPayload,
    run: savePayload,
  },
  {
    id: "save-har",
    title: "Save session as HAR…",
    menu: "export",
    icon: Upload,
    section: saves,
    isEnabled: hasCaptures,
    run: () => har.run(({ saveHar }) => saveHar()),
  },
  {
    id: "save-vector",
    title: "Save test vector…",
    menu: "export",
    icon: Upload,
    section: saves,
    isEnabled: hasPayload,
    run: () => openExport("vector"),
  },
  {
    id: "raw-request",
    title: "Raw request for Fiddler…",
    menu: "export",
    icon: Upload,
    section: requests,
    isEnabled: hasPayload,
    run: () => openExport("fiddler"),
  },
  openingCommand("export", {
    id: "export",
    title: "Export in any form…",
    menu: "export",
    keys: "Mod+E",
    isOnlyInOmnibox: true,
    isEnabled: hasPayload,
  }),
  ...linkCommands,
];

/** Printing. */
export const printCommands: readonly MenuCommand[] = [
  {
    id: "print",
    title: "Print XML and tree…",
    menu: "view",
    keys: "Mod+P",
    isEnabled: hasPayload,
    run: () => window.print(),
  },
];
