import { type CompletionContext, complete } from "../../assist/complete";
import { explain } from "../../assist/explain";
import { bytesAtText } from "../../document/locate";
import { editingOf, useInspector } from "../../store/inspector";
import { settle } from "../judge/judge";
import { type editor, languages, Range } from "./monaco";

/**
 * Hover and completion of the XML editor, from the same texts as the Explain pane. Answers how to take them
 * away again.
 */
export function registerAssist(): () => void {
  const hover = languages.registerHoverProvider("xml", {
    provideHover: (model, position) => hoverAt(model.getOffsetAt(position)),
  });
  const completion = languages.registerCompletionItemProvider("xml", {
    triggerCharacters: ["<", ">", "/"],
    provideCompletionItems: (model, position, { triggerCharacter }) => ({
      suggestions: suggestionsAt(model, model.getOffsetAt(position), triggerCharacter === ">"),
    }),
  });
  return () => {
    hover.dispose();
    completion.dispose();
  };
}

function currentEditing() {
  const { captures, current } = useInspector.getState();
  return editingOf(captures[current]);
}

function hoverAt(offset: number): languages.Hover | null {
  const editing = currentEditing();
  if (editing === undefined || editing.isDraft) return null;
  const range = bytesAtText(editing.document, offset);
  const explanation = range && explain(editing.document, range.start);
  if (explanation?.element === undefined) return null;
  const { element, meaning, value } = explanation;
  const lines = [
    `**${element.namespace}:${element.name}** · ${element.dataType}`,
    meaning === undefined ? element.summary : meaning.text,
    value?.known === undefined ? "" : `**${value.known.value}**: ${value.known.meaning}`,
    ...(value?.statuses ?? []).map(
      (status) => `**${status.value} ${status.name}**: ${status.meaning} ${status.resolution}`,
    ),
    value?.reading === undefined ? "" : `${value.reading.title}: ${value.reading.summary}`,
    element.spec.map(({ document, section }) => `${document} ${section}`).join(", "),
  ];
  return { contents: lines.filter((line) => line !== "").map((line) => ({ value: escapeMarkup(line) })) };
}

/** The texts hold values of payloads: nothing of them may be read as HTML, a link or an image. */
function escapeMarkup(text: string): string {
  return text.replace(/[<>[\]!_`&\\]/g, "\\$&");
}

/** What is known of the message that is shown: as chosen, as HTTP says, or as its elements tell. */
function completionContext(): CompletionContext {
  const { captures, current, context: chosen } = useInspector.getState();
  const open = captures[current];
  const editing = editingOf(open);
  if (editing === undefined) return {};
  const { command, direction, version } = settle(editing, open?.capture, chosen);
  return {
    folder: chosen.folder,
    ...(command !== undefined && { command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
  };
}

/**
 * Behind a `>` just typed values alone are offered: a list of elements would take the Enter that begins a new
 * line.
 */
function suggestionsAt(
  model: editor.ITextModel,
  offset: number,
  isBehindTag: boolean,
): languages.CompletionItem[] {
  const context = completionContext();
  const to = model.getPositionAt(offset);
  const offers = complete(model.getValue(), offset, context).filter(
    ({ kind }) => kind === "value" || !isBehindTag,
  );
  return offers.map(({ kind, label, insert, caret, from, required, detail }, index) => ({
    label: required ? { label, description: "required" } : label,
    kind: kind === "value" ? languages.CompletionItemKind.EnumMember : languages.CompletionItemKind.Property,
    insertText: `${asSnippet(insert.slice(0, caret))}$0${asSnippet(insert.slice(caret))}`,
    insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    range: Range.fromPositions(model.getPositionAt(from), to),
    documentation: detail,
    sortText: String(index).padStart(4, "0"),
    filterText: label,
  }));
}

function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
