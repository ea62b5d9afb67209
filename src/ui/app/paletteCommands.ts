import { useInspector } from "../../store/inspector";
import type { MenuCommand } from "../kit/commands/menuCommand";

const { openDialog } = useInspector.getState();

/** The palette and the list of shortcuts. */
export const paletteCommands: readonly MenuCommand[] = [
  { id: "palette", title: "All commands…", menu: "help", keys: "Mod+K", run: () => openDialog("palette") },
  {
    id: "shortcuts",
    title: "Keyboard shortcuts",
    menu: "help",
    keys: "?",
    run: () => openDialog("shortcuts"),
  },
];
