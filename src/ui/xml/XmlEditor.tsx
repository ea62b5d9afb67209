import { useEffect, useRef, useState } from "react";
import type { ByteRange } from "../../bytes/range";
import { diffText } from "../../bytes/textEdit";
import { findTextOfBytes } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import type { Finding } from "../problems/listFindings";
import { connectEditor } from "./connect";
import { useEditorColours } from "./editorColours";
import { offerEditor } from "./editorFeatures";
import { describeKeys, EDITOR_OPTIONS, prepareModel } from "./editorOptions";
import { editor, MarkerSeverity, Range } from "./monaco";
import { PastedPayloadBar } from "./PastedPayloadBar";
import { offerFixes } from "./quickFixes";
import { usePastedPayload } from "./usePastedPayload";

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
  useEditorColours();

  useEffect(() => {
    if (host.current === null) return;
    const created = editor.create(host.current, { ...EDITOR_OPTIONS, value: currentText() });
    prepareModel(created, editor.EndOfLineSequence.LF);
    describeKeys(created);
    const disconnect = connectEditor(created);
    const withdraw = offerEditor(created);
    setCode(created);
    return () => {
      withdraw();
      disconnect();
      created.getModel()?.dispose();
      created.dispose();
    };
  }, []);

  useEffect(() => code && showText(code, editing.text()), [code, editing]);
  useEffect(() => code && showMarkers(code, editing, findings), [code, editing, findings]);
  useEffect(() => offerFixes(findings), [findings]);
  usePointed(code, editing);
  const offered = usePastedPayload(host, code);
  return (
    <>
      <div ref={host} className={editing.isDraft ? "xml-editor is-draft" : "xml-editor"} />
      {offered !== undefined && <PastedPayloadBar offered={offered} />}
    </>
  );
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

type Pointed = ReturnType<typeof useInspector.getState>["selection"];

function toEditorRange(
  model: editor.ITextModel,
  document: LinkedDocument,
  { range }: { readonly range: ByteRange },
): Range {
  const { from, to } = findTextOfBytes(document, range);
  return Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/** Fills the line of the selection, with a bar at its left, and less strongly all that is selected. */
function markSelection(
  model: editor.ITextModel,
  document: LinkedDocument,
  selection: Pointed,
): editor.IModelDeltaDecoration[] {
  if (selection === undefined) return [];
  const range = toEditorRange(model, document, selection);
  const line = range.startLineNumber;
  const whole = { className: "xml-selected", marginClassName: "xml-selected-margin", isWholeLine: true };
  const marks = [{ range: new Range(line, 1, line, 1), options: whole }];
  const isOneLine = range.endLineNumber === line;
  return isOneLine || selection.by === "xml"
    ? marks
    : [...marks, { range, options: { className: "xml-selected-part" } }];
}

/** Fills what is hovered in another pane. */
function markHover(
  model: editor.ITextModel,
  document: LinkedDocument,
  hover: ReturnType<typeof useInspector.getState>["hover"],
): editor.IModelDeltaDecoration[] {
  if (hover === undefined || hover.by === "xml") return [];
  return [{ range: toEditorRange(model, document, hover), options: { className: "xml-hovered" } }];
}

/** Shows the selection and hover of the other panes, and scrolls to the selection. */
function usePointed(code: editor.IStandaloneCodeEditor | undefined, { document, isDraft }: Editing): void {
  const selection = useInspector((state) => state.selection);
  const hover = useInspector((state) => state.hover);
  useEffect(() => {
    const model = code?.getModel();
    if (code === undefined || model === null || model === undefined || isDraft) return;
    const drawn = code.createDecorationsCollection([
      ...markSelection(model, document, selection),
      ...markHover(model, document, hover),
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
