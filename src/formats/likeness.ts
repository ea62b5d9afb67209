import { printableLength } from "../bytes/utf8";
import { bodyScore, documentScore } from "../wbxml/likeness";
import { looksLikeGzip } from "./http/contentCoding";

/** What bytes look like, without decoding them. */
export interface Likeness {
  /** 0 (noise) to 1 (a complete WBXML document): how plausible the bytes are as part of EAS traffic. */
  readonly score: number;
  readonly kind: "wbxml" | "wbxml-body" | "http" | "text" | "other";
}

const HTTP_START = /^(?:(?:GET|POST|PUT|HEAD|OPTIONS|CONNECT) \S|HTTP\/[12](?:\.\d)? \d{3})/;
const DELETE = 0x7f;

/** The proportion of the bytes that are printable characters or white space in UTF-8. */
function printableShare(bytes: Uint8Array): number {
  let printable = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? DELETE;
    const length = byte >= 0x20 && byte < DELETE ? 1 : byte === DELETE ? 0 : printableLength(bytes, at);
    printable += length;
    at += Math.max(1, length);
  }
  return bytes.length === 0 ? 0 : printable / bytes.length;
}

/**
 * What the bytes look like; `whole` is false if they are only the first part of something longer. Total, with
 * bounded work.
 *
 * A text often fits several notations: `31323334` is hexadecimal, base64 and decimal numbers. Each notation
 * decodes it, and the likeness of the resulting bytes shows which of them is the most plausible.
 */
export function likeness(bytes: Uint8Array, whole = true): Likeness {
  const document = documentScore(bytes, whole);
  if (document !== undefined) return { score: document, kind: "wbxml" };
  if (HTTP_START.test(String.fromCharCode(...bytes.subarray(0, 24)))) return { score: 0.9, kind: "http" };
  // a body as it was sent
  if (looksLikeGzip(bytes)) return { score: 0.7, kind: "other" };
  const body = bodyScore(bytes, whole);
  if (body > 0) return { score: body, kind: "wbxml-body" };
  if (bytes.length > 8 && printableShare(bytes.subarray(0, 1024)) > 0.95) return { score: 0.3, kind: "text" };
  return { score: 0.1, kind: "other" };
}
