import { writeFileSync } from "node:fs";
import { type Outcome, tryBatch, tryTarget } from "./campaign";
import { type Options, readOptions } from "./options";
import type { Target } from "./target";
import { targets } from "./targets";

const options = readGiven();
const chosen = targets.filter(({ name }) => options.target === undefined || name === options.target);
if (chosen.length === 0)
  refuse(`There is no target ${options.target}. There are: ${targets.map(({ name }) => name).join(", ")}.`);

console.log(
  options.seed === undefined
    ? `Seeds from ${options.from} on, ${options.minutes} min for ${chosen.length} targets`
    : `Seed ${options.seed}`,
);
/** How many suspicions of a target are shown. */
const SHOWN = 5;

const outcomes: Outcome[] = [];
for (const target of chosen) {
  const outcome = await tryOne(target, options, chosen.length);
  outcomes.push(outcome);
  print(outcome);
}
const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
const inputs = outcomes.reduce((sum, outcome) => sum + outcome.tried, 0);
console.log(`\n${inputs} inputs, ${failed} of ${outcomes.length} targets failed`);
if (options.report !== undefined)
  writeFileSync(options.report, JSON.stringify({ passed: outcomes.length - failed, failed, inputs }));
process.exitCode = failed > 0 ? 1 : 0;

function readGiven(): Options {
  try {
    return readOptions(process.argv.slice(2), Date.now() % 1_000_000_000);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function tryOne(target: Target, { seed, from, minutes }: Options, count: number): Promise<Outcome> {
  return seed === undefined ? tryTarget(target, from, (minutes * 60_000) / count) : tryBatch(target, seed);
}

function print({ target, tried, fault, slow }: Outcome): void {
  console.log(`${fault ? "✗" : "✓"} ${target.padEnd(14)} ${String(tried).padStart(7)} inputs`);
  for (const { seed, index, times, milliseconds, input } of slow.slice(0, SHOWN))
    console.log(
      `  suspicion: input ${index} of seed ${seed} took ${milliseconds.toFixed(0)} ms, ${times.toFixed(0)} ` +
        `times what is usual for its size: ${shorten(input, 300)}`,
    );
  if (slow.length > SHOWN) console.log(`  and ${slow.length - SHOWN} more that were less slow`);
  if (fault === undefined) return;
  console.log(`  ${fault.message.replaceAll("\n", "\n  ")}\n  input: ${shorten(fault.input, 4000)}`);
  console.log(`  again: npm run fuzz -- --target ${target} --seed ${fault.seed}`);
}

function shorten(input: string, length: number): string {
  return input.length > length ? `${input.slice(0, length)}… (${input.length} characters)` : input;
}
