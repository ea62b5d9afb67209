import type { Hit } from "./hit";
import { evaluateFormula, findReasons, type PreparedQuery } from "./prepareQuery";

/** Collects what is found in one capture during a search. */
export interface Collector {
  /**
   * Records that a term matches, and where. Calls `hit` only if the hit is kept. Returns whether more hits of
   * this term are useful.
   */
  readonly recordHit: (index: number, hit?: () => Hit) => boolean;
  /** Records whether a term about the capture is true. */
  readonly recordFact: (index: number, holds: boolean) => void;
  /** Whether the result can no longer change. */
  readonly isDone: () => boolean;
  /**
   * Whether the capture matches the query: `undefined` while that is undecided. If `isComplete`, terms
   * without a match count as not matching.
   */
  readonly evaluate: (isComplete: boolean) => boolean | undefined;
  /**
   * The hits in document order: those of terms about places or, if there are none, those of terms that name a
   * class or folder.
   */
  readonly hits: () => readonly Hit[];
}

/** Creates a collector that keeps at most `limit` hits per term. */
export function createCollector(
  { terms: leaves, formula, isMonotone }: PreparedQuery,
  limit: number,
): Collector {
  const known: (boolean | undefined)[] = leaves.map(() => undefined);
  const hits: Hit[][] = leaves.map(() => []);
  const isPlace = leaves.map(({ term }) => term.kind !== "held" && term.kind !== "fact");
  const listKnownTerms = (): boolean[] => known.map((holds) => holds === true);
  const listHits = (wantsPlaces: boolean): Hit[] => {
    const reasons = findReasons(formula, listKnownTerms());
    return hits.flatMap((some, index) => (reasons.has(index) && isPlace[index] === wantsPlaces ? some : []));
  };
  const isFull = (index: number): boolean => (hits[index]?.length ?? 0) >= limit;
  return {
    recordHit: (index, hit) => {
      known[index] = true;
      if (hit !== undefined && !isFull(index)) hits[index]?.push(hit());
      return !isFull(index);
    },
    recordFact: (index, holds) => {
      known[index] = holds;
    },
    isDone: () =>
      isMonotone &&
      [...findReasons(formula, known)].some((index) => isPlace[index] === true && isFull(index)),
    evaluate: (isComplete) => evaluateFormula(formula, isComplete ? listKnownTerms() : known),
    hits: () => {
      const places = listHits(true);
      return orderHits(places.length > 0 ? places : listHits(false)).slice(0, limit);
    },
  };
}

/** Sorts hits by place, those without a place first, and removes duplicates. */
function orderHits(hits: readonly Hit[]): Hit[] {
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
