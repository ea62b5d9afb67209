import type { SearchOptions, SearchResult, SearchSummary } from "../find/search";
import type { SearchedCapture } from "../find/searchedCapture";

/**
 * A request to the search worker. Each search has its own number and starts after the previous one has ended;
 * to cancel a search, the page ends the worker.
 */
export type SearchRequest =
  | SearchStart
  /** More captures, as the worker requested; an empty list if there are no more. */
  | { readonly kind: "captures"; readonly id: number; readonly captures: readonly SearchedCapture[] };

/** The start of a search: its query, and how many captures follow. */
export interface SearchStart extends Pick<SearchOptions, "limit" | "perCapture"> {
  readonly kind: "start";
  readonly id: number;
  readonly query: string;
  readonly count: number;
}

/** A message from the worker about the search with that number. */
export type SearchReport =
  | { readonly kind: "more"; readonly id: number }
  | { readonly kind: "found"; readonly id: number; readonly found: SearchResult }
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "end"; readonly id: number; readonly end: SearchSummary }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
