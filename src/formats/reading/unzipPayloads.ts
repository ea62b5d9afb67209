import type { Capture, Contents } from "../format";
import { looksLikeGzip, undoContentCoding } from "../http/contentCoding";
import { limits } from "../limits";

/** A capture whose bytes are gzip, without that coding; as it is where it could not be undone at all. */
async function unzipPayload(capture: Capture): Promise<Capture> {
  if (capture.http !== undefined || !looksLikeGzip(capture.payload)) return capture;
  const { bytes, problems } = await undoContentCoding({ body: capture.payload, headers: [] }, limits);
  return { ...capture, payload: bytes, problems: [...capture.problems, ...problems] };
}

/**
 * The contents with payloads that are gzip decompressed: the body of a response, as it was on the wire,
 * written as hex or base64.
 */
export async function unzipPayloads(contents: Contents): Promise<Contents> {
  if (!contents.captures.some(({ payload }) => looksLikeGzip(payload))) return contents;
  const captures: Capture[] = [];
  for (const capture of contents.captures) captures.push(await unzipPayload(capture));
  return { ...contents, captures };
}
