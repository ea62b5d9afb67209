import type { TextRange } from "./range";

/** A change of a text: at `from`, `removed` was replaced by `inserted`. */
export interface TextEdit {
  readonly from: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The smallest single change from one text to another, or `undefined` if they are equal. */
export function diffText(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return {
    from: head,
    removed: before.slice(head, before.length - tail),
    inserted: after.slice(head, after.length - tail),
  };
}

/** The text with the change applied. */
export function applyTextEdit(text: string, { from, removed, inserted }: TextEdit): string {
  return replaceText(text, { from, to: from + removed.length }, inserted);
}

/** The change that undoes a change. */
export function invertTextEdit({ from, removed, inserted }: TextEdit): TextEdit {
  return { from, removed: inserted, inserted: removed };
}

/** A place of a text and what is to stand there instead; an empty range inserts, an empty text removes. */
export interface TextReplacement {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * The replacements that can be made together, in the order of their places. Of two that overlap the one that
 * starts first is kept, of two that start at the same place the first of the list; insertions at one place
 * are all kept.
 */
export function disjointReplacements<R extends TextReplacement>(replacements: readonly R[]): readonly R[] {
  const kept: R[] = [];
  let end = 0;
  for (const replacement of replacements.toSorted((a, b) => a.range.from - b.range.from)) {
    if (replacement.range.from < end) continue;
    kept.push(replacement);
    end = replacement.range.to;
  }
  return kept;
}

/**
 * The text with all replacements made, in any order, their places those of the text before; of those that
 * overlap only what `disjointReplacements` keeps.
 */
export function applyReplacements(text: string, replacements: readonly TextReplacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, text: fresh } of disjointReplacements(replacements)) {
    parts.push(text.slice(at, range.from), fresh);
    at = range.to;
  }
  return parts.join("") + text.slice(at);
}

/** The text with one range of it replaced. */
export function replaceText(text: string, range: TextRange, by: string): string {
  return applyReplacements(text, [{ range, text: by }]);
}
