import { type PaneName, type Theme, useInspector } from "../../store/inspector";
import { hasCaptures, hasPayload, type MenuCommand } from "../kit/commands/menuCommand";

const PANES: readonly (readonly [PaneName, string])[] = [
  ["captures", "captures"],
  ["tree", "tree"],
  ["xml", "XML"],
  ["explain", "Explain"],
  ["bytes", "bytes"],
  ["problems", "problems"],
];

/** Hides a pane, or shows it again. */
export function toggleFold(pane: PaneName): void {
  const { folded, setFolded } = useInspector.getState();
  const next = new Set(folded);
  if (!next.delete(pane)) next.add(pane);
  setFolded(next);
}

const THEMES: readonly (readonly [Theme, string])[] = [
  ["system", "System colours"],
  ["light", "Light colours"],
  ["dark", "Dark colours"],
  ["contrast", "High contrast"],
];

/** Panes, colours and printing. */
export const viewCommands: readonly MenuCommand[] = [
  ...PANES.map(
    ([pane, name]): MenuCommand => ({
      id: `fold-${pane}`,
      title: `Toggle the ${name} pane`,
      menu: "view",
      isEnabled: hasCaptures,
      run: () => toggleFold(pane),
    }),
  ),
  ...THEMES.map(
    ([theme, title]): MenuCommand => ({
      id: `theme-${theme}`,
      title,
      menu: "view",
      run: () => useInspector.getState().setTheme(theme),
    }),
  ),
  {
    id: "print",
    title: "Print XML and tree…",
    menu: "view",
    keys: "Mod+P",
    isEnabled: hasPayload,
    run: () => window.print(),
  },
];
