import type { InputProblem } from "../format";

/** The problem without its place, which refers to something encoded in the input, not to the input itself. */
export function dropPlace({ code, severity, message }: InputProblem): InputProblem {
  return { code, severity, message };
}

/** The same problems with their place in the text instead of in bytes. */
export function moveToText(
  problems: readonly InputProblem[],
  textOffset: (byte: number) => number,
): InputProblem[] {
  return problems.map((problem) => {
    const { bytes } = problem;
    return bytes === undefined
      ? problem
      : { ...dropPlace(problem), text: { from: textOffset(bytes.start), to: textOffset(bytes.end) } };
  });
}
