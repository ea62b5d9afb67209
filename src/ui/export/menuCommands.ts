import { editingOf, useInspector } from "../../store/inspector";
import { easFacts } from "../context/easFactsLater";
import { hasPayload, type MenuCommand, openingCommand } from "../kit/commands/menuCommand";
import { download } from "../kit/download";
import { copyCommands } from "./copyCommands";

function savePayload(): void {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return;
  const { bytes } = editing.document;
  easFacts.run(({ nameShownFile }) => download(bytes, `${nameShownFile()}.wbxml`));
}

/** Saves the payload that is shown as a file. */
export const saveCommand = {
  id: "save",
  title: "Save as .wbxml",
  menu: "export",
  keys: "Mod+S",
  isEnabled: hasPayload,
  run: savePayload,
} as const satisfies MenuCommand;

/** Commands that copy, save and share a payload. */
export const exportCommands: readonly MenuCommand[] = [
  ...copyCommands,
  saveCommand,
  openingCommand("export", {
    id: "export",
    title: "Export…",
    menu: "export",
    hint: "HTTP request, curl, PowerShell, Fiddler, JSON, test vector",
    keys: "Mod+E",
    isEnabled: hasPayload,
  }),
  openingCommand("share", {
    id: "share",
    title: "Share as a link…",
    menu: "export",
    isEnabled: hasPayload,
  }),
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
