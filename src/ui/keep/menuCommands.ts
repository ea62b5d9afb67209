import { useInspector } from "../../store/inspector";
import type { MenuCommand } from "../kit/commands/menuCommand";

/** Opens the payloads saved in this browser. */
export const keepCommands: readonly MenuCommand[] = [
  {
    id: "keep",
    title: "Saved payloads…",
    hint: "keep in this browser, delete everything",
    menu: "open",
    run: () => useInspector.getState().openDialog("kept"),
  },
];
