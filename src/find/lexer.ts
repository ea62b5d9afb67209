import type { SearchQueryProblemCode, Term } from "./query";

/** A term that was read (`undefined` if it was ignored), and where the next one starts. */
export interface ParsedTerm {
  readonly term: Term | undefined;
  readonly to: number;
}

/** Reports a problem with a range of the query text. */
export type ReportQueryProblem = (
  code: SearchQueryProblemCode,
  message: string,
  from: number,
  to: number,
) => void;

/** The end of the white space at an offset. */
export function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text.charAt(to))) to++;
  return to;
}

/** The text from an offset to the next white space or parenthesis. */
export function wordAt(text: string, at: number): string {
  let to = at;
  while (to < text.length && !/[\s()]/.test(text.charAt(to))) to++;
  return text.slice(at, to);
}

/** Reads the quoted text at an offset; a backslash escapes a quotation mark or backslash. */
export function readQuoted(
  text: string,
  at: number,
  report: ReportQueryProblem,
): { readonly text: string; readonly to: number } {
  const closed = /"((?:[^"\\]|\\.)*)"/sy;
  closed.lastIndex = at;
  const match = closed.exec(text);
  if (match !== null) return { text: removeEscapes(match[1] ?? ""), to: closed.lastIndex };
  report(
    "quote-open",
    "The quotation mark is never closed, so everything after it is treated as quoted.",
    at,
    text.length,
  );
  return { text: removeEscapes(text.slice(at + 1)), to: text.length };
}

function removeEscapes(quoted: string): string {
  return quoted.replace(/\\(["\\])/g, "$1");
}
