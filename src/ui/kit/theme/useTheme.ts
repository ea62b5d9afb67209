import { useEffect, useSyncExternalStore } from "react";
import { readStored, STORED, writeStored } from "../../../browser/storage";
import { useInspector } from "../../../store/inspector";
import { type Theme, themes } from "../../../store/themes";

const KEY = `${STORED}theme`;

const isTheme = (value: string | undefined): value is Theme => themes.some(({ name }) => name === value);

/**
 * Applies the chosen colours, and remembers the choice in this browser. If the system asks for more contrast,
 * the page gives it.
 */
export function useTheme(): void {
  const theme = useInspector((state) => state.theme);
  const setTheme = useInspector((state) => state.setTheme);
  const wantsContrast = useSystem("(prefers-contrast: more)");
  useEffect(() => {
    const kept = readStored(KEY);
    if (isTheme(kept)) setTheme(kept);
  }, [setTheme]);
  useEffect(() => {
    writeStored(KEY, theme === "system" ? undefined : theme);
  }, [theme]);
  useEffect(() => {
    const shown = theme === "system" && wantsContrast ? "contrast" : theme;
    if (shown === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = shown;
  }, [theme, wantsContrast]);
}

/** Whether a media query matches, such as one for dark colours; follows changes of the system. */
function useSystem(query: string): boolean {
  const subscribe = (onChange: () => void): (() => void) => {
    const list = matchMedia(query);
    list.addEventListener("change", onChange);
    return () => list.removeEventListener("change", onChange);
  };
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
