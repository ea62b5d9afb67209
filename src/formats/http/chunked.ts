import { joinBytes } from "../../bytes/join";
import { decodeLatin1 } from "../../bytes/latin1";

/** The decoded chunked transfer coding: the bytes, where it ended, and whether it was complete. */
export interface Chunked {
  readonly bytes: Uint8Array;
  /** The position after the last byte read, including trailers and the closing line break. */
  readonly end: number;
  readonly whole: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * The line at `at` without its line break, and where the next one starts; `undefined` if no line ends within
 * 1,000 bytes.
 */
function lineAt(bytes: Uint8Array, at: number): { readonly line: string; readonly next: number } | undefined {
  const end = bytes.subarray(at, at + 1000).indexOf(LF);
  if (end < 0) return undefined;
  return { line: decodeLatin1(bytes.subarray(at, at + end)).replace(/\r$/, ""), next: at + end + 1 };
}

function chunkSize(line: string): number | undefined {
  const [, size] = /^([0-9A-Fa-f]{1,8})[ \t]*(;.*)?$/.exec(line) ?? [];
  return size === undefined ? undefined : Number.parseInt(size, 16);
}

/** Trailer fields up to the empty line [RFC 9112] 7.1.2. */
function skipTrailers(bytes: Uint8Array, at: number): { readonly end: number; readonly whole: boolean } {
  for (let next = lineAt(bytes, at); next; next = lineAt(bytes, next.next)) {
    if (next.line === "") return { end: next.next, whole: true };
    if (!next.line.includes(":")) return { end: at, whole: true }; // already the next message
    at = next.next;
  }
  return { end: at, whole: at >= bytes.length };
}

/**
 * One chunk: its data and where the next chunk starts; an "end" with where the whole body ends; or a value
 * for "no chunk here".
 */
type Chunk =
  | { readonly kind: "chunk"; readonly data: Uint8Array; readonly next: number; readonly closed: boolean }
  | { readonly kind: "end"; readonly end: number; readonly whole: boolean }
  | { readonly kind: "none" };

/** chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF; last-chunk = 1*"0" [ chunk-ext ] CRLF. */
function readChunk(bytes: Uint8Array, at: number): Chunk {
  const line = lineAt(bytes, at);
  const size = line && chunkSize(line.line);
  if (line === undefined || size === undefined) return { kind: "none" };
  if (size === 0) return { kind: "end", ...skipTrailers(bytes, line.next) };
  const end = line.next + size;
  const feed = bytes[end] === CR ? end + 1 : end;
  const closed = bytes[feed] === LF;
  return { kind: "chunk", data: bytes.subarray(line.next, end), next: closed ? feed + 1 : end, closed };
}

/**
 * Whether a first chunk shows that there is no chunking: its first line was data that looks like a length.
 */
function isNoChunk(step: Chunk, bytes: Uint8Array): boolean {
  if (step.kind !== "chunk" || step.closed) return step.kind === "none";
  return step.next < bytes.length || step.next - bytes.length > 0xffffff;
}

/**
 * chunked-body = *chunk last-chunk trailer-section CRLF [RFC 9112] 7.1, from `start`. `undefined` if there is
 * not even a first chunk (a tool has removed the coding). A body that is cut off gives the chunks before the
 * cut and the available part of the incomplete one.
 */
export function readChunked(bytes: Uint8Array, start: number): Chunked | undefined {
  let step = readChunk(bytes, start);
  if (isNoChunk(step, bytes)) return undefined;
  const parts: Uint8Array[] = [];
  let at = start;
  while (step.kind === "chunk" && step.next <= bytes.length) {
    parts.push(step.data);
    at = step.next;
    step = readChunk(bytes, at);
  }
  if (step.kind === "chunk") parts.push(step.data);
  if (step.kind === "end") return { bytes: joinBytes(parts), end: step.end, whole: step.whole };
  return { bytes: joinBytes(parts), end: step.kind === "chunk" ? bytes.length : at, whole: false };
}
