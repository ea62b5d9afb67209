import { useInspector } from "../../store/inspector";
import { hasCaptures, hasPayload, type MenuCommand } from "../kit/commands/menuCommand";
import { goToPane } from "../workspace/nextPane";

/** Commands that move from one place to another. */
export const goCommands: readonly MenuCommand[] = [
  {
    id: "back",
    title: "Go back",
    menu: "go",
    keys: "Alt+ArrowLeft",
    isEnabled: ({ trail }) => trail.back.length > 0,
    run: () => void import("../../store/edits").then(({ goBack }) => goBack()),
  },
  {
    id: "forward",
    title: "Go forward",
    menu: "go",
    keys: "Alt+ArrowRight",
    isEnabled: ({ trail }) => trail.forward.length > 0,
    run: () => void import("../../store/edits").then(({ goForward }) => goForward()),
  },
  {
    id: "go-to-offset",
    title: "Go to an offset…",
    menu: "go",
    keys: "Mod+G",
    isEnabled: hasPayload,
    run: () => useInspector.getState().openDialog("offset"),
  },
  {
    id: "next-pane",
    title: "Next pane",
    menu: "go",
    keys: "F6",
    isEnabled: hasCaptures,
    run: () => goToPane(1),
  },
  {
    id: "pane-before",
    title: "Previous pane",
    menu: "go",
    keys: "Shift+F6",
    isEnabled: hasCaptures,
    run: () => goToPane(-1),
  },
];
