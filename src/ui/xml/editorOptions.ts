import type { editor } from "./monaco";

/** The options that all XML editors on the page share. */
export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  language: "xml",
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  wordWrap: "on",
  fontSize: 13,
  tabSize: 2,
  unusualLineTerminators: "off",
  renderControlCharacters: true,
  ariaLabel: "XML",
  fixedOverflowWidgets: true,
  stickyScroll: { enabled: false },
  accessibilitySupport: "auto",
  autoSurround: "never",
  wordBasedSuggestions: "off", // only what the protocol allows is suggested
  autoClosingBrackets: "never", // completion and typing add `>` and closing tags themselves
};
