import { readBytesTerm, readSolidBytes } from "./bytesTerm";
import { readField } from "./fieldTerm";
import { type ParsedTerm, type ReportQueryProblem, readQuoted, skipSpace, wordAt } from "./lexer";
import { readPattern } from "./patternTerm";
import type { SearchQueryProblem, Term } from "./query";

/**
 * One lexeme of a query: a term, or what separates terms. `term` is `undefined` if it could not be understood
 * and is ignored.
 */
export interface Lexeme {
  readonly kind: "term" | "open" | "close" | "or" | "and" | "not";
  readonly term?: Term | undefined;
  readonly from: number;
  readonly to: number;
}

/** Splits a query into lexemes in order, and reports what is wrong with them. Total. */
export function scanQuery(text: string): {
  readonly lexemes: readonly Lexeme[];
  readonly problems: readonly SearchQueryProblem[];
} {
  const lexemes: Lexeme[] = [];
  const problems: SearchQueryProblem[] = [];
  const report: ReportQueryProblem = (code, message, from, to) =>
    problems.push({ code, message, range: { from, to } });
  for (
    let at = skipSpace(text, 0);
    at < text.length;
    at = skipSpace(text, lexemes.at(-1)?.to ?? text.length)
  ) {
    lexemes.push(readLexeme(text, at, report));
  }
  return { lexemes, problems };
}

const OPERATORS: Readonly<Record<string, "or" | "and" | "not">> = { OR: "or", AND: "and", NOT: "not" };

function readLexeme(text: string, at: number, report: ReportQueryProblem): Lexeme {
  const char = text.charAt(at);
  if (char === "(" || char === ")") return { kind: char === "(" ? "open" : "close", from: at, to: at + 1 };
  if (char === "-") return { kind: "not", from: at, to: at + 1 };
  const word = wordAt(text, at);
  const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
  if (operator !== undefined) return { kind: operator, from: at, to: at + word.length };
  const { term, to } = readTerm(text, at, report);
  return { kind: "term", term, from: at, to };
}

function readTerm(text: string, at: number, report: ReportQueryProblem): ParsedTerm {
  const char = text.charAt(at);
  if (char === '"') {
    const { text: phrase, to } = readQuoted(text, at, report);
    return { term: phrase === "" ? undefined : { kind: "text", text: phrase }, to };
  }
  return (
    (char === "/" ? readPattern(text, at, report) : undefined) ??
    readSolidBytes(text, at) ??
    readBytesTerm(text, at, report) ??
    readField(text, at, report) ?? {
      term: { kind: "text", text: wordAt(text, at) },
      to: at + wordAt(text, at).length,
    }
  );
}
