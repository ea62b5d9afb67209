import type { QueryProblemCode, Term } from "./query";

/** A term that was read, or left out where it is `undefined`; and where what follows it begins. */
export interface ReadTerm {
  readonly term: Term | undefined;
  readonly to: number;
}

/** Takes what is wrong with the text between two of its offsets. */
export type Complain = (code: QueryProblemCode, message: string, from: number, to: number) => void;

/** Where the white space at an offset ends. */
export function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text.charAt(to))) to++;
  return to;
}

/** What stands at an offset up to white space or a parenthesis. */
export function wordAt(text: string, at: number): string {
  let to = at;
  while (to < text.length && !/[\s()]/.test(text.charAt(to))) to++;
  return text.slice(at, to);
}

/** The text in double quotes at an offset; a backslash takes the quote or backslash behind it as it is. */
export function readQuoted(
  text: string,
  at: number,
  complain: Complain,
): { readonly text: string; readonly to: number } {
  const closed = /"((?:[^"\\]|\\.)*)"/sy;
  closed.lastIndex = at;
  const match = closed.exec(text);
  if (match !== null) return { text: unescaped(match[1] ?? ""), to: closed.lastIndex };
  complain(
    "quote-open",
    "The quotation mark is not closed, so all that follows is taken as quoted.",
    at,
    text.length,
  );
  return { text: unescaped(text.slice(at + 1)), to: text.length };
}

function unescaped(quoted: string): string {
  return quoted.replace(/\\(["\\])/g, "$1");
}
