import { byteAt } from "../../bytes/byteAt";
import { joinBytes } from "../../bytes/join";
import { startsWith } from "../../bytes/same";
import { EAS_HEADER } from "../../wbxml/header";
import type { InputProblem } from "../format";
import { decompressedLimit, type Limits, limitProblem } from "../limits";
import { type Headers, header } from "./message";

/**
 * A body with its content coding undone as far as the platform can. `coded` says that a coding is still on.
 */
export interface DecodedBody {
  readonly bytes: Uint8Array;
  readonly coded: boolean;
  readonly problems: readonly InputProblem[];
}

const SLICE = 0x10000;

function problem(code: string, severity: InputProblem["severity"], message: string): InputProblem {
  return { code, severity, message };
}

/** What came out of a decompressor before it ended, failed or met the limit. */
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

/** Everything a stream gives up to `most` bytes; never throws. */
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
    // the stream's way to say that its input is damaged: the caller names it
    return { bytes: joinBytes(parts), end: "broken" };
  }
  // a stream that fails while being given up has nothing more to tell
  await reader.cancel().catch(() => undefined);
  return { bytes: joinBytes(parts).subarray(0, most), end: "limit" };
}

/** Decompresses with the platform's own stream; `undefined` where the platform does not know `format`. */
export async function inflate(
  bytes: Uint8Array,
  format: string,
  limits: Limits,
): Promise<Inflated | undefined> {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream(format as CompressionFormat);
  } catch {
    return undefined; // TypeError: the platform does not know the format
  }
  return readUpTo(toStream(bytes).pipeThrough(stream), decompressedLimit(bytes.length, limits));
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Whether bytes begin as a gzip stream with the one method there is [RFC 1952]. */
export const looksLikeGzip = (bytes: Uint8Array): boolean => isGzip(bytes) && bytes[2] === 8;

const isZlib = (bytes: Uint8Array): boolean =>
  (byteAt(bytes, 0) & 0x0f) === 8 && ((byteAt(bytes, 0) << 8) | byteAt(bytes, 1)) % 31 === 0;
/** The string table's length behind it may be anything. */
const isEas = (bytes: Uint8Array): boolean => startsWith(bytes, EAS_HEADER.slice(0, 3));

/*
 * The codings of a body are undone from the last to the first. A header may be wrong in both directions: many
 * tools decompress the body and keep the header, and some copies lose the header of a compressed body. So the
 * bytes are looked at before they are decompressed, and where a coding has two spellings (deflate with or
 * without a zlib header) both are tried and the one that gets further is kept. What comes out is bounded, so
 * that a small body cannot fill the memory, and what was decompressed before an error or the limit is kept.
 */

/** The names a platform may have for a content coding, in the order to try. */
function formatsFor(coding: string, bytes: Uint8Array): readonly string[] {
  if (coding === "gzip" || coding === "x-gzip") return ["gzip"];
  if (coding === "deflate") return isZlib(bytes) ? ["deflate", "deflate-raw"] : ["deflate-raw", "deflate"];
  if (coding === "br") return ["brotli", "br"];
  return [coding]; // zstd, where a platform has it
}

/** Whether the bytes show that a tool undid the coding already but kept the header. */
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

/** A body and what its headers say of its coding; `decoded` says that the headers no longer hold. */
export interface CodedBody {
  readonly body: Uint8Array;
  readonly headers: Headers;
  readonly decoded?: boolean;
}

/**
 * Undoes Content-Encoding [RFC 9110] 8.4, last coding first. A body that is gzip without the header says so
 * is undone too. Total: what cannot be undone stays, with a problem.
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
    problems.push(...step.problems);
    bytes = step.bytes;
    if (step.coded) return { bytes, coded: true, problems };
  }
  return { bytes, coded: false, problems };
}
