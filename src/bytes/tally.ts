/** How often each of several things was counted; what is missing was not. */
export type Tally<T> = Map<T, number>;

/** Counts a thing once more, or `by` more often. Returns how often it has been counted now. */
export function countUp<T>(tally: Tally<T>, thing: T, by = 1): number {
  const count = (tally.get(thing) ?? 0) + by;
  tally.set(thing, count);
  return count;
}
