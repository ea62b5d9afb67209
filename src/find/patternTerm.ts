import { type ParsedTerm, type ReportQueryProblem, wordAt } from "./lexer";

const FLAGS = /^[imsu]*$/;

/**
 * Reads a regular expression between slashes; `undefined` if there is no closing slash, so that the text is
 * an ordinary word.
 */
export function readPattern(text: string, at: number, report: ReportQueryProblem): ParsedTerm | undefined {
  const form = /\/((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([A-Za-z]*)(?=[\s()]|$)/y;
  form.lastIndex = at;
  const match = form.exec(text);
  if (match === null) {
    report(
      "pattern-open",
      "The pattern has no closing slash, so it is searched for as text.",
      at,
      at + wordAt(text, at).length,
    );
    return undefined;
  }
  const { 1: source = "", 2: flags = "" } = match;
  const to = form.lastIndex;
  const problem = findPatternProblem(source, flags);
  if (problem === undefined) return { term: { kind: "pattern", source, flags }, to };
  report("pattern-invalid", problem, at, to);
  return { term: undefined, to };
}

/**
 * Explains why a source and flags are not a valid regular expression for a query; `undefined` if they are.
 */
function findPatternProblem(source: string, flags: string): string | undefined {
  if (!FLAGS.test(flags)) return "A pattern can only have the flags i, m, s and u. This term is ignored.";
  try {
    RegExp(source, flags); // the only way to check it
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}. This term is ignored.`;
  }
}
