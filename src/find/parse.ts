import {
  combineAll,
  combineAny,
  emptyQuery,
  isEmptyQuery,
  negate,
  type Query,
  type SearchQueryProblem,
} from "./query";
import { type Lexeme, scanQuery } from "./scan";

/** The query that a text expresses, and the parts that could not be understood as written. */
export interface ParsedQuery {
  readonly query: Query;
  /** In order of position. */
  readonly problems: readonly SearchQueryProblem[];
}

/** The content of a pair of parentheses while it is being parsed. */
interface Group {
  readonly from: number;
  /** Whether it is preceded by a minus. */
  readonly isNegated: boolean;
  /** The alternatives before the last OR. */
  readonly alternatives: Query[];
  readonly terms: Query[];
}

/** The maximum nesting depth of parentheses. */
const MAX_DEPTH = 40;

/** The maximum length of a query, in UTF-16 units. */
const MAX_LENGTH = 8192;

interface ParserState {
  readonly groups: [Group, ...Group[]];
  readonly problems: SearchQueryProblem[];
  /** The negation signs that nothing follows yet. */
  negations: Lexeme[];
  lastOr: Lexeme | undefined;
  /** The number of open parentheses beyond the maximum depth; these are ignored. */
  skippedDepth: number;
}

function startGroup(from: number, isNegated: boolean): Group {
  return { from, isNegated, alternatives: [], terms: [] };
}

/**
 * Parses a text as a query. Total: every text is a query. A part that cannot be understood becomes a problem
 * with its range, and is ignored or searched for as text; the rest works.
 */
export function parseQuery(text: string): ParsedQuery {
  const { lexemes, problems } = scanQuery(text.slice(0, MAX_LENGTH));
  const state: ParserState = {
    groups: [startGroup(0, false)],
    problems: [...problems],
    negations: [],
    lastOr: undefined,
    skippedDepth: 0,
  };
  if (text.length > MAX_LENGTH)
    report(
      state,
      "too-long",
      `A query can have at most ${MAX_LENGTH} characters; the rest is ignored.`,
      MAX_LENGTH,
      text.length,
    );
  for (const lexeme of lexemes) addLexeme(state, lexeme);
  dropNegations(state);
  while (state.groups.length > 1) {
    const from = state.groups.at(-1)?.from ?? 0;
    report(
      state,
      "parenthesis-open",
      "The parenthesis is never closed. It is closed at the end of the query.",
      from,
      from + 1,
    );
    closeGroup(state);
  }
  const query = buildQuery(state, state.groups[0]);
  return {
    query,
    problems: state.problems.toSorted((a, b) => a.range.from - b.range.from || a.range.to - b.range.to),
  };
}

function report(
  { problems }: ParserState,
  code: SearchQueryProblem["code"],
  message: string,
  from: number,
  to: number,
): void {
  problems.push({ code, message, range: { from, to } });
}

function addLexeme(state: ParserState, lexeme: Lexeme): void {
  switch (lexeme.kind) {
    case "not":
      state.negations.push(lexeme);
      return;
    case "open":
      return openGroup(state, lexeme);
    case "close":
      dropNegations(state);
      return closeParenthesis(state, lexeme);
    case "or":
      return takeOr(state, lexeme);
    case "and":
      return; // adjacent terms are combined with AND anyway
    case "term":
      if (lexeme.term === undefined) state.negations = [];
      else addQuery(state, takeNegation(state) ? negate(lexeme.term) : lexeme.term);
  }
}

function getInnermostGroup({ groups }: ParserState): Group {
  return groups.at(-1) ?? groups[0];
}

function addQuery(state: ParserState, query: Query): void {
  state.lastOr = undefined;
  getInnermostGroup(state).terms.push(query);
}

/** Whether an odd number of negation signs applies to what comes next. */
function takeNegation(state: ParserState): boolean {
  const isNegated = state.negations.length % 2 === 1;
  state.negations = [];
  return isNegated;
}

function dropNegations(state: ParserState): void {
  for (const { from, to } of state.negations)
    report(state, "term-missing", "The minus has nothing to exclude after it.", from, to);
  state.negations = [];
}

function openGroup(state: ParserState, { from, to }: Lexeme): void {
  if (state.groups.length <= MAX_DEPTH) {
    state.groups.push(startGroup(from, takeNegation(state)));
    return;
  }
  state.skippedDepth++;
  dropNegations(state);
  report(
    state,
    "too-deep",
    `Parentheses can be nested at most ${MAX_DEPTH} deep; this one is ignored.`,
    from,
    to,
  );
}

function closeParenthesis(state: ParserState, { from, to }: Lexeme): void {
  if (state.skippedDepth > 0) state.skippedDepth--;
  else if (state.groups.length > 1) closeGroup(state);
  else
    report(
      state,
      "parenthesis-unopened",
      "There is no open parenthesis to close; this one is ignored.",
      from,
      to,
    );
}

function closeGroup(state: ParserState): void {
  const group = state.groups.pop();
  if (group === undefined) return;
  const query = buildQuery(state, group);
  if (!isEmptyQuery(query)) addQuery(state, group.isNegated ? negate(query) : query);
}

function takeOr(state: ParserState, lexeme: Lexeme): void {
  dropNegations(state);
  const { alternatives, terms } = getInnermostGroup(state);
  if (terms.length === 0)
    return report(state, "term-missing", "OR needs a term on both sides.", lexeme.from, lexeme.to);
  alternatives.push(combineAll(terms.splice(0)));
  state.lastOr = lexeme;
}

function buildQuery(state: ParserState, { alternatives, terms }: Group): Query {
  const { lastOr } = state;
  if (terms.length === 0 && alternatives.length > 0 && lastOr !== undefined) {
    report(state, "term-missing", "OR needs a term on both sides.", lastOr.from, lastOr.to);
    state.lastOr = undefined;
  }
  return alternatives.length === 0 && terms.length === 0
    ? emptyQuery
    : combineAny([...alternatives, combineAll(terms)]);
}
