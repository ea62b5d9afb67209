import { applyPatches } from "../src/bytes/patch";
import type { LinkedDocument } from "../src/document/open";
import { decode, revise } from "../src/index";
import { lintMessage } from "../src/lint/lint";
import type { Diagnostic } from "../src/lint/rule";
import { viewDocument } from "../src/lint/view";
import { collectGarbage, measureMedians, report, reportTitle, timeOnce } from "./measure";
import { createBodyPayload, createDensePayload, type Payload } from "./payloads";

/** The maximum cost of linting, as a multiple of the cost of decoding the same bytes. */
const MAX_RATIO = 3;

/** The maximum time from a keystroke in a 100 KB document to the findings, in milliseconds. */
const MAX_AFTER_KEYSTROKE = 30;

function lintDocument(document: LinkedDocument): readonly Diagnostic[] {
  return lintMessage(
    viewDocument(document, { command: "Sync", direction: "response", version: "16.1" }, 0, {}, []),
  );
}

function reportTarget(what: string, value: number, most: number, unit: string): void {
  console.log(
    `  ${what}: ${value.toFixed(2)}${unit} (target < ${most}${unit}: ${value < most ? "reached" : "MISSED"})`,
  );
}

const RUNS = 15;

function findMedian(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * Measures linting a document, opened anew each time so that nothing is cached; decoding and linting take
 * turns.
 */
function measureLint({ name, bytes, elements }: Payload): void {
  const decodeTimes: number[] = [];
  const lintTimes: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    collectGarbage();
    let document: LinkedDocument | undefined;
    decodeTimes.push(timeOnce(() => (document = decode(bytes)).tree.roots()));
    lintTimes.push(timeOnce(() => (found = document === undefined ? 0 : lintDocument(document).length)));
  }
  reportTitle(`lint: ${name} (${bytes.length} bytes, ${elements} elements, ${found} findings)`);
  report("decode, the first time", decodeTimes[0] ?? 0, bytes.length);
  report("lint, the first time", lintTimes[0] ?? 0, bytes.length);
  const [decoded, linted] = [findMedian(decodeTimes), findMedian(lintTimes)];
  report("decode", decoded, bytes.length);
  report("lint", linted, bytes.length);
  reportTarget("lint, as a multiple of decoding", linted / decoded, MAX_RATIO, " ×");
}

/** Measures one keystroke in the middle of the text: revised, decoded and linted again, as on the page. */
function measureKeystroke({ bytes }: Payload): void {
  const document = decode(bytes);
  const { xml } = document;
  document.plan();
  const middle = xml.indexOf("<email:Subject>", xml.length / 2) + "<email:Subject>".length;
  let letter = 0;
  const typeLetter = (): string =>
    `${xml.slice(0, middle)}${String.fromCharCode(97 + (letter++ % 26))}${xml.slice(middle)}`;
  const reviseTyped = (): LinkedDocument =>
    decode(applyPatches(bytes, revise(document, typeLetter()).patches));
  if (Buffer.compare(reviseTyped().bytes, bytes) === 0) throw new Error("the letter is not in the bytes");
  reportTitle(`re-lint: ${bytes.length} bytes, ${xml.length} characters of XML`);
  const [decoded = 0, linted = 0, read = 0, all = 0] = measureMedians([
    () => decode(bytes).tree.roots().length,
    () => lintDocument(decode(bytes)).length,
    () => reviseTyped().tree.roots().length,
    () => lintDocument(reviseTyped()).length,
  ]);
  report("decode", decoded, bytes.length);
  report("decode and lint", linted, bytes.length);
  report("revise and read again", read, bytes.length);
  report("revise, read again and lint", all, bytes.length);
  reportTarget("lint alone", linted - decoded, MAX_AFTER_KEYSTROKE, " ms");
  reportTarget("from keystroke to findings", all, MAX_AFTER_KEYSTROKE, " ms");
}

for (const payload of [createDensePayload(8, false), createBodyPayload(10)]) measureLint(payload);
measureKeystroke(createDensePayload(0.1, false));
