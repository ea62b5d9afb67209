import { Button } from "react-aria-components";
import { useInspector } from "../../../store/inspector";
import { themes } from "../../../store/themes";

/** A button that goes through the colours of the page. */
export function ThemeButton() {
  const shown = useInspector((state) => state.theme);
  const setTheme = useInspector((state) => state.setTheme);
  const at = themes.findIndex(({ name }) => name === shown);
  const { name: next } = themes[at + 1] ?? themes[0];
  return (
    <Button
      className="button is-icon"
      aria-label={`Colours: ${shown}. Change to ${next}`}
      onPress={() => setTheme(next)}
    >
      {themes[at]?.sign}
    </Button>
  );
}
