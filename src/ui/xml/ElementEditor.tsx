import { useEffect, useRef } from "react";
import { type ElementEditorProps, ElementFrame, type ElementText } from "./ElementFrame";
import { useEditorColours } from "./editorColours";
import { describeKeys, EDITOR_OPTIONS, prepareModel } from "./editorOptions";
import { editor, KeyCode, KeyMod } from "./monaco";

/** The XML of one element in Monaco. */
export default function ElementEditor(props: ElementEditorProps) {
  return <ElementFrame {...props}>{(text) => <EditorOfElement {...text} />}</ElementFrame>;
}

function EditorOfElement({ original, setText, apply }: ElementText) {
  const host = useRef<HTMLDivElement>(null);
  useEditorColours();
  const latest = useRef({ setText, apply });
  useEffect(() => {
    latest.current = { setText, apply };
  });
  useEffect(() => {
    if (host.current === null) return;
    const created = editor.create(host.current, {
      ...EDITOR_OPTIONS,
      value: original,
      ariaLabel: "XML of the selected element",
    });
    prepareModel(created, editor.EndOfLineSequence.LF);
    describeKeys(created);
    // the button that was pressed, or the editor of the element before its change, is gone
    if (document.activeElement === document.body) created.focus();
    const following = created.onDidChangeModelContent(() => latest.current.setText(created.getValue()));
    // the text as it is now: the page may not have drawn the last key yet
    created.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => latest.current.apply(created.getValue()));
    return () => {
      following.dispose();
      created.getModel()?.dispose();
      created.dispose();
    };
  }, [original]);
  return <div ref={host} className="xml-part-host" />;
}
