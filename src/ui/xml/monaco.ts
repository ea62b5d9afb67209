// The only module that imports Monaco: the editor, XML colouring, and the features that the XML pane uses. It
// is loaded when the pane is first shown.
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/rename/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/toggleTabFocusMode/register";
// features/suggest registers only inline completions
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/features/wordOperations/register";
import { editor, KeyCode, KeyMod, languages, MarkerSeverity, Range } from "monaco-editor/editor";
import workerUrl from "monaco-editor/editor/editor.worker?worker&url";
import { createWorkerFactory } from "../../browser/worker";
import { configureXml, xmlTokens } from "./language";

languages.register({ id: "xml" });
languages.setMonarchTokensProvider("xml", xmlTokens);
languages.setLanguageConfiguration("xml", configureXml(languages.IndentAction.IndentOutdent));
self.MonacoEnvironment = { getWorker: createWorkerFactory("editor-worker", workerUrl) };

export { editor, KeyCode, KeyMod, languages, MarkerSeverity, Range };
