const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** What of a key event tells which keys were pressed. */
type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/**
 * Whether an event is the keys that a command names, such as "Mod+Shift+Z". Letters are compared by the key
 * pressed, without regard to case.
 */
export function isPressed(keys: string, event: Pressed): boolean {
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

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** Keys as a person reads them: "Ctrl Shift Z", and on a Mac "⌘ Shift Z". */
export function keysText(keys: string): string {
  return keys
    .split("+")
    .map((key) => (key === "Mod" ? (IS_MAC ? "⌘" : "Ctrl") : (NAMES[key] ?? key)))
    .join(" ");
}
