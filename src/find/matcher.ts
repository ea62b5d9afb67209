import type { TextRange } from "../bytes/range";
import type { Term } from "./query";
import { createLiteralPattern } from "./valueTest";

/** Finds the matches of a term in a text and passes each to the callback, until that returns false. */
export type TextMatcher = (text: string, onMatch: (match: TextRange) => boolean) => void;

/** The time limit for all patterns of one search, in milliseconds, unless the caller sets another. */
const DEFAULT_PATTERN_TIME = 8000;

/** The length of the slices in which a text is matched against a pattern. */
const SLICE_LENGTH = 1 << 14;

/** The time left for the patterns of a search, in milliseconds. */
export interface PatternTime {
  remaining: number;
}

/** The shared time limit for the patterns of a search. */
export function createPatternTime(milliseconds = DEFAULT_PATTERN_TIME): PatternTime {
  return { remaining: milliseconds };
}

/**
 * Creates the matcher for a word, phrase or pattern. A pattern finds nothing more once its time is up. A
 * pattern that never finishes on a single slice cannot be stopped here: where that matters, run the search in
 * a worker that can be terminated.
 */
export function createTextMatcher(
  term: Extract<Term, { kind: "text" | "pattern" }>,
  time: PatternTime,
): TextMatcher {
  if (term.kind === "text") {
    const pattern = createLiteralPattern(term.text, "g");
    return (text, onMatch) => void forEachMatch(pattern, text, 0, onMatch);
  }
  const pattern = new RegExp(term.source, `${term.flags}g`);
  return (text, onMatch) => {
    if (time.remaining <= 0) return;
    const start = performance.now();
    matchSlices(pattern, text, onMatch, () => performance.now() - start < time.remaining);
    time.remaining -= performance.now() - start;
  };
}

/** Passes each non-empty match of a global pattern to the callback; returns whether to continue. */
function forEachMatch(
  pattern: RegExp,
  text: string,
  shift: number,
  onMatch: (match: TextRange) => boolean,
): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { 0: whole, index } = match;
    if (whole === "") pattern.lastIndex++;
    else if (!onMatch({ from: shift + index, to: shift + index + whole.length })) return false;
  }
  return true;
}

/**
 * Matches a long text in slices, cut at line ends where possible, so that the time can be checked in between.
 */
function matchSlices(
  pattern: RegExp,
  text: string,
  onMatch: (match: TextRange) => boolean,
  hasTime: () => boolean,
): void {
  for (let from = 0; from < text.length && hasTime(); ) {
    const line = text.lastIndexOf("\n", from + SLICE_LENGTH);
    const to =
      from + SLICE_LENGTH >= text.length ? text.length : line > from ? line + 1 : from + SLICE_LENGTH;
    if (!forEachMatch(pattern, from === 0 && to === text.length ? text : text.slice(from, to), from, onMatch))
      return;
    from = to;
  }
}
