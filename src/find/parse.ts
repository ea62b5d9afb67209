import { allOf, anyOf, emptyQuery, isEmptyQuery, notOf, type Query, type QueryProblem } from "./query";
import { type Piece, scanQuery } from "./scan";

/** What a text asks for, and what of it could not be understood as it stands. */
export interface ParsedQuery {
  readonly query: Query;
  /** In order of their places. */
  readonly problems: readonly QueryProblem[];
}

/** What stands between a parenthesis and its end. */
interface Group {
  readonly from: number;
  /** Whether a minus stands in front of it. */
  readonly isNegated: boolean;
  /** The alternatives before the last OR. */
  readonly alternatives: Query[];
  readonly terms: Query[];
}

/** How deep parentheses may stand inside each other. */
const DEEPEST = 40;

/** How many UTF-16 units of a query are read. */
const LONGEST = 8192;

interface Parsing {
  readonly groups: [Group, ...Group[]];
  readonly problems: QueryProblem[];
  /** Where signs of negation stand that have nothing behind them yet. */
  negations: Piece[];
  lastOr: Piece | undefined;
  /** Open parentheses beyond the deepest, which are passed over. */
  beyond: number;
}

function startGroup(from: number, isNegated: boolean): Group {
  return { from, isNegated, alternatives: [], terms: [] };
}

/**
 * The query that a text asks for. Total: any text is a query. What can't be understood becomes a problem with
 * its place and is left out or taken as text, and the rest works.
 */
export function parseQuery(text: string): ParsedQuery {
  const { pieces, problems } = scanQuery(text.slice(0, LONGEST));
  const parsing: Parsing = {
    groups: [startGroup(0, false)],
    problems: [...problems],
    negations: [],
    lastOr: undefined,
    beyond: 0,
  };
  if (text.length > LONGEST)
    report(
      parsing,
      "too-long",
      `A query can have ${LONGEST} characters; the rest is left out.`,
      LONGEST,
      text.length,
    );
  for (const piece of pieces) take(parsing, piece);
  dropNegations(parsing);
  while (parsing.groups.length > 1) {
    const from = parsing.groups.at(-1)?.from ?? 0;
    report(
      parsing,
      "parenthesis-open",
      "The parenthesis is not closed; it is taken to end with the query.",
      from,
      from + 1,
    );
    closeGroup(parsing);
  }
  const query = queryOf(parsing, parsing.groups[0]);
  return {
    query,
    problems: parsing.problems.toSorted((a, b) => a.range.from - b.range.from || a.range.to - b.range.to),
  };
}

function report(
  { problems }: Parsing,
  code: QueryProblem["code"],
  message: string,
  from: number,
  to: number,
): void {
  problems.push({ code, message, range: { from, to } });
}

function take(parsing: Parsing, piece: Piece): void {
  switch (piece.kind) {
    case "not":
      parsing.negations.push(piece);
      return;
    case "open":
      return openGroup(parsing, piece);
    case "close":
      dropNegations(parsing);
      return closeAt(parsing, piece);
    case "or":
      return takeOr(parsing, piece);
    case "and":
      return; // side by side means that anyway
    case "term":
      if (piece.term === undefined) parsing.negations = [];
      else add(parsing, takeNegation(parsing) ? notOf(piece.term) : piece.term);
  }
}

function inner({ groups }: Parsing): Group {
  return groups.at(-1) ?? groups[0];
}

function add(parsing: Parsing, query: Query): void {
  parsing.lastOr = undefined;
  inner(parsing).terms.push(query);
}

/** Whether an odd number of signs of negation waits for what comes next. */
function takeNegation(parsing: Parsing): boolean {
  const isNegated = parsing.negations.length % 2 === 1;
  parsing.negations = [];
  return isNegated;
}

function dropNegations(parsing: Parsing): void {
  for (const { from, to } of parsing.negations)
    report(parsing, "term-missing", "Nothing stands behind it to be left out.", from, to);
  parsing.negations = [];
}

function openGroup(parsing: Parsing, { from, to }: Piece): void {
  if (parsing.groups.length <= DEEPEST) {
    parsing.groups.push(startGroup(from, takeNegation(parsing)));
    return;
  }
  parsing.beyond++;
  dropNegations(parsing);
  report(parsing, "too-deep", `Parentheses can stand ${DEEPEST} deep; this one is passed over.`, from, to);
}

function closeAt(parsing: Parsing, { from, to }: Piece): void {
  if (parsing.beyond > 0) parsing.beyond--;
  else if (parsing.groups.length > 1) closeGroup(parsing);
  else report(parsing, "parenthesis-unopened", "No parenthesis is open here; it is passed over.", from, to);
}

function closeGroup(parsing: Parsing): void {
  const group = parsing.groups.pop();
  if (group === undefined) return;
  const query = queryOf(parsing, group);
  if (!isEmptyQuery(query)) add(parsing, group.isNegated ? notOf(query) : query);
}

function takeOr(parsing: Parsing, piece: Piece): void {
  dropNegations(parsing);
  const { alternatives, terms } = inner(parsing);
  if (terms.length === 0)
    return report(
      parsing,
      "term-missing",
      "OR stands between two things; one is missing.",
      piece.from,
      piece.to,
    );
  alternatives.push(allOf(terms.splice(0)));
  parsing.lastOr = piece;
}

function queryOf(parsing: Parsing, { alternatives, terms }: Group): Query {
  const { lastOr } = parsing;
  if (terms.length === 0 && alternatives.length > 0 && lastOr !== undefined) {
    report(parsing, "term-missing", "OR stands between two things; one is missing.", lastOr.from, lastOr.to);
    parsing.lastOr = undefined;
  }
  return alternatives.length === 0 && terms.length === 0
    ? emptyQuery
    : anyOf([...alternatives, allOf(terms)]);
}
