import { useInspector } from "../../store/inspector";
import type { MenuCommand } from "../commands/menuCommand";

/** What stays in the browser, and how to delete it. */
export const keepCommands: readonly MenuCommand[] = [
  {
    id: "keep",
    title: "Keep in this browser, forget…",
    menu: "open",
    run: () => useInspector.getState().openDialog("kept"),
  },
];
