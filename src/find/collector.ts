import type { Hit } from "./hit";
import { holds, reasons, type Wanted } from "./wanted";

/** What is found in one capture while it is being searched. */
export interface Collector {
  /**
   * Says that a term holds, and where; the hit is made only where it is kept. Answers whether more of this
   * term is of use.
   */
  readonly take: (leaf: number, hit?: () => Hit) => boolean;
  /** Says whether a term about the capture holds. */
  readonly know: (leaf: number, does: boolean) => void;
  /** Whether nothing that is still to be found changes what comes out. */
  readonly isDone: () => boolean;
  /**
   * Whether the capture is one that is asked for, as far as is known; what is not known counts as not there
   * where `isWhole`.
   */
  readonly outcome: (isWhole: boolean) => boolean | undefined;
  /**
   * The hits in the order of their places: those of terms about places, else those of terms that name a class
   * or folder; `[]` for none.
   */
  readonly hits: () => readonly Hit[];
}

/** A collector that keeps at most `most` hits of each term. */
export function collector({ leaves, formula, isMonotone }: Wanted, most: number): Collector {
  const known: (boolean | undefined)[] = leaves.map(() => undefined);
  const hits: Hit[][] = leaves.map(() => []);
  const isPlace = leaves.map(({ term }) => term.kind !== "held" && term.kind !== "fact");
  const whole = (): boolean[] => known.map((does) => does === true);
  const kept = (wantsPlaces: boolean): Hit[] => {
    const made = reasons(formula, whole());
    return hits.flatMap((some, leaf) => (made.has(leaf) && isPlace[leaf] === wantsPlaces ? some : []));
  };
  const isFull = (leaf: number): boolean => (hits[leaf]?.length ?? 0) >= most;
  return {
    take: (leaf, hit) => {
      known[leaf] = true;
      if (hit !== undefined && !isFull(leaf)) hits[leaf]?.push(hit());
      return !isFull(leaf);
    },
    know: (leaf, does) => {
      known[leaf] = does;
    },
    isDone: () =>
      isMonotone && [...reasons(formula, known)].some((leaf) => isPlace[leaf] === true && isFull(leaf)),
    outcome: (isWhole) => holds(formula, isWhole ? whole() : known),
    hits: () => {
      const places = kept(true);
      return inOrder(places.length > 0 ? places : kept(false)).slice(0, most);
    },
  };
}

/** By place, what has none first; the same place in the same kind but once. */
function inOrder(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits
    .toSorted(
      (a, b) =>
        (a.range?.start ?? -1) - (b.range?.start ?? -1) || (a.range?.end ?? -1) - (b.range?.end ?? -1),
    )
    .filter(({ kind, range, path, excerpt, match }) => {
      const key = `${kind} ${range?.start} ${range?.end} ${path.at(-1)} ${match.from} ${match.to} ${excerpt}`;
      return !seen.has(key) && seen.add(key);
    });
}
