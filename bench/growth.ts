import {
  complete,
  conversations,
  decode,
  encode,
  explain,
  lint,
  lintCaptures,
  readInput,
  revise,
} from "../src/index";
import { healthyKinds, hostileKinds, type InputKind, makeInput, xmlKinds } from "./growthInputs";
import { collectGarbage, reportTitle } from "./measure";

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
/** From this many milliseconds on, the next size is not tried. */
const PATIENCE = 10_000;
/** A step of ten that takes more than this many times as long is marked. */
const SUSPICIOUS = 16;
/** Times below this many milliseconds say nothing about growth. */
const NOISE = 5;

type Task = (input: string) => () => unknown;

const READERS: Readonly<Record<string, Task>> = {
  readInput: (text) => () => readInput(text),
  "readInput, bytes": (text) => {
    const bytes = new TextEncoder().encode(text);
    return () => readInput(bytes);
  },
  "all alternatives": (text) => async () => {
    for (const { read } of (await readInput(text)).alternatives) await read();
  },
  "lintCaptures, conversations": (text) => async () => {
    const { captures } = await readInput(text);
    return [lintCaptures(captures), conversations(captures)];
  },
};

const XML_FUNCTIONS: Readonly<Record<string, Task>> = {
  encode: (xml) => () => encode(xml),
  "decode, .xml": (xml) => {
    const { bytes } = encode(xml);
    return () => decode(bytes).xml;
  },
  revise: (xml) => {
    const document = decode(encode(xml).bytes);
    return () => revise(document, xml);
  },
  lint: (xml) => () => lint([{ xml }]),
  complete: (xml) => () => complete(xml, xml.length),
  explain: (xml) => {
    const document = decode(encode(xml).bytes);
    return () => [explain(document, 8), explain(document, document.bytes.length - 3)];
  },
};

async function timeTask(run: () => unknown): Promise<number> {
  collectGarbage();
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The times of a task at growing sizes, in milliseconds, until one takes too long. */
async function measureGrowth(kind: InputKind, task: Task): Promise<readonly number[]> {
  await timeTask(task(makeInput(kind, SIZES[0] ?? 0)));
  const times: number[] = [];
  for (const size of SIZES) {
    const time = await timeTask(task(makeInput(kind, size)));
    times.push(time);
    if (time > PATIENCE) break;
  }
  return times;
}

function formatGrowth(times: readonly number[]): string {
  const columns = SIZES.map((_, i) => {
    const time = times[i];
    const before = times[i - 1];
    if (time === undefined) return "not tried".padStart(18);
    const ratio = before === undefined || before < NOISE ? undefined : time / before;
    const mark = ratio !== undefined && ratio > SUSPICIOUS ? "!" : " ";
    const step = ratio === undefined ? "" : `× ${ratio.toFixed(1)}${mark}`;
    return `${time.toFixed(1).padStart(9)}${step.padStart(9)}`;
  });
  return columns.join("");
}

async function reportKinds(
  kinds: readonly InputKind[],
  tasks: Readonly<Record<string, Task>>,
): Promise<void> {
  for (const [name, task] of Object.entries(tasks))
    for (const kind of kinds) {
      const times = await measureGrowth(kind, task);
      console.log(`  ${`${name}: ${kind.name}`.padEnd(60)}${formatGrowth(times)}`);
    }
}

reportTitle(
  `growth: milliseconds at ${SIZES.map((size) => `${size / 1000} KB`).join(", ")}, × the size before`,
);
await reportKinds([...healthyKinds, ...hostileKinds], READERS);
await reportKinds(xmlKinds, XML_FUNCTIONS);
