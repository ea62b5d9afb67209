/**
 * How a node can differ. `inside`: only its content differs. `moved`: it has a different place among its
 * siblings, and its content may differ too. `wire`: it has the same meaning but is encoded differently.
 */
const DIFFERENCES = ["same", "inside", "changed", "removed", "added", "moved", "wire"] as const;

/** One of the ways in which a node can differ. */
export type Difference = (typeof DIFFERENCES)[number];

/** A node of one or both documents, in the order of the second. */
export interface ComparedRow {
  readonly depth: number;
  /** The token in each document, or -1 if the document does not have the node. */
  readonly a: number;
  readonly b: number;
  readonly difference: Difference;
}

/** Rows as columns: millions of them take little memory, and can be handed from one thread to another. */
export interface ComparedRows {
  /** The code of the difference of each row. */
  readonly difference: Uint8Array<ArrayBuffer>;
  readonly depth: Int32Array<ArrayBuffer>;
  readonly a: Int32Array<ArrayBuffer>;
  readonly b: Int32Array<ArrayBuffer>;
}

/** The number that stands for a difference in a column; 0 for `same`. */
export function codeOf(difference: Difference): number {
  return DIFFERENCES.indexOf(difference);
}

/** The difference that a number stands for; `same` for a number that stands for none. */
export function differenceOf(code: number | undefined): Difference {
  return DIFFERENCES[code ?? 0] ?? "same";
}

/** The row at an index; `undefined` if there is none. */
export function readRow({ difference, depth, a, b }: ComparedRows, index: number): ComparedRow | undefined {
  const code = difference[index];
  if (code === undefined) return undefined;
  return { depth: depth[index] ?? 0, a: a[index] ?? -1, b: b[index] ?? -1, difference: differenceOf(code) };
}

/** Collects rows. */
export interface RowCollector {
  readonly add: (row: ComparedRow) => void;
  /** The rows added so far. */
  readonly finish: () => ComparedRows;
}

const FIRST_SIZE = 256;

/** A collector without rows. Its columns grow as needed. */
export function collectRows(): RowCollector {
  let count = 0;
  let difference = new Uint8Array(FIRST_SIZE);
  let depth = new Int32Array(FIRST_SIZE);
  let a = new Int32Array(FIRST_SIZE);
  let b = new Int32Array(FIRST_SIZE);
  const grow = (): void => {
    difference = resize(difference, new Uint8Array(count * 2));
    depth = resize(depth, new Int32Array(count * 2));
    a = resize(a, new Int32Array(count * 2));
    b = resize(b, new Int32Array(count * 2));
  };
  return {
    add: (row) => {
      if (count === difference.length) grow();
      difference[count] = codeOf(row.difference);
      depth[count] = row.depth;
      a[count] = row.a;
      b[count] = row.b;
      count++;
    },
    finish: () => ({
      difference: difference.slice(0, count),
      depth: depth.slice(0, count),
      a: a.slice(0, count),
      b: b.slice(0, count),
    }),
  };
}

function resize<T extends Uint8Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
