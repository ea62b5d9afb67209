import type { InputProblem } from "../format";

/** How many problems of one input are listed; the rest is counted in `more-problems`. */
export const PROBLEM_LIMIT = 100;

/**
 * Problems of one input in the order found: adjacent ones with the same code are joined, and the rest of a
 * very long list is counted instead of dropped.
 */
export interface ProblemList {
  readonly add: (problem: InputProblem) => void;
  readonly list: () => readonly InputProblem[];
}

function touches(before: InputProblem, after: InputProblem): boolean {
  return before.code === after.code && before.text !== undefined && before.text.to === after.text?.from;
}

/** An empty list of problems. */
export function problemList(): ProblemList {
  const problems: InputProblem[] = [];
  let more = 0;
  const joins = (problem: InputProblem): boolean => {
    const last = problems.at(-1);
    if (last?.text === undefined || problem.text === undefined || !touches(last, problem)) return false;
    problems[problems.length - 1] = { ...last, text: { from: last.text.from, to: problem.text.to } };
    return true;
  };
  return {
    add: (problem) => {
      if (joins(problem)) return;
      if (problems.length < PROBLEM_LIMIT) problems.push(problem);
      else more++;
    },
    list: () => (more === 0 ? problems : [...problems, moreProblems(more)]),
  };
}

function moreProblems(count: number): InputProblem {
  return {
    code: "more-problems",
    severity: "warning",
    message: `This input has ${count} more problems, which are not listed.`,
  };
}

/**
 * Text that does not belong to the notation and was skipped; if it contains U+FFFD, bytes were lost earlier.
 */
export function strayText(text: string, from: number, to: number, what: string): InputProblem {
  const lost = text.slice(from, to).indexOf("\uFFFD");
  return lost < 0 ? unexpectedText(from, to, what) : replacementCharacter(from + lost, from + lost + 1);
}

/** Characters that do not belong to the notation and were skipped. */
export function unexpectedText(from: number, to: number, what: string): InputProblem {
  return {
    code: "unexpected-text",
    severity: "warning",
    message: `The text at character ${from} is not ${what} and was skipped.`,
    text: { from, to },
  };
}

/** A hexadecimal run whose last digit has no partner; the digit is left out. */
export function oddDigit(from: number, to: number): InputProblem {
  return {
    code: "odd-digit",
    severity: "warning",
    message:
      `The hexadecimal run at character ${from} has an odd number of digits (${to - from}), so a digit may ` +
      "be missing. Its last digit was left out.",
    text: { from, to },
  };
}

/** U+FFFD in place of bytes that were not text: those bytes are lost. */
export function replacementCharacter(from: number, to: number): InputProblem {
  return {
    code: "replacement-character",
    severity: "error",
    message:
      `U+FFFD at character ${from}: bytes were replaced when they were shown as text, and can't be ` +
      "recovered. Copy them as hex or base64 instead.",
    text: { from, to },
  };
}

/** A number that does not fit in a byte; its low 8 bits are used. */
export function outOfRange(from: number, to: number): InputProblem {
  return {
    code: "out-of-range",
    severity: "warning",
    message: `The number at character ${from} is not a byte (-128 to 255); its low 8 bits were used.`,
    text: { from, to },
  };
}

/** The input gives a byte count, and there are more or fewer. */
export function countMismatch(said: number, found: number, from: number, to: number): InputProblem {
  return {
    code: "count-mismatch",
    severity: "warning",
    message: `The input gives a size of ${said} bytes, but ${found} were found.`,
    text: { from, to },
  };
}

/** The tool that printed the input omitted bytes and marked the place. */
export function shortenedInput(from: number, to: number): InputProblem {
  return {
    code: "shortened",
    severity: "error",
    message:
      `The input was shortened before it was copied: the text at character ${from} replaces missing bytes. ` +
      "Copy the complete output.",
    text: { from, to },
  };
}

/** The problem with its place moved by `by` characters, for problems found in a part of the text. */
export function moveProblem(problem: InputProblem, by: number): InputProblem {
  return problem.text === undefined
    ? problem
    : { ...problem, text: { from: problem.text.from + by, to: problem.text.to + by } };
}

/** The offsets of a dump jump: `missing` bytes are missing or, if it is negative, the offset goes back. */
export function gap(missing: number, from: number, to: number): InputProblem {
  const what =
    missing > 0
      ? `${missing} bytes are missing before it`
      : `it is ${-missing} bytes before the end of the previous rows`;
  return {
    code: "gap",
    severity: "warning",
    message: `The offset at character ${from} does not follow from the previous rows: ${what}.`,
    text: { from, to },
  };
}
