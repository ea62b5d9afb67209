/** The places of a longest rising subsequence of distinct numbers. */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // by length: the place whose number ends the lowest such subsequence
  const before = new Int32Array(numbers.length);
  numbers.forEach((number, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[place] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = place;
  });
  const found = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) found.add(place);
  return found;
}
