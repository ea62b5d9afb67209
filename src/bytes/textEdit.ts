/** A change of a text: at `from`, `removed` gave way to `inserted`. */
export interface TextEdit {
  readonly from: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The smallest single change from one text to another; `undefined` where they are equal. */
export function textEdit(before: string, after: string): TextEdit | undefined {
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

/** The text after a change. */
export function applyTextEdit(text: string, { from, removed, inserted }: TextEdit): string {
  return text.slice(0, from) + inserted + text.slice(from + removed.length);
}

/** The change that takes a change back. */
export function invertTextEdit({ from, removed, inserted }: TextEdit): TextEdit {
  return { from, removed: inserted, inserted: removed };
}
