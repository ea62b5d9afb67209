import { looksLikeZip } from "./files/archive";
import { readFiles } from "./files/readFiles";
import type { Reading, ReadOptions } from "./format";
import { looksLikeGzip } from "./http/contentCoding";
import { readInput } from "./read";

/**
 * Reads a text or a file like `readInput`, and opens packed files: a gzip file, or a zip archive that is not
 * a format of its own, is read as in `readFiles`. Total. Rejects only if `options.signal` is aborted, with
 * its reason.
 */
export async function readAnything(
  input: string | Uint8Array,
  name?: string,
  options: ReadOptions = {},
): Promise<Reading> {
  const reading = await readInput(input, name, options);
  if (
    typeof input === "string" ||
    reading.format !== "unknown" ||
    !(looksLikeZip(input) || looksLikeGzip(input))
  )
    return reading;
  return readFiles([{ name: name ?? "", bytes: input }], options);
}
