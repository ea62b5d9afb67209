import { describe, expect, it } from "vitest";
import { isPressed, keysText } from "./keys";

const event = (key: string, held: readonly string[] = []) => ({
  key,
  code: "",
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  shiftKey: held.includes("shift"),
  altKey: held.includes("alt"),
});

describe("isPressed", () => {
  it.each([
    ["Mod+K", event("k", ["ctrl"]), true],
    ["Mod+K", event("K", ["meta"]), true],
    ["Mod+K", event("k"), false],
    ["Mod+K", event("k", ["ctrl", "shift"]), false],
    ["Mod+K", event("k", ["ctrl", "alt"]), false],
    ["Mod+Shift+Z", event("Z", ["ctrl", "shift"]), true],
    ["Mod+Shift+Z", event("z", ["ctrl"]), false],
    ["?", event("?", ["shift"]), true],
    ["?", event("?"), true],
    ["?", event("?", ["ctrl"]), false],
    ["Alt+ArrowLeft", event("ArrowLeft", ["alt"]), true],
    ["Alt+ArrowLeft", event("ArrowLeft"), false],
  ])("%s by %o is %s", (keys, pressed, expected) => {
    expect(isPressed(keys, pressed)).toBe(expected);
  });
});

describe("keysText", () => {
  it("names arrows and the main key", () => {
    expect(keysText("Alt+ArrowLeft")).toBe("Alt ←");
    expect(keysText("Mod+Shift+Z")).toMatch(/^(Ctrl|⌘) Shift Z$/);
  });
});
