import type { Capture, Contents } from "../format";
import { looksLikeGzip, undoContentCoding } from "../http/contentCoding";
import { limits } from "../limits";

/** A capture with its gzip bytes decompressed, or unchanged if that fails. */
async function unzipPayload(capture: Capture): Promise<Capture> {
  if (capture.http !== undefined || !looksLikeGzip(capture.payload)) return capture;
  const { bytes, problems } = await undoContentCoding({ body: capture.payload, headers: [] }, limits);
  return { ...capture, payload: bytes, problems: [...capture.problems, ...problems] };
}

/**
 * The contents with gzip payloads decompressed, such as a response body copied from network traffic as hex or
 * base64.
 */
export async function unzipPayloads(contents: Contents): Promise<Contents> {
  if (!contents.captures.some(({ payload }) => looksLikeGzip(payload))) return contents;
  const captures: Capture[] = [];
  for (const capture of contents.captures) captures.push(await unzipPayload(capture));
  return { ...contents, captures };
}
