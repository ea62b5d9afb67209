/**
 * The first of the indices 0 to `count - 1` for which `test` holds; `count` where it holds for none. By
 * halving: `test` must hold for every index behind one for which it holds.
 */
export function bisect(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
