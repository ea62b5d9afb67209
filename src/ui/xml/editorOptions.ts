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
  matchBrackets: "never",
  wordBasedSuggestions: "off", // only what the protocol allows is suggested
  autoClosingBrackets: "never", // completion and typing add `>` and closing tags themselves
};

/**
 * Sets what only the model of an editor can be told: line feeds, and no pairs of brackets. Pairs of `<` and
 * `>` say nothing in XML, and to find them, the editor reads the whole text at once.
 */
export function prepareModel(code: editor.IStandaloneCodeEditor, endOfLine: editor.EndOfLineSequence): void {
  const model = code.getModel();
  model?.setEOL(endOfLine);
  model?.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
}
