import type { TextRange } from "../bytes/range";

/** How a value is held against the one asked for; `contains` is what a colon says. */
export type Operator = "contains" | "=" | "!=" | "<" | "<=" | ">" | ">=";

/** What is known of a capture without reading its payload, or little of it. */
export type Fact = "command" | "direction" | "version" | "http" | "size" | "is";

/** What a payload names somewhere: a class of item, a folder by its identifier. */
export type Held = "class" | "collection";

/** The smallest thing asked for. */
export type Term =
  /** Text anywhere: names, values, bodies, headers, URL; upper and lower case are one. */
  | { readonly kind: "text"; readonly text: string }
  /** The same by a regular expression. */
  | { readonly kind: "pattern"; readonly source: string; readonly flags: string }
  /** Bytes in a row; a bit that is 0 in `masks` may be anything. */
  | { readonly kind: "bytes"; readonly values: readonly number[]; readonly masks: readonly number[] }
  /** Elements of a name: "SyncKey", "email:To"; `*` is any characters. */
  | { readonly kind: "name"; readonly name: string }
  /** Elements of a name by their value. */
  | { readonly kind: "value"; readonly name: string; readonly operator: Operator; readonly value: string }
  /** Captures that name a class or a folder. */
  | { readonly kind: "held"; readonly held: Held; readonly operator: Operator; readonly value: string }
  /** Captures of which something is known. */
  | { readonly kind: "fact"; readonly fact: Fact; readonly operator: Operator; readonly value: string };

/** What is asked of a capture. `all` of nothing is the empty query, which finds nothing. */
export type Query =
  | Term
  | { readonly kind: "all"; readonly of: readonly Query[] }
  | { readonly kind: "any"; readonly of: readonly Query[] }
  | { readonly kind: "not"; readonly of: Query };

/** Why a part of a query does not say what it might seem to. */
export type QueryProblemCode =
  | "quote-open"
  | "parenthesis-open"
  | "parenthesis-unopened"
  | "too-deep"
  | "too-long"
  | "term-missing"
  | "value-missing"
  | "value-unknown"
  | "number-missing"
  | "operator-unknown"
  | "hex-invalid"
  | "pattern-open"
  | "pattern-invalid"
  | "name-unknown";

/** What could not be understood as it stands, where, and what was made of it. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  readonly message: string;
  readonly range: TextRange;
}

/** The query that finds nothing. */
export const emptyQuery: Query = { kind: "all", of: [] };

/** Whether a query asks for nothing. */
export function isEmptyQuery(query: Query): boolean {
  return query.kind === "all" && query.of.length === 0;
}

/** What asks for all of some queries: one of them where there is just one, and none inside another. */
export function allOf(queries: readonly Query[]): Query {
  const of = queries.flatMap((query) => (query.kind === "all" ? query.of : [query]));
  return of.length === 1 ? (of[0] ?? emptyQuery) : { kind: "all", of };
}

/** What asks for any of some queries; empty ones do not count. */
export function anyOf(queries: readonly Query[]): Query {
  const of = queries
    .filter((query) => !isEmptyQuery(query))
    .flatMap((query) => (query.kind === "any" ? query.of : [query]));
  return of.length > 1 ? { kind: "any", of } : (of[0] ?? emptyQuery);
}

/** The opposite of a query; twice is the query itself. */
export function notOf(query: Query): Query {
  return query.kind === "not" ? query.of : { kind: "not", of: query };
}
