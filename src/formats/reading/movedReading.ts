import type { Alternative, Capture, InputProblem, Reading } from "../format";
import { movedBy } from "../text/problems";

const movedAll = (problems: readonly InputProblem[], by: number): readonly InputProblem[] =>
  problems.map((problem) => movedBy(problem, by));

function movedCapture(capture: Capture, by: number): Capture {
  const { text } = capture.origin;
  const origin =
    text === undefined
      ? capture.origin
      : { ...capture.origin, text: { from: text.from + by, to: text.to + by } };
  return { ...capture, origin, problems: movedAll(capture.problems, by) };
}

function movedAlternative(alternative: Alternative, by: number): Alternative {
  return { ...alternative, read: async (options) => movedReading(await alternative.read(options), by) };
}

/**
 * The reading of a part of a text with all its places counted in the whole, where the part stands at `by`.
 */
export function movedReading(reading: Reading, by: number): Reading {
  if (by === 0) return reading;
  return {
    ...reading,
    captures: reading.captures.map((capture) => movedCapture(capture, by)),
    alternatives: reading.alternatives.map((alternative) => movedAlternative(alternative, by)),
    problems: movedAll(reading.problems, by),
  };
}
