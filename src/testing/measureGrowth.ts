import { startCounting } from "./steps";

// Run as a process of its own (`../growth.test.ts`): counting replaces methods of the engine, which makes
// everything else in the same thread slower from then on, even when they are put back.

const SIZE = 4_000;
const TIMES = 4;

const countSteps = await startCounting();
const { growths } = await import("./growths");
const counts: { name: string; small: number; large: number; times: number }[] = [];
for (const { name, make, run } of growths) {
  await run(make(SIZE)); // what is prepared once does not count
  const small = await countSteps(() => run(make(SIZE)));
  const large = await countSteps(() => run(make(SIZE * TIMES)));
  counts.push({ name, small, large, times: TIMES });
}
console.log(JSON.stringify(counts));
