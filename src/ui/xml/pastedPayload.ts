import { fromBase64 } from "../../bytes/base64";
import { readAside } from "../../store/readingClient";
import { parsePastedHex } from "../kit/pastedHex";

/** A text that was pasted into the editor and is a payload in some notation. */
export interface PastedPayload {
  readonly text: string;
  /** "This looks like a payload in hex (264 bytes)". */
  readonly sentence: string;
}

/** Shorter ones are values of elements. */
const MIN_BYTES = 5;

const HTTP = /^\s*(?:(?:POST|OPTIONS|GET) \S+ HTTP\/|HTTP\/[\d.]+ \d{3})/;
/** An offset and bytes, as dumps begin. */
const DUMP = /^\s*[0-9a-f]{4,8}[:|]?\s+(?:[0-9a-f]{2,4}[ |]){4}/i;

/**
 * What a text could be a payload in, judged by how it begins; `undefined` for XML and for what one types into
 * an element, such as words, keys, and base64 of something else.
 */
export function findNotation(text: string): "hex" | "base64" | "a dump" | "an HTTP message" | undefined {
  if (text.includes("<")) return undefined;
  if (HTTP.test(text)) return "an HTTP message";
  if (DUMP.test(text)) return "a dump";
  if (isHeader(parsePastedHex(text))) return "hex";
  return isHeader(fromBase64(text)) ? "base64" : undefined;
}

/** Whether bytes begin as WBXML does: a version, a public identifier, and UTF-8, then no string table. */
function isHeader(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined || bytes.length < MIN_BYTES) return false;
  const [version = 0, , charset] = bytes;
  return version >= 1 && version <= 3 && charset === 0x6a;
}

/** Reads a text that could be a payload; `undefined` if it is none after all. */
export async function readPastedPayload(text: string): Promise<PastedPayload | undefined> {
  const notation = findNotation(text);
  if (notation === undefined) return undefined;
  const { captures } = await readAside(text);
  const size = captures.reduce((sum, { payload }) => sum + payload.length, 0);
  if (size === 0) return undefined;
  const bytes = `${size} ${size === 1 ? "byte" : "bytes"}`;
  return {
    text,
    sentence:
      captures.length === 1
        ? `This looks like a payload in ${notation} (${bytes}).`
        : `This looks like ${captures.length} payloads (${bytes}).`,
  };
}
