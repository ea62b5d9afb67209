import { hasCaptures, hasPayload, type MenuCommand, openingCommand } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";
import { edits } from "../kit/load/storeCode";

/** Commands that move from one place to another. */
export const goCommands: readonly MenuCommand[] = [
  {
    id: "back",
    title: "Go back",
    menu: "go",
    keys: "Alt+ArrowLeft",
    isEnabled: ({ trail }) => trail.back.length > 0,
    run: () => edits.run(({ goBack }) => goBack()),
  },
  {
    id: "forward",
    title: "Go forward",
    menu: "go",
    keys: "Alt+ArrowRight",
    isEnabled: ({ trail }) => trail.forward.length > 0,
    run: () => edits.run(({ goForward }) => goForward()),
  },
  openingCommand("offset", {
    id: "go-to-offset",
    title: "Go to an offset…",
    menu: "go",
    keys: "Mod+G",
    isEnabled: hasPayload,
  }),
];

const visiting = laterCode(() => import("./showHit"));

function goToNextHit(step: 1 | -1): void {
  visiting.run(({ showNextHit }) => showNextHit(step));
}

/** Search across captures. */
export const searchCommands: readonly MenuCommand[] = [
  openingCommand("search", {
    id: "find",
    title: "Find…",
    menu: "go",
    hint: "names, values, text, bytes",
    keys: "Mod+F",
    isEnabled: hasCaptures,
  }),
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
