import { byteAt } from "../../bytes/byteAt";
import { joinBytes } from "../../bytes/join";
import { startsWith } from "../../bytes/same";
import { EAS_HEADER } from "../../wbxml/header";
import type { InputProblem } from "../format";
import { decompressedLimit, type Limits, limitProblem } from "../limits";
import { type Headers, header } from "./message";

/** A body decoded as far as the platform can. `coded` means that it is still encoded. */
export interface DecodedBody {
  readonly bytes: Uint8Array;
  readonly coded: boolean;
  readonly problems: readonly InputProblem[];
}

const SLICE = 0x10000;

function problem(code: string, severity: InputProblem["severity"], message: string): InputProblem {
  return { code, severity, message };
}

/** The output of a decompressor before it ended, failed or reached the limit. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly end: "whole" | "broken" | "limit";
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.slice(at, at + SLICE);
}

function toStream(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = slices(bytes);
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Everything a stream returns, up to `most` bytes; never throws. */
async function readUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Inflated> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return { bytes: joinBytes(parts), end: "whole" };
      parts.push(value);
      size += value.length;
      if (size > most) break;
    }
  } catch {
    // how the stream reports damaged input: the caller adds the problem
    return { bytes: joinBytes(parts), end: "broken" };
  }
  // an error while cancelling a stream is of no interest
  await reader.cancel().catch(() => undefined);
  return { bytes: joinBytes(parts).subarray(0, most), end: "limit" };
}

/** Decompresses with the platform's own stream; `undefined` if the platform does not support `format`. */
export async function inflate(
  bytes: Uint8Array,
  format: string,
  limits: Limits,
): Promise<Inflated | undefined> {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream(format as CompressionFormat);
  } catch {
    return undefined; // TypeError: the platform does not support the format
  }
  return readUpTo(toStream(bytes).pipeThrough(stream), decompressedLimit(bytes.length, limits));
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Whether bytes start like a gzip stream with the only defined method [RFC 1952]. */
export const looksLikeGzip = (bytes: Uint8Array): boolean => isGzip(bytes) && bytes[2] === 8;

const isZlib = (bytes: Uint8Array): boolean =>
  (byteAt(bytes, 0) & 0x0f) === 8 && ((byteAt(bytes, 0) << 8) | byteAt(bytes, 1)) % 31 === 0;
/** The string table's length after it can be anything. */
const isEas = (bytes: Uint8Array): boolean => startsWith(bytes, EAS_HEADER.slice(0, 3));

/*
 * The codings of a body are removed from the last to the first. The header can be wrong in both directions:
 * many tools decompress the body and keep the header, and some copies lose the header of a compressed body.
 * So the bytes are checked before they are decompressed. If a coding has two forms (deflate with or without a
 * zlib header), both are tried and the one that gets further is kept. The output is limited, so that a small
 * body can't fill the memory, and everything decompressed before an error or the limit is kept.
 */

/** The names that a platform can have for a content coding, in the order to try. */
function formatsFor(coding: string, bytes: Uint8Array): readonly string[] {
  if (coding === "gzip" || coding === "x-gzip") return ["gzip"];
  if (coding === "deflate") return isZlib(bytes) ? ["deflate", "deflate-raw"] : ["deflate-raw", "deflate"];
  if (coding === "br") return ["brotli", "br"];
  return [coding]; // zstd, if a platform supports it
}

/** Whether the bytes show that a tool already removed the coding but kept the header. */
function isPlain(coding: string, bytes: Uint8Array): boolean {
  if (isEas(bytes)) return true;
  return (coding === "gzip" || coding === "x-gzip") && !isGzip(bytes);
}

async function undoOne(coding: string, bytes: Uint8Array, limits: Limits): Promise<DecodedBody> {
  if (isPlain(coding, bytes)) {
    const message =
      `Content-Encoding is ${coding}, but the body is not encoded: a tool has already decoded it. It is ` +
      "used as is.";
    return { bytes, coded: false, problems: [problem("already-decoded", "info", message)] };
  }
  let best: Inflated | undefined;
  for (const format of formatsFor(coding, bytes)) {
    const result = await inflate(bytes, format, limits);
    if (result && (best === undefined || result.bytes.length > best.bytes.length || result.end === "whole"))
      best = result;
    if (best && best.end !== "broken") break;
  }
  if (best === undefined) {
    const message =
      `The body is ${coding}-encoded, which this browser can't decode. Save it decoded in the tool it came ` +
      "from.";
    return { bytes, coded: true, problems: [problem("coding-unsupported", "error", message)] };
  }
  return { bytes: best.bytes, coded: false, problems: endProblems(best, coding, bytes.length, limits) };
}

function endProblems(
  { bytes, end }: Inflated,
  coding: string,
  size: number,
  limits: Limits,
): readonly InputProblem[] {
  if (end === "whole") return [];
  if (end === "limit")
    return [limitProblem("decompressedBytes", `The ${coding}-encoded body`, decompressedLimit(size, limits))];
  const message = `The ${coding}-encoded body is damaged or cut off; ${bytes.length} bytes could be decoded.`;
  return [problem("broken-compression", "error", message)];
}

/** A body and its coding according to the headers; `decoded` means that the headers no longer apply. */
export interface CodedBody {
  readonly body: Uint8Array;
  readonly headers: Headers;
  readonly decoded?: boolean;
}

/**
 * Removes Content-Encoding [RFC 9110] 8.4, last coding first. A gzip body without the header is decompressed
 * too. Total: anything that can't be decoded stays, with a problem.
 */
export async function undoContentCoding(
  { body, headers, decoded }: CodedBody,
  limits: Limits,
): Promise<DecodedBody> {
  const named = (decoded === true ? "" : (header(headers, "Content-Encoding") ?? ""))
    .toLowerCase()
    .split(",");
  const codings = named
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  const problems: InputProblem[] = [];
  if (body.length === 0) return { bytes: body, coded: false, problems };
  if (codings.length === 0 && looksLikeGzip(body)) {
    codings.push("gzip");
    problems.push(
      problem(
        "unnamed-gzip",
        "info",
        "The body is gzip, although there is no Content-Encoding header; it was decompressed.",
      ),
    );
  }
  let bytes = body;
  for (const coding of codings.reverse()) {
    const step = await undoOne(coding, bytes, limits);
    for (const found of step.problems) problems.push(found);
    bytes = step.bytes;
    if (step.coded) return { bytes, coded: true, problems };
  }
  return { bytes, coded: false, problems };
}
