import type { LinkedDocument } from "./open";

/** Above either of these, the whole XML text is too large to edit: with every key, it is read again. */
const MAX_BYTES = 4_000_000;
const MAX_TOKENS = 300_000;

/** Whether the XML of a document can be edited as one text. */
export function hasWholeText({ bytes, tree }: LinkedDocument): boolean {
  return bytes.length <= MAX_BYTES && tree.tokens.count <= MAX_TOKENS;
}

/*
 * What is open is held by the page, by the rules and, while it is decoded, by another worker, all in one
 * process. Larger payloads than these take more memory together than browsers give a page, which then ends
 * without a word. Real payloads have a token for five bytes or more, noise one for two.
 */

/** A larger payload is not decoded. */
export const MAX_DECODED_BYTES = 256 * 1024 * 1024;
/** Nor is one with more tokens, whatever their size. */
export const MAX_DECODED_TOKENS = 42_000_000;

/**
 * A payload is too large to be decoded in a browser. `message` says why, as a clause: "it is larger than 256
 * MB".
 */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/** Why there is a limit, as the end of the reason. */
export const TAKES_MUCH = "decoding it would take more memory than browsers allow";

/** Throws a `TooLargeError` if a payload has too many bytes; what its tokens are is not looked at. */
export function refuseTooLarge({ length }: Uint8Array, maxBytes = MAX_DECODED_BYTES): void {
  if (length > maxBytes)
    throw new TooLargeError(`it is larger than ${Math.floor(maxBytes / 2 ** 20)} MB, and ${TAKES_MUCH}`);
}
