import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { openPart, type PartProblem, revisePart } from "../../document/edits/part";
import type { LinkedDocument } from "../../document/open";
import { patchBytes } from "../../store/edits";
import { useEditorTheme } from "../toolbar/useTheme";
import { nodeName } from "../tree/selected";
import { EDITOR_OPTIONS } from "./editorOptions";
import { editor, KeyCode, KeyMod } from "./monaco";

/** The element of a large payload whose XML is edited on its own. */
export interface ElementEditorProps {
  readonly document: LinkedDocument;
  readonly node: number;
}

/**
 * The XML of one element. Changes are applied only on request, because applying them reads a payload of many
 * megabytes again.
 */
export default function ElementEditor({ document, node }: ElementEditorProps) {
  const part = useMemo(() => openPart(document, node), [document, node]);
  const host = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(part.document.xml);
  const [problems, setProblems] = useState<readonly PartProblem[]>([]);
  const theme = useEditorTheme();
  const name = nodeName(document, node);
  const isChanged = text !== part.document.xml;

  const apply = (): void => {
    const revised = revisePart(part, text);
    setProblems(revised.problems.filter(({ severity }) => severity === "error"));
    if (revised.patches.length > 0) patchBytes(revised.patches, `Edit ${name}`);
  };
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });

  useEffect(() => {
    if (host.current === null) return;
    const created = editor.create(host.current, {
      ...EDITOR_OPTIONS,
      value: part.document.xml,
      ariaLabel: "XML of the selected element",
    });
    created.getModel()?.setEOL(editor.EndOfLineSequence.LF);
    const following = created.onDidChangeModelContent(() => setText(created.getValue()));
    created.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => latest.current());
    return () => {
      following.dispose();
      created.getModel()?.dispose();
      created.dispose();
    };
  }, [part]);
  useEffect(() => editor.setTheme(theme), [theme]);

  return (
    <div className="xml-part">
      <p className="xml-part-line">
        <span>Showing only {name}: the XML of the whole payload is too large for the editor.</span>
        <Button className="button is-small" isDisabled={!isChanged} onPress={apply}>
          Apply to the payload (Ctrl Enter)
        </Button>
      </p>
      {problems.length > 0 && (
        <ul className="xml-part-problems" aria-label="Why it can't be applied">
          {problems.map(({ code, message, range }) => (
            <li key={`${code} ${range.from}`}>{message}</li>
          ))}
        </ul>
      )}
      <div ref={host} className="xml-part-host" />
    </div>
  );
}
