import { type Complain, type ReadTerm, wordAt } from "./lexical";

const FLAGS = /^[imsu]*$/;

/** A regular expression between slashes; `undefined` where no slash ends it, which makes it a word. */
export function readPattern(text: string, at: number, complain: Complain): ReadTerm | undefined {
  const form = /\/((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([A-Za-z]*)(?=[\s()]|$)/y;
  form.lastIndex = at;
  const match = form.exec(text);
  if (match === null) {
    complain(
      "pattern-open",
      "No slash ends this pattern, so it is searched as text.",
      at,
      at + wordAt(text, at).length,
    );
    return undefined;
  }
  const { 1: source = "", 2: flags = "" } = match;
  const to = form.lastIndex;
  const wrong = patternProblem(source, flags);
  if (wrong === undefined) return { term: { kind: "pattern", source, flags }, to };
  complain("pattern-invalid", wrong, at, to);
  return { term: undefined, to };
}

/**
 * What keeps a source and flags from being a regular expression of a query; `undefined` where nothing does.
 */
function patternProblem(source: string, flags: string): string | undefined {
  if (!FLAGS.test(flags)) return "A pattern can have the flags i, m, s and u. It is left out.";
  try {
    RegExp(source, flags); // the one way to have it checked
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}. It is left out.`;
  }
}
