import { keysText } from "../kit/commands/keys";
import type { editor } from "./monaco";

/** The options that all XML editors on the page share. */
export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  language: "xml",
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  wordWrap: "off",
  fontFamily: "var(--mono)",
  fontSize: 12,
  fontLigatures: false,
  lineHeight: 20,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 16,
  glyphMargin: false,
  renderLineHighlight: "none",
  guides: { indentation: false },
  overviewRulerBorder: false,
  scrollbar: { horizontalScrollbarSize: 8, verticalScrollbarSize: 10, useShadows: false },
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

/** Tells a screen reader how the keyboard leaves an editor, in which Tab indents. */
export function describeKeys(code: editor.IStandaloneCodeEditor): void {
  const toggle = keysText("Mod") === "Ctrl" ? "Control M" : "Control Shift M";
  code
    .getDomNode()
    ?.querySelector("[role='textbox'], textarea")
    ?.setAttribute(
      "aria-description",
      `Tab indents. ${toggle} lets Tab leave the editor instead. F6 goes to the next pane.`,
    );
}
