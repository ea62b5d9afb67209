import { fromHex } from "../../bytes/hex";
import { readBase64 } from "./base64Value";
import { problem, type ValueContent, type ValueProblem } from "./reading";

/** The bytes of a byte array, and the problems with how it was written. */
export interface ByteArray {
  readonly bytes: Uint8Array;
  readonly problems: readonly ValueProblem[];
}

function decodeInlineText(text: string): Uint8Array {
  if (text.length >= 20 && text.length % 2 === 0 && /^[0-9A-Fa-f]+$/.test(text)) return fromHex(text);
  if (/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) && text.length % 4 === 0) return readBase64(text).bytes;
  return new TextEncoder().encode(text);
}

/**
 * Reads a byte array [MS-ASDTYPE 2.7.1], which has to be sent as OPAQUE. If it was sent as text
 * ("byte-array-inline"), hexadecimal or base64 is decoded; any other text gives its UTF-8 bytes.
 */
export function readByteArray({ bytes, text = "" }: ValueContent): ByteArray {
  if (bytes !== undefined) return { bytes, problems: [] };
  const message =
    "A byte array must be sent as OPAQUE. This one is inline text, which cannot contain every byte.";
  return { bytes: decodeInlineText(text), problems: [problem("byte-array-inline", message)] };
}
