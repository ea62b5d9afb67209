import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Runs a full garbage collection, so that no measurement affects another. */
export function collectGarbage(): void {
  gc();
  gc();
}

/** The bytes held on the heap and in typed arrays after a garbage collection. */
export function measureHeldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage(); // `external` counts the typed arrays' memory too
  return heapUsed + external;
}

/** The time of one run, in milliseconds. */
export function timeOnce(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The median time of several runs after two warm-up runs, each on a clean heap, in milliseconds. */
export function measureMedian(run: () => unknown, runs = 9): number {
  return measureMedians([run], runs)[0] ?? 0;
}

/**
 * The same for several tasks to compare. They take turns, so that other load on the machine affects all of
 * them equally.
 */
export function measureMedians(tasks: readonly (() => unknown)[], runs = 9): number[] {
  const times: number[][] = tasks.map(() => []);
  for (let round = -2; round < runs; round++) {
    tasks.forEach((task, i) => {
      collectGarbage();
      const time = timeOnce(task);
      if (round >= 0) times[i]?.push(time);
    });
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0);
}

/**
 * The target of a measurement: the reference is at least this many times as slow as ours, or at least this
 * many megabytes per second.
 */
export interface Target {
  readonly ratio?: number;
  readonly minRatio?: number;
  readonly minSpeed?: number;
}

/** Prints a heading above measurements. */
export function reportTitle(title: string): void {
  console.log(`\n${title}`);
}

/**
 * Prints one line: the task, milliseconds, megabytes of WBXML per second, and how that compares with the
 * target.
 */
export function report(
  what: string,
  milliseconds: number,
  bytes: number,
  { ratio, minRatio: target, minSpeed: speed }: Target = {},
): void {
  const perSecond = bytes / 1000 / milliseconds;
  const reached =
    ratio !== undefined && target !== undefined
      ? formatVerdict(ratio, target, "×")
      : speed === undefined
        ? ""
        : formatVerdict(perSecond, speed, " MB/s");
  console.log(
    `  ${what.padEnd(52)} ${milliseconds.toFixed(1).padStart(9)} ms ` +
      `${perSecond.toFixed(1).padStart(8)} MB/s  ${reached}`,
  );
}

function formatVerdict(value: number, target: number, unit: string): string {
  return `${value.toFixed(1)}${unit} (target ${target}${unit}: ${value >= target ? "reached" : "MISSED"})`;
}
