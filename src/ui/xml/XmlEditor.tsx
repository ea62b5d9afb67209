import { useEffect, useRef, useState } from "react";
import { diffText } from "../../bytes/textEdit";
import { findTextOfBytes } from "../../document/locate";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { useEditorTheme } from "../kit/theme/useTheme";
import type { Finding } from "../problems/listFindings";
import { connectEditor } from "./connect";
import { EDITOR_OPTIONS, prepareModel } from "./editorOptions";
import { editor, MarkerSeverity, Range } from "./monaco";
import { offerFixes } from "./quickFixes";

/** The lines of a longer text are not wrapped: the editor would measure all of them before it shows one. */
const LONGEST_WRAPPED = 1_000_000;

/** The XML in Monaco. Edits go to the store; changes from the store and the other panes are shown here. */
export default function XmlEditor({
  editing,
  findings,
}: {
  readonly editing: Editing;
  readonly findings: readonly Finding[];
}) {
  const host = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<editor.IStandaloneCodeEditor>();
  const theme = useEditorTheme();

  useEffect(() => {
    if (host.current === null) return;
    const value = currentText();
    const wordWrap = value.length > LONGEST_WRAPPED ? "off" : "on";
    const created = editor.create(host.current, { ...EDITOR_OPTIONS, value, wordWrap });
    prepareModel(created, editor.EndOfLineSequence.LF);
    const disconnect = connectEditor(created);
    setCode(created);
    return () => {
      disconnect();
      created.getModel()?.dispose();
      created.dispose();
    };
  }, []);

  useEffect(() => editor.setTheme(theme), [theme]);
  useEffect(() => code && showText(code, editing.text()), [code, editing]);
  useEffect(() => code && showMarkers(code, editing, findings), [code, editing, findings]);
  useEffect(() => offerFixes(findings), [findings]);
  usePointed(code, editing);
  return <div ref={host} className={editing.isDraft ? "xml-editor is-draft" : "xml-editor"} />;
}

function currentText(): string {
  const { captures, current } = useInspector.getState();
  return editingOf(captures[current])?.text() ?? "";
}

/**
 * Shows a text that did not come from the editor, with the smallest possible edit, so that the cursor and
 * folding are kept.
 */
function showText(code: editor.IStandaloneCodeEditor, text: string): void {
  const model = code.getModel();
  const change = model && diffText(model.getValue(), text);
  if (model === null || change === null || change === undefined) return;
  const from = model.getPositionAt(change.from);
  const to = model.getPositionAt(change.from + change.removed.length);
  model.applyEdits([{ range: Range.fromPositions(from, to), text: change.inserted }]);
}

const MAX_MARKERS = 1000;

const SEVERITIES = {
  failure: MarkerSeverity.Info,
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
} as const;

function showMarkers(
  code: editor.IStandaloneCodeEditor,
  editing: Editing,
  findings: readonly Finding[],
): void {
  const model = code.getModel();
  if (model === null) return;
  const markers = findings.slice(0, MAX_MARKERS).flatMap(({ code: rule, severity, message, range, text }) => {
    const place =
      text ?? (range === undefined || editing.isDraft ? undefined : findTextOfBytes(editing.document, range));
    if (place === undefined) return [];
    const from = model.getPositionAt(place.from);
    const to = model.getPositionAt(Math.max(place.to, place.from + 1));
    return [
      {
        severity: SEVERITIES[severity],
        message,
        source: rule,
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      },
    ];
  });
  editor.setModelMarkers(model, "wbxml", markers);
}

/** Shows the selection and hover of the other panes, and scrolls to the selection. */
function usePointed(code: editor.IStandaloneCodeEditor | undefined, { document, isDraft }: Editing): void {
  const selection = useInspector((state) => state.selection);
  const hover = useInspector((state) => state.hover);
  useEffect(() => {
    const model = code?.getModel();
    if (code === undefined || model === null || model === undefined || isDraft) return;
    const decorate = (pointed: typeof selection, className: string): editor.IModelDeltaDecoration[] => {
      if (pointed === undefined || pointed.by === "xml") return [];
      const { from, to } = findTextOfBytes(document, pointed.range);
      return [
        {
          range: Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
          options: { className },
        },
      ];
    };
    const drawn = code.createDecorationsCollection([
      ...decorate(selection, "xml-selected"),
      ...decorate(hover, "xml-hovered"),
    ]);
    return () => drawn.clear();
  }, [code, document, isDraft, selection, hover]);
  useEffect(() => {
    const model = code?.getModel();
    if (
      code === undefined ||
      model === null ||
      model === undefined ||
      isDraft ||
      selection === undefined ||
      selection.by === "xml"
    )
      return;
    code.revealPositionInCenterIfOutsideViewport(
      model.getPositionAt(findTextOfBytes(document, selection.range).from),
    );
  }, [code, document, isDraft, selection]);
}
