import type { TextRange } from "../bytes/range";

/** How to compare a value with the one in the query; a colon means `contains`. */
export type Operator = "contains" | "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A property of a capture that can be tested without its payload, or with little of it. */
export type Fact =
  | "command"
  | "direction"
  | "version"
  | "http"
  | "size"
  | "is"
  | "user"
  | "device"
  | "time"
  | "took";

/** Something that a payload refers to anywhere: a class of item, or a folder. */
export type HeldKind = "class" | "folder";

/** The smallest unit of a query. */
export type Term =
  /** Text anywhere: in names, values, bodies, headers or URLs, ignoring case. */
  | { readonly kind: "text"; readonly text: string }
  /** A regular expression, anywhere. */
  | { readonly kind: "pattern"; readonly source: string; readonly flags: string }
  /** Consecutive bytes; bits that are 0 in `masks` match anything. */
  | { readonly kind: "bytes"; readonly values: readonly number[]; readonly masks: readonly number[] }
  /** Elements with this name: "SyncKey", "email:To"; `*` matches any characters. */
  | { readonly kind: "name"; readonly name: string }
  /** Elements with this name and a matching value. */
  | { readonly kind: "value"; readonly name: string; readonly operator: Operator; readonly value: string }
  /** Status elements by number or name. */
  | { readonly kind: "status"; readonly operator: Operator; readonly value: string }
  /** Captures that refer to a class, or to a folder by its identifier, name or kind. */
  | { readonly kind: "held"; readonly held: HeldKind; readonly operator: Operator; readonly value: string }
  /** Captures with a matching property. */
  | { readonly kind: "fact"; readonly fact: Fact; readonly operator: Operator; readonly value: string };

/** A query over captures. `all` of nothing is the empty query, which matches nothing. */
export type Query =
  | Term
  | { readonly kind: "all"; readonly of: readonly Query[] }
  | { readonly kind: "any"; readonly of: readonly Query[] }
  | { readonly kind: "not"; readonly of: Query };

/** The reason why part of a query does not mean what it seems to. */
export type SearchQueryProblemCode =
  | "quote-open"
  | "parenthesis-open"
  | "parenthesis-unopened"
  | "too-deep"
  | "too-long"
  | "term-missing"
  | "value-missing"
  | "value-unknown"
  | "number-missing"
  | "time-missing"
  | "operator-unknown"
  | "hex-invalid"
  | "pattern-open"
  | "pattern-invalid"
  | "name-unknown";

/** A part of a query that could not be understood as written, where it is, and how it was treated. */
export interface SearchQueryProblem {
  readonly code: SearchQueryProblemCode;
  readonly message: string;
  readonly range: TextRange;
}

/** The query that matches nothing. */
export const emptyQuery: Query = { kind: "all", of: [] };

/** Whether a query is empty. */
export function isEmptyQuery(query: Query): boolean {
  return query.kind === "all" && query.of.length === 0;
}

/**
 * Combines queries so that all of them have to match; flattens nested ones, and returns a single query as it
 * is.
 */
export function combineAll(queries: readonly Query[]): Query {
  const of = queries.flatMap((query) => (query.kind === "all" ? query.of : [query]));
  return of.length === 1 ? (of[0] ?? emptyQuery) : { kind: "all", of };
}

/** Combines queries so that any of them has to match; ignores empty ones. */
export function combineAny(queries: readonly Query[]): Query {
  const of = queries
    .filter((query) => !isEmptyQuery(query))
    .flatMap((query) => (query.kind === "any" ? query.of : [query]));
  return of.length > 1 ? { kind: "any", of } : (of[0] ?? emptyQuery);
}

/** Negates a query; negating twice returns the original. */
export function negate(query: Query): Query {
  return query.kind === "not" ? query.of : { kind: "not", of: query };
}
