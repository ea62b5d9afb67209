import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Collects all garbage there is, so that one measurement does not pay for another. */
export function collectGarbage(): void {
  gc();
  gc();
}

/** Bytes held on the heap and in typed arrays after a collection. */
export function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage(); // `external` counts the typed arrays' memory too
  return heapUsed + external;
}

/** Milliseconds of one run. */
export function once(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Median milliseconds of several runs after two to warm up, each on a clean heap. */
export function median(run: () => unknown, runs = 9): number {
  return medians([run], runs)[0] ?? 0;
}

/**
 * The same of things to be compared: they take turns, so that whatever else the machine does meets all of
 * them.
 */
export function medians(tasks: readonly (() => unknown)[], runs = 9): number[] {
  const times: number[][] = tasks.map(() => []);
  for (let round = -2; round < runs; round++) {
    tasks.forEach((task, i) => {
      collectGarbage();
      const time = once(task);
      if (round >= 0) times[i]?.push(time);
    });
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0);
}

/**
 * What a measurement should reach: at least so many times as slow as ours, or at least so many megabytes a
 * second.
 */
export interface Target {
  readonly ratio?: number;
  readonly target?: number;
  readonly speed?: number;
}

/** A headline above measurements. */
export function reportTitle(title: string): void {
  console.log(`\n${title}`);
}

/**
 * One line: what, milliseconds, megabytes of WBXML a second, and how that stands beside what it is compared
 * with.
 */
export function report(
  what: string,
  milliseconds: number,
  bytes: number,
  { ratio, target, speed }: Target = {},
): void {
  const perSecond = bytes / 1000 / milliseconds;
  const reached =
    ratio !== undefined && target !== undefined
      ? verdict(ratio, target, "×")
      : speed === undefined
        ? ""
        : verdict(perSecond, speed, " MB/s");
  console.log(
    `  ${what.padEnd(52)} ${milliseconds.toFixed(1).padStart(9)} ms ` +
      `${perSecond.toFixed(1).padStart(8)} MB/s  ${reached}`,
  );
}

function verdict(value: number, target: number, unit: string): string {
  return `${value.toFixed(1)}${unit} (target ${target}${unit}: ${value >= target ? "reached" : "MISSED"})`;
}
