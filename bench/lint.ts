import { applyPatches } from "../src/bytes/patch";
import type { LinkedDocument } from "../src/document/open";
import { decode, revise } from "../src/index";
import { lintMessage } from "../src/lint/lint";
import type { Diagnostic } from "../src/lint/rule";
import { viewDocument } from "../src/lint/view";
import { collectGarbage, medians, once, report, reportTitle } from "./measure";
import { bodies, dense, type Payload } from "./payloads";

/** Lint may cost so many times what decoding the same bytes costs. */
const MOST_RATIO = 3;

/** Milliseconds from a keystroke in a document of 100 KB to what the rules say about it. */
const MOST_AFTER_KEYSTROKE = 30;

function judge(document: LinkedDocument): Diagnostic[] {
  return lintMessage(
    viewDocument(document, { command: "Sync", direction: "response", version: "16.1" }, 0, {}, []),
  );
}

function verdict(what: string, value: number, most: number, unit: string): void {
  console.log(
    `  ${what}: ${value.toFixed(2)}${unit} (target < ${most}${unit}: ${value < most ? "reached" : "MISSED"})`,
  );
}

const RUNS = 15;

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * What a document is judged in, each time opened anew so that nothing is remembered; decoding and judging
 * take turns.
 */
function whole({ name, bytes, elements }: Payload): void {
  const decoding: number[] = [];
  const judging: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    collectGarbage();
    let document: LinkedDocument | undefined;
    decoding.push(once(() => (document = decode(bytes)).tree.roots()));
    judging.push(once(() => (found = document === undefined ? 0 : judge(document).length)));
  }
  reportTitle(`lint: ${name} (${bytes.length} bytes, ${elements} elements, ${found} findings)`);
  report("decode, the first time", decoding[0] ?? 0, bytes.length);
  report("lint, the first time", judging[0] ?? 0, bytes.length);
  const [decoded, judged] = [medianOf(decoding), medianOf(judging)];
  report("decode", decoded, bytes.length);
  report("lint", judged, bytes.length);
  verdict("lint, as so many times the decoding", judged / decoded, MOST_RATIO, " ×");
}

/** One letter more in the middle of the text: revised, read again, and judged again, as the page does it. */
function keystroke({ bytes }: Payload): void {
  const document = decode(bytes);
  const { xml } = document;
  document.plan();
  const middle = xml.indexOf("<email:Subject>", xml.length / 2) + "<email:Subject>".length;
  let letter = 0;
  const typed = (): string =>
    `${xml.slice(0, middle)}${String.fromCharCode(97 + (letter++ % 26))}${xml.slice(middle)}`;
  const revised = (): LinkedDocument => decode(applyPatches(bytes, revise(document, typed()).patches));
  if (Buffer.compare(revised().bytes, bytes) === 0) throw new Error("the letter is not in the bytes");
  reportTitle(`re-lint: ${bytes.length} bytes, ${xml.length} characters of XML`);
  const [decoded = 0, judged = 0, read = 0, all = 0] = medians([
    () => decode(bytes).tree.roots().length,
    () => judge(decode(bytes)).length,
    () => revised().tree.roots().length,
    () => judge(revised()).length,
  ]);
  report("decode", decoded, bytes.length);
  report("decode and lint", judged, bytes.length);
  report("revise and read again", read, bytes.length);
  report("revise, read again and lint", all, bytes.length);
  verdict("lint alone", judged - decoded, MOST_AFTER_KEYSTROKE, " ms");
  verdict("from keystroke to findings", all, MOST_AFTER_KEYSTROKE, " ms");
}

for (const payload of [dense(8, false), bodies(10)]) whole(payload);
keystroke(dense(0.1, false));
