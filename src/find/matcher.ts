import type { TextRange } from "../bytes/range";
import { literalPattern } from "./compare";
import type { Term } from "./query";

/**
 * Finds the places of a text that a term asks for; each is handed over, and where that answers false the rest
 * is left.
 */
export type TextMatcher = (text: string, found: (match: TextRange) => boolean) => void;

/** How long all work with the patterns of one search may take where nothing else is said, in milliseconds. */
const PATTERN_TIME = 8000;

/** How much of a text a pattern is held against at once. */
const SLICE = 1 << 14;

/** What patterns have left of their time, in milliseconds. */
export interface PatternTime {
  left: number;
}

/** The time that the patterns of a search have together. */
export function patternTime(milliseconds = PATTERN_TIME): PatternTime {
  return { left: milliseconds };
}

/**
 * The matcher of a word or phrase, or of a pattern; the latter finds nothing more once its time is over.
 * Nothing can stop a pattern that takes for ever on a single slice: where that matters, a search runs in a
 * worker that can be ended.
 */
export function textMatcher(
  term: Extract<Term, { kind: "text" | "pattern" }>,
  time: PatternTime,
): TextMatcher {
  if (term.kind === "text") {
    const pattern = literalPattern(term.text, "g");
    return (text, found) => void eachMatch(pattern, text, 0, found);
  }
  const pattern = new RegExp(term.source, `${term.flags}g`);
  return (text, found) => {
    if (time.left <= 0) return;
    const since = performance.now();
    matchSlices(pattern, text, found, () => performance.now() - since < time.left);
    time.left -= performance.now() - since;
  };
}

/** Hands over what a global pattern matches, but nothing empty; answers whether to go on. */
function eachMatch(
  pattern: RegExp,
  text: string,
  shift: number,
  found: (match: TextRange) => boolean,
): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { 0: whole, index } = match;
    if (whole === "") pattern.lastIndex++;
    else if (!found({ from: shift + index, to: shift + index + whole.length })) return false;
  }
  return true;
}

/**
 * A long text goes in slices, cut at ends of lines where there are some, so that the time can be looked at in
 * between.
 */
function matchSlices(
  pattern: RegExp,
  text: string,
  found: (match: TextRange) => boolean,
  hasTime: () => boolean,
): void {
  for (let from = 0; from < text.length && hasTime(); ) {
    const line = text.lastIndexOf("\n", from + SLICE);
    const to = from + SLICE >= text.length ? text.length : line > from ? line + 1 : from + SLICE;
    if (!eachMatch(pattern, from === 0 && to === text.length ? text : text.slice(from, to), from, found))
      return;
    from = to;
  }
}
