import { editingOf, useInspector } from "../../store/inspector";
import { hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { download } from "../kit/download";
import { copyCommands } from "./copyCommands";

/** Saves the payload that is shown as a file. */
export function savePayload(): void {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  const { bytes } = editing.document;
  void import("../context/easFacts").then(({ nameShownFile }) => download(bytes, `${nameShownFile()}.wbxml`));
}

/** Commands that copy, save and share a payload. */
export const outCommands: readonly MenuCommand[] = [
  ...copyCommands,
  {
    id: "save",
    title: "Save as .wbxml",
    menu: "export",
    keys: "Mod+S",
    isEnabled: hasPayload,
    run: savePayload,
  },
  {
    id: "export",
    title: "Export…",
    menu: "export",
    hint: "HTTP request, curl, PowerShell, Fiddler, JSON, test vector",
    keys: "Mod+E",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("export"),
  },
  {
    id: "share",
    title: "Share as a link…",
    menu: "export",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("share"),
  },
];
