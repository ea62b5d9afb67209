import { useInspector } from "../../store/inspector";
import { type Command, hasCaptures } from "../commands/command";

function goOn(step: 1 | -1): void {
  void import("./showHit").then(({ showNextHit }) => showNextHit(step));
}

/** Search across captures. */
export const searchCommands: readonly Command[] = [
  {
    id: "find",
    title: "Find…",
    menu: "go",
    hint: "names, values, text, bytes",
    keys: "Mod+F",
    isEnabled: hasCaptures,
    run: () => useInspector.getState().openDialog("search"),
  },
  { id: "next-hit", title: "Next hit", menu: "go", keys: "F3", isEnabled: hasCaptures, run: () => goOn(1) },
  {
    id: "previous-hit",
    title: "Previous hit",
    menu: "go",
    keys: "Shift+F3",
    isEnabled: hasCaptures,
    run: () => goOn(-1),
  },
];
