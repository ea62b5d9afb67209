import { readBase64 } from "./base64Value";
import { problem, type ValueContent, type ValueProblem } from "./reading";

/** The bytes of a byte array, and what is to be said about how it was written. */
export interface ByteArray {
  readonly bytes: Uint8Array;
  readonly problems: readonly ValueProblem[];
}

function bytesOfText(text: string): Uint8Array {
  if (/^(?:[0-9A-Fa-f]{2}){10,}$/.test(text))
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) && text.length % 4 === 0) return readBase64(text).bytes;
  return new TextEncoder().encode(text);
}

/**
 * The bytes of an element of type byte array [MS-ASDTYPE 2.7.1]. It must come as OPAQUE; where it came as
 * text ("byte-array-inline") the bytes are those that hexadecimal or base64 text stands for, else the text's
 * own in UTF-8.
 */
export function byteArrayOf({ bytes, text = "" }: ValueContent): ByteArray {
  if (bytes !== undefined) return { bytes, problems: [] };
  const message =
    "A byte array has to be sent as OPAQUE; this one is inline text, which cannot hold every byte.";
  return { bytes: bytesOfText(text), problems: [problem("byte-array-inline", message)] };
}
