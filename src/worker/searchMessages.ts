import type { FoundInCapture, SearchEnd } from "../find/search";
import type { Searched } from "../find/searched";

/**
 * What the page tells the search worker. Each search has a number of its own and follows one that is over: to
 * cancel one, its worker is ended.
 */
export type SearchRequest =
  | { readonly kind: "start"; readonly id: number; readonly query: string; readonly count: number }
  /** Some more captures, as the worker asked for; none where there are no more. */
  | { readonly kind: "captures"; readonly id: number; readonly captures: readonly Searched[] };

/** What the worker tells the page of the search of a number. */
export type SearchReport =
  | { readonly kind: "more"; readonly id: number }
  | { readonly kind: "found"; readonly id: number; readonly found: FoundInCapture }
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "end"; readonly id: number; readonly end: SearchEnd }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
