import { useInspector } from "../../store/inspector";
import type { MenuCommand } from "../kit/commands/menuCommand";

const { openDialog } = useInspector.getState();

/** What can leave the page, and the licences of what it contains. */
export const helpCommands: readonly MenuCommand[] = [
  { id: "leaves", title: "What leaves this page", menu: "help", run: () => openDialog("leaves") },
  { id: "licences", title: "Licences", menu: "help", run: () => openDialog("licences") },
];
