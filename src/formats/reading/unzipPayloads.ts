import type { Capture, Contents } from "../format";
import { looksLikeGzip, undoContentCoding } from "../http/contentCoding";
import { type Limits, limitRest, limits, totalProblem } from "../limits";

/** How often a payload can be gzip inside gzip. */
const MOST_TIMES = 4;

/** A capture with its gzip bytes decompressed, as often as they are gzip, or unchanged if that fails. */
async function unzipPayload(capture: Capture, most: Limits, times = MOST_TIMES): Promise<Capture> {
  if (capture.http !== undefined || times === 0 || !looksLikeGzip(capture.payload)) return capture;
  const { bytes, coded, problems } = await undoContentCoding({ body: capture.payload, headers: [] }, most);
  const unzipped = { ...capture, payload: bytes, problems: [...capture.problems, ...problems] };
  return coded ? unzipped : unzipPayload(unzipped, most, times - 1);
}

/**
 * The contents with gzip payloads decompressed, such as a response body copied from network traffic as hex or
 * base64.
 */
export async function unzipPayloads(contents: Contents, most: Limits = limits): Promise<Contents> {
  if (!contents.captures.some(({ payload }) => looksLikeGzip(payload))) return contents;
  const captures: Capture[] = [];
  let left = most.totalBytes;
  for (const capture of contents.captures) {
    const unzipped = await unzipPayload(capture, limitRest(most, left));
    if (unzipped !== capture) left -= unzipped.payload.length;
    captures.push(unzipped);
  }
  const problems = left > 0 ? contents.problems : [...contents.problems, totalProblem(most)];
  return { ...contents, captures, problems };
}
