import type { Cost, Fault, Target } from "./target";

/** What came of a target: how many inputs were tried, and what was found. */
export interface Outcome {
  readonly target: string;
  readonly tried: number;
  readonly fault: Fault | undefined;
  /** Inputs that took far longer than others of their size, the slowest first. */
  readonly slow: readonly SlowInput[];
}

/** An input that took far longer than its size explains: a suspicion, never a failure. */
export interface SlowInput {
  readonly seed: number;
  readonly index: number;
  /** How many times the usual cost per unit of work: what nine inputs in ten stay under. */
  readonly times: number;
  readonly milliseconds: number;
  readonly input: string;
}

/** What makes an input suspicious: this many times the usual cost, and at least this many milliseconds. */
const TIMES = 20;
const LEAST = 30;

/** Work that even an empty input takes. */
const BASE = 200;

/** How long the first batch of a target may take, in milliseconds, however little time there is. */
const LEAST_TIME = 1000;

/** Tries the batches of a target from a seed on, until its time in milliseconds is up or a fault is found. */
export async function tryTarget(target: Target, seed: number, milliseconds: number): Promise<Outcome> {
  const end = performance.now() + milliseconds;
  const costs: Cost[] = [];
  for (let next = seed; next === seed || performance.now() < end; next++) {
    const least = next === seed ? LEAST_TIME : 1; // on a busy machine, a batch can end before its first input
    const batch = await target.runBatch(next, Math.max(least, end - performance.now()));
    costs.push(...batch.costs);
    if (batch.fault) return { target: target.name, tried: costs.length, fault: batch.fault, slow: [] };
  }
  return { target: target.name, tried: costs.length, fault: undefined, slow: await findSlow(costs) };
}

/** Tries one whole batch of a target, without a limit. */
export async function tryBatch(target: Target, seed: number): Promise<Outcome> {
  const { costs, fault } = await target.runBatch(seed, 2 ** 31 - 1);
  return { target: target.name, tried: costs.length, fault, slow: await findSlow(costs) };
}

/**
 * The inputs that are slow whenever they are checked: garbage collection or another process delays one
 * measurement, not three.
 */
async function findSlow(costs: readonly Cost[]): Promise<readonly SlowInput[]> {
  const perWork = (milliseconds: number, { work }: Cost): number => milliseconds / (work + BASE);
  const sorted = costs.map((cost) => perWork(cost.milliseconds, cost)).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const slow: SlowInput[] = [];
  for (const cost of costs) {
    if (cost.milliseconds < LEAST || perWork(cost.milliseconds, cost) < TIMES * usual) continue;
    const milliseconds = Math.min(await cost.measureAgain(), await cost.measureAgain(), cost.milliseconds);
    const times = perWork(milliseconds, cost) / usual;
    const { seed, index } = cost;
    if (times >= TIMES && milliseconds >= LEAST)
      slow.push({ seed, index, times, milliseconds, input: cost.write() });
  }
  return slow.sort((a, b) => b.times - a.times);
}
