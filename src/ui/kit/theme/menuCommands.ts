import { useInspector } from "../../../store/inspector";
import { themes } from "../../../store/themes";
import type { MenuCommand } from "../commands/menuCommand";

/** The colours of the page. */
export const themeCommands: readonly MenuCommand[] = themes.map(({ name, title }) => ({
  id: `theme-${name}`,
  title,
  menu: "view",
  run: () => useInspector.getState().setTheme(name),
}));
