import type { ReadOptions } from "../formats/format";
import { type Pause, pauses } from "../formats/pace";
import type { Hit } from "./hit";
import { prepareQuery } from "./prepareQuery";
import type { Query } from "./query";
import { searchCapture } from "./searchCapture";
import type { SearchedCapture } from "./searchedCapture";

/** The hits in one capture that has some. */
export interface SearchResult {
  /** The index of the capture among those searched. */
  readonly capture: number;
  readonly hits: readonly Hit[];
}

/** A summary of a search that has ended. */
export interface SearchSummary {
  /** The number of captures searched. */
  readonly searched: number;
  /** Whether the search stopped at the limit, so that there might be more hits. */
  readonly isLimited: boolean;
  /** Whether the patterns ran out of time, so that not everything was matched against them. */
  readonly isPatternSlow: boolean;
  /**
   * Whether some values were so long that only their beginning was decoded; their text as it appears was
   * searched completely.
   */
  readonly isCut: boolean;
  /** How many payloads were too large to be decoded, so that their elements were not searched. */
  readonly tooLarge: number;
}

/** How to run a search: cancellation, progress (0 to 1) and limits. */
export interface SearchOptions extends Pick<ReadOptions, "signal" | "onProgress"> {
  /** The number of captures, for the progress, if they arrive one by one. */
  readonly count?: number;
  readonly limit?: number;
  /** How many hits of a capture are wanted: 1 if it only matters which captures match. */
  readonly perCapture?: number;
  /** The time limit for all patterns, in milliseconds. */
  readonly patternTime?: number;
}

/** The default limit on the number of hits. */
const MAX_HITS = 5000;

/**
 * Searches captures one by one and yields the hits of each capture that has some. Works in slices of at most
 * 50 ms, except for decoding a single payload or reading a single MIME message. Rejects with the signal's
 * reason if cancelled. Keeps nothing of a capture.
 */
export async function* search(
  query: Query,
  captures: Iterable<SearchedCapture> | AsyncIterable<SearchedCapture>,
  options: SearchOptions = {},
): AsyncGenerator<SearchResult, SearchSummary, void> {
  const prepared = prepareQuery(query, options.patternTime);
  const { limit = MAX_HITS, perCapture = limit } = options;
  const end = { searched: 0, isLimited: false, isPatternSlow: false, isCut: false, tooLarge: 0 };
  if (prepared === undefined) return end;
  const count = options.count ?? (Array.isArray(captures) ? captures.length : 1);
  let remaining = limit;
  const pauseOverall = pauses(options);
  for await (const searched of captures) {
    const pause: Pause = (done) => pauseOverall(Math.min(1, (end.searched + done) / count), searched.label);
    await pause(0, "");
    const { hits, isCut, isTooLarge } = await searchCapture(
      searched,
      prepared,
      Math.min(remaining, perCapture),
      pause,
    );
    remaining -= hits.length;
    end.isCut ||= isCut;
    if (isTooLarge) end.tooLarge++;
    if (hits.length > 0) yield { capture: end.searched, hits };
    end.searched++;
    end.isLimited = remaining <= 0;
    end.isPatternSlow = prepared.patternTime.remaining <= 0;
    if (end.isLimited) break;
  }
  return end;
}
