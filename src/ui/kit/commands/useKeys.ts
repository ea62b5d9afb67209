import { useEffect } from "react";
import { useInspector } from "../../../store/inspector";
import { isPressed } from "./keys";
import type { MenuCommand } from "./menuCommand";

/**
 * Whether the focused element handles these keys itself: a field, or an editor with its own find, undo and
 * cursor keys. F6 and F8 always work.
 */
function isTakenBy(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element) || /^F[68]$/.test(event.key)) return false;
  if (isPressed("Mod+Shift+C", event)) return false; // no field copies by these
  const isField =
    target.closest("input, textarea:not(.inputarea), select, [contenteditable='true']") !== null;
  if (isField) return !(event.ctrlKey || event.metaKey) || /^[acvxzy]$/i.test(event.key);
  return (
    target.closest(".monaco-editor") !== null &&
    !((event.ctrlKey || event.metaKey) && /^[ks]$/i.test(event.key))
  );
}

/**
 * Runs commands by their keys, wherever on the page they are pressed. An open dialog keeps its own keys.
 */
export function useKeys(menuCommands: readonly MenuCommand[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const state = useInspector.getState();
      if (event.defaultPrevented || state.passwordRequest !== undefined || isTakenBy(event.target, event))
        return;
      const menuCommand = menuCommands.find(({ keys }) => keys !== undefined && isPressed(keys, event));
      if (
        menuCommand === undefined ||
        (state.dialog !== undefined && (menuCommand.menu === "edit" || event.key === "F6"))
      )
        return;
      event.preventDefault();
      if (menuCommand.isEnabled?.(state) ?? true) menuCommand.run();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [menuCommands]);
}
