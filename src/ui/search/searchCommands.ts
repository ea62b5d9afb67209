import { useInspector } from "../../store/inspector";
import { hasCaptures, type MenuCommand } from "../kit/commands/menuCommand";

function goToNextHit(step: 1 | -1): void {
  void import("./showHit").then(({ showNextHit }) => showNextHit(step));
}

/** Search across captures. */
export const searchCommands: readonly MenuCommand[] = [
  {
    id: "find",
    title: "Find…",
    menu: "go",
    hint: "names, values, text, bytes",
    keys: "Mod+F",
    isEnabled: hasCaptures,
    run: () => useInspector.getState().openDialog("search"),
  },
  {
    id: "next-hit",
    title: "Next hit",
    menu: "go",
    keys: "F3",
    isEnabled: hasCaptures,
    run: () => goToNextHit(1),
  },
  {
    id: "previous-hit",
    title: "Previous hit",
    menu: "go",
    keys: "Shift+F3",
    isEnabled: hasCaptures,
    run: () => goToNextHit(-1),
  },
];
