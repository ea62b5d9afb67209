import { useInspector } from "../../store/inspector";
import { type Command, hasPayload } from "../commands/command";

/** Ways to take a payload away. */
export const outCommands: readonly Command[] = [
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
