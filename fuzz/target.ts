import fc from "fast-check";

/** One kind of input, and what must hold for every input of that kind. */
export interface TargetFacts<T> {
  /** Its name on the command line and in the report. */
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  /** Inputs that are always tried first, in every batch. */
  readonly examples?: readonly T[];
  /**
   * Throws, or rejects, if something does not hold. Returns how much there was to do, in any unit: time is
   * compared per unit of work.
   */
  readonly check: (input: T) => number | Promise<number>;
  /** The input as text, in a form that can be put into a test. */
  readonly write: (input: T) => string;
}

/** What one input cost. */
export interface Cost {
  readonly seed: number;
  /** The position of the input in its batch. */
  readonly index: number;
  readonly work: number;
  readonly milliseconds: number;
  readonly write: () => string;
  /** Checks the input again and returns the time that takes, in milliseconds. */
  readonly measureAgain: () => Promise<number>;
}

/** An input for which something does not hold, shrunk as far as time allowed. */
export interface Fault {
  readonly seed: number;
  readonly message: string;
  readonly input: string;
}

/** The result of one batch: the cost of each input, and the fault that ended it. */
export interface Batch {
  readonly costs: readonly Cost[];
  readonly fault: Fault | undefined;
}

/** A target of the fuzzer. A batch depends only on its seed, as far as its time limit lets it go. */
export interface Target {
  readonly name: string;
  readonly runBatch: (seed: number, limit: number) => Promise<Batch>;
}

/** The inputs of a batch: few, so that a seed leads back to an input quickly. */
const BATCH = 100;

/** How long to look for a smaller input after a fault, in milliseconds. */
const SHRINKING = 20_000;

/** Makes a target. Its batches end early if the limit in milliseconds is reached; that is no fault. */
export function defineTarget<T>(facts: TargetFacts<T>): Target {
  return {
    name: facts.name,
    runBatch: async (seed, limit) => {
      const costs: Cost[] = [];
      const failed = await checkBatch(facts, seed, limit, costs);
      return { costs, fault: failed && (await shrink(facts, failed)) };
    },
  };
}

async function measure<T>({ check }: TargetFacts<T>, input: T): Promise<Pick<Cost, "milliseconds" | "work">> {
  const start = performance.now();
  const work = await check(input);
  return { milliseconds: performance.now() - start, work };
}

/** Checks the inputs of a batch, adds their costs, and returns the path of the first that fails. */
async function checkBatch<T>(
  facts: TargetFacts<T>,
  seed: number,
  limit: number,
  costs: Cost[],
): Promise<fc.RunDetails<[T]> | undefined> {
  const property = fc.asyncProperty(facts.inputs, async (input) => {
    const cost = await measure(facts, input);
    costs.push({
      seed,
      index: costs.length,
      ...cost,
      write: () => facts.write(input),
      measureAgain: async () => (await measure(facts, input)).milliseconds,
    });
  });
  const details = await fc.check(property, {
    seed,
    numRuns: BATCH,
    examples: (facts.examples ?? []).map((example): [T] => [example]),
    interruptAfterTimeLimit: limit,
    markInterruptAsFailure: false,
    endOnFailure: true,
  });
  // an interrupted batch without a run counts as failed, and has no counterexample
  return details.counterexample === null ? undefined : details;
}

/** Looks for a smaller input that fails, from the one that did. */
async function shrink<T>(
  facts: TargetFacts<T>,
  { seed, counterexamplePath, counterexample, errorInstance }: fc.RunDetails<[T]>,
): Promise<Fault> {
  const property = fc.asyncProperty(facts.inputs, async (input) => void (await facts.check(input)));
  const again = await fc.check(property, {
    seed,
    ...(counterexamplePath !== null && { path: counterexamplePath }),
    examples: (facts.examples ?? []).map((example): [T] => [example]),
    numRuns: BATCH,
    interruptAfterTimeLimit: SHRINKING,
    markInterruptAsFailure: false,
  });
  const [input] = again.counterexample ?? counterexample ?? [];
  const error = again.errorInstance ?? errorInstance;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { seed, message, input: input === undefined ? "" : facts.write(input) };
}
