import { panes } from "../../store/panes";
import { hasCaptures, type MenuCommand } from "../kit/commands/menuCommand";
import { toggleFold } from "./folding";
import { goToPane } from "./nextPane";

/** Going from pane to pane, and hiding them. */
export const paneCommands: readonly MenuCommand[] = [
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
  ...panes.map(
    ({ name, noun }): MenuCommand => ({
      id: `fold-${name}`,
      title: `Show or hide the ${noun}`,
      menu: "view",
      isEnabled: hasCaptures,
      run: () => toggleFold(name),
    }),
  ),
];
