import { bisect } from "./bisect";

/** Values by number, where few numbers have one. A `Map` is one. */
export interface Sparse<V> {
  readonly size: number;
  readonly has: (key: number) => boolean;
  readonly get: (key: number) => V | undefined;
  readonly keys: () => Iterable<number>;
}

/** Values by number from columns: the numbers, rising, and how to read the value at an index. */
export function makeSparse<V>(numbers: Uint32Array, read: (index: number) => V): Sparse<V> {
  const find = (key: number): number => {
    const index = bisect(numbers.length, (i) => (numbers[i] ?? 0) >= key);
    return numbers[index] === key ? index : -1;
  };
  return {
    size: numbers.length,
    has: (key) => find(key) >= 0,
    get: (key) => {
      const index = find(key);
      return index < 0 ? undefined : read(index);
    },
    keys: () => numbers,
  };
}
