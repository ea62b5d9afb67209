import { useEffect } from "react";
import { useInspector } from "../../store/inspector";
import { commands } from "./commands";
import { isPressed } from "./keys";

/**
 * Whether what has focus takes such keys itself: a field, or an editor that keeps its own find, undo and
 * cursor keys. F6 leads out of each.
 */
function isTakenBy(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element) || event.key === "F6") return false;
  const isField =
    target.closest("input, textarea:not(.inputarea), select, [contenteditable='true']") !== null;
  if (isField) return !(event.ctrlKey || event.metaKey) || /^[acvxzy]$/i.test(event.key);
  return (
    target.closest(".monaco-editor") !== null &&
    !((event.ctrlKey || event.metaKey) && /^[ks]$/i.test(event.key))
  );
}

/** The keys of all commands, wherever on the page they are pressed. A dialog that is open keeps its own. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const state = useInspector.getState();
      if (event.defaultPrevented || state.asking !== undefined || isTakenBy(event.target, event)) return;
      const command = commands.find(({ keys }) => keys !== undefined && isPressed(keys, event));
      if (
        command === undefined ||
        (state.dialog !== undefined && (command.menu === "edit" || event.key === "F6"))
      )
        return;
      event.preventDefault();
      if (command.isEnabled?.(state) ?? true) command.run();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
