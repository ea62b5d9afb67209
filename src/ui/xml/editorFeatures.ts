import { useSyncExternalStore } from "react";
import type { editor } from "./monaco";

/** What the head of the pane does with the editor. */
const ACTIONS = {
  find: "actions.find",
  format: "editor.action.formatDocument",
  fold: "editor.foldAll",
  unfold: "editor.unfoldAll",
} as const;

/** Something that the head of the pane does with the editor. */
export type EditorFeature = keyof typeof ACTIONS;

let shown: editor.IStandaloneCodeEditor | undefined;
const listeners = new Set<() => void>();

function show(code: editor.IStandaloneCodeEditor | undefined): void {
  shown = code;
  for (const listener of listeners) listener();
}

/** Makes an editor the one that `runInEditor` acts on, until the returned function is called. */
export function offerEditor(code: editor.IStandaloneCodeEditor): () => void {
  show(code);
  return () => {
    if (shown === code) show(undefined);
  };
}

/** Does something with the editor that is shown, which takes the focus. Does nothing if there is none. */
export function runInEditor(feature: EditorFeature): void {
  shown?.focus();
  void shown?.getAction(ACTIONS[feature])?.run();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the XML is shown in the editor: not that of a large payload, nor before the editor is loaded. */
export function hasEditor(): boolean {
  return shown !== undefined;
}

/** `hasEditor` for components. */
export function useHasEditor(): boolean {
  return useSyncExternalStore(subscribe, hasEditor);
}
