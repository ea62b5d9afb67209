import { readBytesTerm, readSolidBytes } from "./bytesTerm";
import { readField } from "./fieldTerm";
import { type Complain, type ReadTerm, readQuoted, skipSpace, wordAt } from "./lexical";
import { readPattern } from "./patternTerm";
import type { QueryProblem, Term } from "./query";

/**
 * A piece of a query text: a term, or what stands between terms. `term` is `undefined` where one could not be
 * understood and is left out.
 */
export interface Piece {
  readonly kind: "term" | "open" | "close" | "or" | "and" | "not";
  readonly term?: Term | undefined;
  readonly from: number;
  readonly to: number;
}

/** The pieces of a query text in order, and what is wrong with them. Total. */
export function scanQuery(text: string): {
  readonly pieces: readonly Piece[];
  readonly problems: readonly QueryProblem[];
} {
  const pieces: Piece[] = [];
  const problems: QueryProblem[] = [];
  const complain: Complain = (code, message, from, to) =>
    problems.push({ code, message, range: { from, to } });
  for (
    let at = skipSpace(text, 0);
    at < text.length;
    at = skipSpace(text, pieces.at(-1)?.to ?? text.length)
  ) {
    pieces.push(readPiece(text, at, complain));
  }
  return { pieces, problems };
}

const WORDS: Readonly<Record<string, "or" | "and" | "not">> = { OR: "or", AND: "and", NOT: "not" };

function readPiece(text: string, at: number, complain: Complain): Piece {
  const char = text.charAt(at);
  if (char === "(" || char === ")") return { kind: char === "(" ? "open" : "close", from: at, to: at + 1 };
  if (char === "-") return { kind: "not", from: at, to: at + 1 };
  const word = wordAt(text, at);
  const operator = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (operator !== undefined) return { kind: operator, from: at, to: at + word.length };
  const { term, to } = readTerm(text, at, complain);
  return { kind: "term", term, from: at, to };
}

function readTerm(text: string, at: number, complain: Complain): ReadTerm {
  const char = text.charAt(at);
  if (char === '"') {
    const { text: phrase, to } = readQuoted(text, at, complain);
    return { term: phrase === "" ? undefined : { kind: "text", text: phrase }, to };
  }
  return (
    (char === "/" ? readPattern(text, at, complain) : undefined) ??
    readSolidBytes(text, at) ??
    readBytesTerm(text, at, complain) ??
    readField(text, at, complain) ?? {
      term: { kind: "text", text: wordAt(text, at) },
      to: at + wordAt(text, at).length,
    }
  );
}
