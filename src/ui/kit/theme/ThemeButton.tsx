import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useInspector } from "../../../store/inspector";
import { themes } from "../../../store/themes";
import { IconButton } from "../IconButton";

const ICONS = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

/** A button that goes through the colours of the page. */
export function ThemeButton() {
  const shown = useInspector((state) => state.theme);
  const setTheme = useInspector((state) => state.setTheme);
  const at = themes.findIndex(({ name }) => name === shown);
  const { name: next } = themes[at + 1] ?? themes[0];
  return (
    <IconButton
      icon={ICONS[shown]}
      label={`Colours: ${shown}. Change to ${next}`}
      onPress={() => setTheme(next)}
    />
  );
}
