const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** The properties of a key event that say which keys were pressed. */
type PressedKeys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/**
 * Whether a key event matches a command's keys, such as "Mod+Shift+Z". Letters are compared by the key
 * pressed, ignoring case.
 */
export function isPressed(keys: string, event: PressedKeys): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string): boolean => parts.includes(name);
  // "?" needs Shift on some keyboards and not on others
  const isShiftFree = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wants("Mod") &&
    event.altKey === wants("Alt") &&
    (isShiftFree || event.shiftKey === wants("Shift"))
  );
}

/** Keys as `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: string): string {
  return keys.replace("Mod", "Control");
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** Keys as they are shown: "Ctrl Shift Z", and on a Mac "⌘ Shift Z". */
export function keysText(keys: string): string {
  return keys
    .split("+")
    .map((key) => (key === "Mod" ? (IS_MAC ? "⌘" : "Ctrl") : (NAMES[key] ?? key)))
    .join(" ");
}
