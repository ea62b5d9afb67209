import { readFiles } from "./files/readFiles";
import type { Reading, ReadOptions } from "./format";
import { type AlternativePlace, type GivenInput, nameGiven } from "./given";
import { scaleProgress } from "./pace";
import { readInput } from "./read";
import { refuseInput } from "./reading/refuseInput";

/** How engines say that a text or a list of bytes is larger than they can hold. */
const TOO_LARGE =
  /^(?:RangeError|InternalError): .*(?:alloc|memory|(?:string|array|buffer) (?:length|size)|too (?:large|long|big))/i;

/**
 * Reads what was given, and then as an alternative of that, as an alternative of the alternative, and so on
 * along `path`. What does not fit into memory, or is no longer what it was, gives a reading without captures
 * that says so. Rejects only if `options.signal` is aborted, with its reason.
 */
export async function readGiven(
  given: GivenInput,
  path: readonly AlternativePlace[],
  options: ReadOptions,
): Promise<Reading> {
  try {
    return await readAlong(given, path, options);
  } catch (error) {
    if (!(error instanceof Error && TOO_LARGE.test(`${error.name}: ${error.message}`))) throw error;
    return refuseInput(
      "out-of-memory",
      `${nameGiven(given)} needs more memory than the browser has for this page (${error.message}). Close ` +
        "other captures and tabs, or open a part of it.",
    );
  }
}

async function readAlong(
  given: GivenInput,
  path: readonly AlternativePlace[],
  options: ReadOptions,
): Promise<Reading> {
  const times = path.length + 1;
  const scale = (step: number): ReadOptions => scaleProgress(options, step / times, (step + 1) / times);
  let reading = await (typeof given === "string"
    ? readInput(given, undefined, scale(0))
    : readFiles(given, scale(0)));
  for (const [step, { index, format }] of path.entries()) {
    const alternative = reading.alternatives[index];
    if (alternative?.format !== format)
      return refuseInput(
        "changed-input",
        `${nameGiven(given)} has changed since it was opened, and can't be read this way any more. Open it ` +
          "again.",
      );
    reading = await alternative.read(scale(step + 1));
  }
  return reading;
}
