import { getClosingTag, tagPairAt } from "../../assist/tagPair";
import type { TextRange } from "../../bytes/range";
import { startEditing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { toast } from "../kit/toast/toasts";
import { type editor, languages, Range } from "./monaco";

const NAME = /[A-Za-z_][\w.:-]*/;

function toEditorRange(model: editor.ITextModel, { from, to }: TextRange): Range {
  return Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/**
 * Registers renaming, which changes both tags of an element, and formatting of the whole text. Returns a
 * function that removes them.
 */
export function registerTags(): () => void {
  const disposables = [
    languages.registerRenameProvider("xml", {
      resolveRenameLocation: (model, position) => {
        const offset = model.getOffsetAt(position);
        const pair = tagPairAt(model.getValue(), offset);
        if (pair === undefined)
          return {
            range: new Range(1, 1, 1, 1),
            text: "",
            rejectReason: "Put the cursor on the name of an element.",
          };
        const isClosing = pair.close !== undefined && offset >= pair.close.from;
        return { range: toEditorRange(model, isClosing ? pair.close : pair.open), text: pair.name };
      },
      provideRenameEdits: (model, position, text) => {
        if (NAME.exec(text)?.[0] !== text)
          return { edits: [], rejectReason: `“${text}” is not a valid element name.` };
        const pair = tagPairAt(model.getValue(), model.getOffsetAt(position));
        const places =
          pair === undefined ? [] : pair.close === undefined ? [pair.open] : [pair.open, pair.close];
        const { uri } = model;
        return {
          edits: places.map((place) => ({
            resource: uri,
            versionId: undefined,
            textEdit: { range: toEditorRange(model, place), text },
          })),
        };
      },
    }),
    languages.registerDocumentFormattingEditProvider("xml", {
      provideDocumentFormattingEdits: (model) => {
        const text = formatXml();
        return text === undefined ? [] : [{ range: model.getFullModelRange(), text }];
      },
    }),
  ];
  return () => {
    for (const disposable of disposables) disposable.dispose();
  };
}

/**
 * The payload's XML in the inspector's own layout. If formatting would lose something, shows the reason and
 * returns `undefined`.
 */
function formatXml(): string | undefined {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return undefined;
  const reason = editing.isDraft
    ? "The XML can't be formatted because it can't be encoded. The problems explain why."
    : editing.text().includes("<!--")
      ? "The XML has comments. A payload can't contain comments, so formatting would lose them."
      : undefined;
  if (reason === undefined) return startEditing(editing.document.bytes).text();
  toast(reason);
  return undefined;
}

/** Adds the closing tag as soon as the `>` of an opening tag is typed, and leaves the cursor between them. */
export function closeTag(
  code: editor.IStandaloneCodeEditor,
  { changes, isUndoing, isRedoing }: editor.IModelContentChangedEvent,
): void {
  const [change] = changes;
  const model = code.getModel();
  if (
    change === undefined ||
    changes.length > 1 ||
    change.text !== ">" ||
    isUndoing ||
    isRedoing ||
    model === null ||
    !code.hasTextFocus()
  )
    return;
  const closing = getClosingTag(model.getValue(), change.rangeOffset + 1);
  if (closing === "") return;
  const position = model.getPositionAt(change.rangeOffset + 1);
  model.applyEdits([{ range: Range.fromPositions(position), text: closing }]);
  code.setPosition(position);
}
