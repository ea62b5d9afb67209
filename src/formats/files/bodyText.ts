import { fromBase64 } from "../../bytes/base64";
import { dropTrailing } from "../../bytes/cut";
import { joinBytes } from "../../bytes/join";
import { encodeLatin1 } from "../../bytes/latin1";
import { utf8 } from "../../bytes/text";
import type { InputProblem } from "../format";
import { type Headers, type HttpMessage, header } from "../http/message";

/** Bytes that a file stores as text, and the doubts about them. */
export interface BodyBytes {
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}

const encoder = new TextEncoder();

/**
 * Python's "surrogateescape": U+DC80 to U+DCFF each represent the byte 80 to FF, everything else is UTF-8.
 */
function undoSurrogateEscapes(text: string): Uint8Array {
  const pieces = text.split(/((?<![\uD800-\uDBFF])[\uDC80-\uDCFF]+)/); // every other one is a run of escapes
  return joinBytes(
    pieces.map((piece, i) =>
      i % 2 === 0 ? encoder.encode(piece) : Uint8Array.from(piece, (char) => char.charCodeAt(0) & 0xff),
    ),
  );
}

/**
 * The bytes of a body that a tool wrote as a string: surrogate escapes, one byte per character, or UTF-8.
 * `size` is the length given by the tool or by Content-Length and decides if both are possible. Total.
 */
export function textToBytes(text: string, size?: number): Uint8Array {
  if (!/[^\0-\x7F]/.test(text)) return encoder.encode(text);
  if (/(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/.test(text)) return undoSurrogateEscapes(text);
  const single = encodeLatin1(text);
  const double = encoder.encode(text);
  if (single === undefined || size === double.length) return double;
  if (size === single.length) return single;
  return utf8.decode(single) === undefined ? double : single;
}

/**
 * The bytes of a base64 text, lenient about alphabet, padding and white space; anything that can't be read is
 * a problem.
 */
export function base64ToBytes(text: string): BodyBytes {
  const plain = dropTrailing(text.replace(/\s+/g, "").replace(/-/g, "+").replace(/_/g, "/"), "=");
  const [legal = ""] = /^[A-Za-z0-9+/]*/.exec(plain) ?? [];
  const whole = legal.length % 4 === 1 ? legal.slice(0, -1) : legal;
  const strict = fromBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, "="));
  const bytes = strict ?? Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
  if (whole.length === plain.length) return { bytes, problems: [] };
  const message =
    `The base64 text is cut off or contains an invalid character after ${whole.length} of ${plain.length} ` +
    "characters.";
  return { bytes, problems: [{ code: "bad-base64", severity: "error", message }] };
}

/**
 * A problem if the body length differs from Content-Length, for messages that are still encoded or never
 * were.
 */
function lengthProblems(headers: Headers, body: Uint8Array, decoded: boolean): readonly InputProblem[] {
  const announced = /^\d{1,15}$/.exec((header(headers, "Content-Length") ?? "").trim());
  const coded = header(headers, "Content-Encoding") !== undefined && decoded;
  if (announced === null || coded || Number(announced[0]) === body.length) return [];
  const message = `Content-Length is ${announced[0]}, but the body in the file has ${body.length} bytes.`;
  return [{ code: "content-length-mismatch", severity: "warning", message }];
}

/** A message built from facts that a file stores separately. Its body is checked against Content-Length. */
export function makeMessage(
  facts: Omit<HttpMessage, "problems">,
  problems: readonly InputProblem[],
  bodiless = false,
): HttpMessage {
  const length = bodiless ? [] : lengthProblems(facts.headers, facts.body, facts.decoded === true);
  return { ...facts, problems: [...problems, ...length] };
}
