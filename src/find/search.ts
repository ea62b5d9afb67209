import type { ReadOptions } from "../formats/format";
import { type Pause, pauses } from "../formats/pace";
import type { Hit } from "./hit";
import type { Query } from "./query";
import { searchCapture } from "./searchCapture";
import type { Searched } from "./searched";
import { prepare } from "./wanted";

/** The hits of one capture that has some. */
export interface FoundInCapture {
  /** Its place among the captures that were searched. */
  readonly capture: number;
  readonly hits: readonly Hit[];
}

/** What else is to be said of a search that is over. */
export interface SearchEnd {
  /** How many captures were searched. */
  readonly searched: number;
  /** Whether there may be more hits than the most that are kept. */
  readonly isLimited: boolean;
  /** Whether the patterns took longer than they may, so that they were not held against everything. */
  readonly isPatternSlow: boolean;
  /**
   * Whether there are values so long that only their beginning was decoded; as they stand they were searched
   * whole.
   */
  readonly isCut: boolean;
}

/** How a search runs: how it is cancelled, where its progress (0 to 1) goes, and what it stops at. */
export interface SearchOptions extends Pick<ReadOptions, "signal" | "onProgress"> {
  /** How many captures there are, where they come one by one; for the progress. */
  readonly count?: number;
  readonly most?: number;
  /** How long all work with patterns may take, in milliseconds. */
  readonly patternTime?: number;
}

/** How many hits a search stops at where nothing else is said. */
export const MOST_HITS = 5000;

/**
 * Searches captures one after the other, and hands over the hits of each that has some. Works in slices of at
 * most 50 ms, decoding a single payload and reading a single MIME message apart; rejects with the signal's
 * reason where it is cancelled. Nothing of a capture is kept.
 */
export async function* search(
  query: Query,
  captures: Iterable<Searched> | AsyncIterable<Searched>,
  options: SearchOptions = {},
): AsyncGenerator<FoundInCapture, SearchEnd, void> {
  const wanted = prepare(query, options.patternTime);
  const most = options.most ?? MOST_HITS;
  const end = { searched: 0, isLimited: false, isPatternSlow: false, isCut: false };
  if (wanted === undefined) return end;
  const count = options.count ?? (Array.isArray(captures) ? captures.length : 1);
  let room = most;
  const whole = pauses(options);
  for await (const searched of captures) {
    const pause: Pause = (done) => whole(Math.min(1, (end.searched + done) / count), searched.label);
    await pause(0, "");
    const { hits, isCut } = await searchCapture(searched, wanted, room, pause);
    room -= hits.length;
    end.isCut ||= isCut;
    if (hits.length > 0) yield { capture: end.searched, hits };
    end.searched++;
    end.isLimited = room <= 0;
    end.isPatternSlow = wanted.time.left <= 0;
    if (end.isLimited) break;
  }
  return end;
}
