import { bisect } from "../../bytes/bisect";

/**
 * The positions of a longest increasing subsequence of distinct numbers.
 *
 * Patience sorting: the numbers are placed on piles one after the other, each on the leftmost pile whose top
 * is not lower. The tops then increase from left to right, and a binary search finds the pile. A number on
 * the n-th pile ends an increasing subsequence of n numbers; its predecessor is the top of the pile to its
 * left at that moment. Following the predecessors from the top of the last pile gives the subsequence.
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tops: Card[] = [];
  numbers.forEach((number, place) => {
    const pile = bisect(tops.length, (index) => isNotLower(tops[index], number));
    tops[pile] = { number, place, before: tops[pile - 1] };
  });
  const found = new Set<number>();
  for (let card = tops.at(-1); card !== undefined; card = card.before) found.add(card.place);
  return found;
}

interface Card {
  readonly number: number;
  readonly place: number;
  readonly before: Card | undefined;
}

function isNotLower(card: Card | undefined, number: number): boolean {
  return card !== undefined && card.number >= number;
}
