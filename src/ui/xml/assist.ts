import { type CompletionContext, complete } from "../../assist/complete";
import { explain } from "../../assist/explain";
import { bytesAtText } from "../../document/locate";
import { pickKnownFacts } from "../../session/messageContext";
import { editingOf, useInspector } from "../../store/inspector";
import { readShownContext } from "../context/easFacts";
import { type editor, languages, Range } from "./monaco";

/**
 * Registers hover and completion in the XML editor, with the same texts as the Explain pane. Returns a
 * function that removes them.
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
  const explanation = range && explain(editing.document, range.start, readShownContext());
  if (explanation?.element === undefined) return null;
  const { element, meaning, value } = explanation;
  const status = value?.status;
  const lines = [
    `**${element.namespace}:${element.name}** · ${element.dataType}`,
    meaning === undefined ? element.summary : meaning.text,
    value?.known === undefined ? "" : `**${value.known.value}**: ${value.known.meaning}`,
    status === undefined ? "" : `**${status.value} ${status.name}**: ${status.meaning} ${status.resolution}`,
    value?.reading === undefined ? "" : `${value.reading.title}: ${value.reading.summary}`,
    element.spec.map(({ document, section }) => `${document} ${section}`).join(", "),
  ];
  return { contents: lines.filter((line) => line !== "").map((line) => ({ value: escapeMarkup(line) })) };
}

/**
 * Escapes Markdown. The texts contain values from payloads, which must not be interpreted as HTML, links or
 * images.
 */
function escapeMarkup(text: string): string {
  return text.replace(/[<>[\]!_`&\\]/g, "\\$&");
}

function completionContext(): CompletionContext {
  const context = readShownContext();
  return { folder: context.folder, ...pickKnownFacts(context) };
}

/**
 * After a `>` that was just typed, only values are offered: with a list of elements open, Enter would accept
 * one instead of starting a new line.
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
