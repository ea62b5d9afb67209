import type { editor } from "./monaco";

/** How every editor of XML on the page behaves. */
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
  wordBasedSuggestions: "off", // what is offered is what the protocol allows
  autoClosingBrackets: "never", // completion and typing bring their own `>` and closing tags
};
