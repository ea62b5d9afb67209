import { looksLikeZip } from "./files/archive";
import { readFiles } from "./files/readFiles";
import type { Reading, ReadOptions } from "./format";
import { looksLikeGzip } from "./http/contentCoding";
import { readInput } from "./read";

/**
 * What `readInput` makes of a text or a file; a gzip file, and a zip archive that is no format of its own,
 * are opened and read as
 * `readFiles` does. Total. Rejects only where `options.signal` is aborted, with its reason.
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
