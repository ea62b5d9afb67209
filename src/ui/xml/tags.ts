import { closingFor, tagPairAt } from "../../assist/tagPair";
import type { TextRange } from "../../bytes/range";
import { startEditing } from "../../store/editing";
import { editingOf, useInspector } from "../../store/inspector";
import { toast } from "../toast/toasts";
import { type editor, languages, Range } from "./monaco";

const NAME = /[A-Za-z_][\w.:-]*/;

function rangeOf(model: editor.ITextModel, { from, to }: TextRange): Range {
  return Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

/**
 * Both tags of an element are renamed together; the whole text is laid out on demand. Answers how to take
 * that away again.
 */
export function registerTags(): () => void {
  const parts = [
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
        return { range: rangeOf(model, isClosing ? pair.close : pair.open), text: pair.name };
      },
      provideRenameEdits: (model, position, text) => {
        if (NAME.exec(text)?.[0] !== text)
          return { edits: [], rejectReason: `“${text}” can't be the name of an element.` };
        const pair = tagPairAt(model.getValue(), model.getOffsetAt(position));
        const places =
          pair === undefined ? [] : pair.close === undefined ? [pair.open] : [pair.open, pair.close];
        const { uri } = model;
        return {
          edits: places.map((place) => ({
            resource: uri,
            versionId: undefined,
            textEdit: { range: rangeOf(model, place), text },
          })),
        };
      },
    }),
    languages.registerDocumentFormattingEditProvider("xml", {
      provideDocumentFormattingEdits: (model) => {
        const text = laidOut();
        return text === undefined ? [] : [{ range: model.getFullModelRange(), text }];
      },
    }),
  ];
  return () => {
    for (const part of parts) part.dispose();
  };
}

/**
 * The payload's XML as the inspector lays it out; where that would lose something, the reason is said
 * instead.
 */
function laidOut(): string | undefined {
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined) return undefined;
  const reason = editing.isDraft
    ? "The XML can't be encoded as it stands, so it can't be laid out either. The problems say why."
    : editing.text().includes("<!--")
      ? "The XML has comments. A payload can't hold them, and laying the XML out anew would lose them."
      : undefined;
  if (reason === undefined) return startEditing(editing.document.bytes).text();
  toast(reason);
  return undefined;
}

/**
 * Puts the closing tag behind an opening one as soon as its `>` is typed, and leaves the cursor between them.
 */
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
  const closing = closingFor(model.getValue(), change.rangeOffset + 1);
  if (closing === "") return;
  const position = model.getPositionAt(change.rangeOffset + 1);
  model.applyEdits([{ range: Range.fromPositions(position), text: closing }]);
  code.setPosition(position);
}
