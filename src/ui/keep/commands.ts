import { useInspector } from "../../store/inspector";
import type { Command } from "../commands/command";

/** What stays in the browser, and how it goes. */
export const keepCommands: readonly Command[] = [
  {
    id: "keep",
    title: "Keep in this browser, forget…",
    menu: "open",
    run: () => useInspector.getState().openDialog("kept"),
  },
];
