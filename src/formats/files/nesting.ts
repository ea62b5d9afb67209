import type { Capture, InputProblem, Reading } from "../format";
import { dropPlace } from "../http/places";
import { type Limits, limitRest, limits } from "../limits";

/**
 * How deep a file is inside packed files, and how many bytes can still be unpacked. The count is shared by
 * everything inside one input, because a small archive can hold many that each stay below a limit of their
 * own.
 */
export interface Nesting {
  readonly depth: number;
  readonly budget: { left: number };
}

/** How many packed files can be inside one another: a gzip file of a zip archive of gzip files is 3. */
export const MOST_NESTED = 4;

/** The nesting of an input that is not inside anything. */
export function startNesting(): Nesting {
  return { depth: 0, budget: { left: limits.totalBytes } };
}

/** The nesting of what is inside a packed file. */
export function goDeeper({ depth, budget }: Nesting): Nesting {
  return { depth: depth + 1, budget };
}

/** The limits for unpacking one more file. */
export function limitsIn({ budget }: Nesting): Limits {
  return limitRest(limits, budget.left);
}

/** A reading that names a file as packed too many times to be opened. */
export function refuseNested(name: string): Reading {
  const problem: InputProblem = {
    code: "nested-archive",
    severity: "warning",
    message:
      `${name === "" ? "The file" : name} is inside ${MOST_NESTED} packed files, and was not opened. ` +
      "Unpack it and drop it separately.",
  };
  const summary = "Packed too many times";
  return {
    format: "unknown",
    title: "Not opened",
    summary,
    captures: [],
    alternatives: [],
    problems: [problem],
  };
}

/**
 * A reading of an unpacked file, without places: they are places in what was unpacked, and would be taken for
 * places in the packed file.
 */
export function dropPlaces(reading: Reading): Reading {
  const dropped = new Map<InputProblem, InputProblem>(); // a capture's problem is also one of the reading
  const drop = (problem: InputProblem): InputProblem => {
    const plain = dropped.get(problem) ?? dropPlace(problem);
    dropped.set(problem, plain);
    return plain;
  };
  const dropOfCapture = (capture: Capture): Capture => ({
    ...capture,
    origin: capture.origin.name === undefined ? {} : { name: capture.origin.name },
    problems: capture.problems.map(drop),
  });
  return {
    ...reading,
    captures: reading.captures.map(dropOfCapture),
    problems: reading.problems.map(drop),
    alternatives: reading.alternatives.map((alternative) => ({
      ...alternative,
      read: async (options) => dropPlaces(await alternative.read(options)),
    })),
  };
}
