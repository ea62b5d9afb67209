import { useEffect } from "react";
import { editor } from "./monaco";

/** The name of the page's colours in the editor. */
const THEME = "page";

/** What the page's colours and its choice of them depend on. */
const MEDIA = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

/** Gives the editor the colours of the page, now and whenever they change. */
export function useEditorColours(): void {
  useEffect(() => {
    setColours();
    const choice = new MutationObserver(setColours);
    choice.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const lists = MEDIA.map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener("change", setColours);
    return () => {
      choice.disconnect();
      for (const list of lists) list.removeEventListener("change", setColours);
    };
  }, []);
}

function setColours(): void {
  const read = openReader();
  editor.defineTheme(THEME, writeTheme(read.colour));
  editor.setTheme(THEME);
  read.close();
}

/** The value of a custom property, or of another colour of CSS, as `#rrggbb`. */
type ReadColour = (name: string) => string;

/** Reads colours as the browser computes them, from an element that nobody sees. */
function openReader(): { readonly colour: ReadColour; readonly close: () => void } {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.setProperty("forced-color-adjust", "none"); // otherwise all colours would be that of text
  document.body.append(probe);
  const colour: ReadColour = (name) => {
    probe.style.color = name.startsWith("--") ? `var(${name})` : name;
    return toHexColour(getComputedStyle(probe).color);
  };
  return { colour, close: () => probe.remove() };
}

/** `rgb(…)`, with or without an opacity, as `#rrggbb`. */
function toHexColour(computed: string): string {
  const [red = 0, green = 0, blue = 0] = (computed.match(/[\d.]+/g) ?? []).map(Number);
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** The colours of the editor by those of the page. */
const COLOURS: Readonly<Record<string, string>> = {
  "editor.background": "--surface",
  "editor.foreground": "--kind-text",
  foreground: "--text",
  "editorCursor.foreground": "--text",
  "editorLineNumber.foreground": "--text-3",
  "editorLineNumber.activeForeground": "--text",
  "editorGutter.background": "--surface",
  "editor.findMatchBackground": "--amber-fill",
  "editor.findMatchBorder": "--amber",
  "editor.findMatchHighlightBackground": "--amber-fill",
  "editorError.foreground": "--red",
  "editorWarning.foreground": "--amber",
  "editorInfo.foreground": "--note",
  "editorWidget.background": "--raised",
  "editorWidget.foreground": "--text",
  "editorWidget.border": "--line-strong",
  "editorHoverWidget.background": "--raised",
  "editorHoverWidget.foreground": "--text",
  "editorHoverWidget.border": "--line-strong",
  "editorSuggestWidget.background": "--raised",
  "editorSuggestWidget.foreground": "--text",
  "editorSuggestWidget.border": "--line-strong",
  "editorSuggestWidget.selectedBackground": "--selected",
  "editorSuggestWidget.selectedForeground": "--text",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorSuggestWidget.focusHighlightForeground": "--accent",
  "input.background": "--surface",
  "input.foreground": "--text",
  "input.border": "--control",
  focusBorder: "--accent",
  "list.hoverBackground": "--hover",
  "list.activeSelectionBackground": "--selected",
  "list.activeSelectionForeground": "--text",
  "menu.background": "--raised",
  "menu.foreground": "--text",
  "menu.selectionBackground": "--selected",
  "menu.selectionForeground": "--text",
  "scrollbarSlider.background": "--line-strong",
  "scrollbarSlider.hoverBackground": "--control",
  "scrollbarSlider.activeBackground": "--control",
};

/** The colours of what the language tells apart, as in the tree and the bytes. */
const TOKENS: Readonly<Record<string, string>> = {
  text: "--kind-text",
  tag: "--kind-tag",
  opaque: "--kind-opaque",
  delimiter: "--kind-end",
  entity: "--kind-text",
  "attribute.name": "--text-2",
  "attribute.value": "--kind-text",
  comment: "--text-3",
  "": "--kind-text",
};

function writeTheme(colour: ReadColour): editor.IStandaloneThemeData {
  const surface = colour("--surface");
  const accent = colour("--accent");
  return {
    base: chooseBase(surface),
    inherit: false,
    rules: writeRules(colour),
    colors: {
      ...Object.fromEntries(Object.entries(COLOURS).map(([key, name]) => [key, colour(name)])),
      "editor.selectionBackground": `${accent}4d`,
      "editor.inactiveSelectionBackground": `${accent}26`,
      "editorOverviewRuler.border": `${surface}00`,
    },
  };
}

/**
 * The colours of tokens, no two the same: a token that is on the page knows the number of its colour, colours
 * that are equal share a number, and after a change of colours the numbers would stand for others.
 */
function writeRules(colour: ReadColour): editor.ITokenThemeRule[] {
  const used = new Set<number>();
  return Object.entries(TOKENS).map(([token, name]) => {
    let value = Number.parseInt(colour(name).slice(1), 16);
    while (used.has(value)) value = value === 0xffffff ? value - 16 : value + 1; // a shade that nobody sees
    used.add(value);
    return { token, foreground: value.toString(16).padStart(6, "0") };
  });
}

/** The colours of Monaco for what the page has none for. */
function chooseBase(surface: string): editor.BuiltinTheme {
  const isDark = Number.parseInt(surface.slice(1, 3), 16) < 128;
  const isContrast =
    document.documentElement.dataset["theme"] === "contrast" || matchMedia("(forced-colors: active)").matches;
  if (isContrast) return isDark ? "hc-black" : "hc-light";
  return isDark ? "vs-dark" : "vs";
}
