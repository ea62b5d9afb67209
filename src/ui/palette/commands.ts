import { useInspector } from "../../store/inspector";
import type { Command } from "../commands/command";

const { openDialog } = useInspector.getState();

/** The palette, and the list of keys. */
export const paletteCommands: readonly Command[] = [
  { id: "palette", title: "All commands…", menu: "help", keys: "Mod+K", run: () => openDialog("palette") },
  {
    id: "shortcuts",
    title: "Keyboard shortcuts",
    menu: "help",
    keys: "?",
    run: () => openDialog("shortcuts"),
  },
];
