import type { Alternative, Capture, InputProblem, Reading } from "../format";
import { moveProblem } from "../text/problems";

const moveProblems = (problems: readonly InputProblem[], by: number): readonly InputProblem[] =>
  problems.map((problem) => moveProblem(problem, by));

function moveCapture(capture: Capture, by: number): Capture {
  const { text } = capture.origin;
  const origin =
    text === undefined
      ? capture.origin
      : { ...capture.origin, text: { from: text.from + by, to: text.to + by } };
  return { ...capture, origin, problems: moveProblems(capture.problems, by) };
}

function moveAlternative(alternative: Alternative, by: number): Alternative {
  return { ...alternative, read: async (options) => moveReading(await alternative.read(options), by) };
}

/**
 * Moves all places of a reading by `by`, the position in the whole text where the part that was read starts.
 */
export function moveReading(reading: Reading, by: number): Reading {
  if (by === 0) return reading;
  return {
    ...reading,
    captures: reading.captures.map((capture) => moveCapture(capture, by)),
    alternatives: reading.alternatives.map((alternative) => moveAlternative(alternative, by)),
    problems: moveProblems(reading.problems, by),
  };
}
