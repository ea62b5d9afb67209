import type { LinkedDocument } from "./open";

/** Above either of these, the whole XML text is too large to edit: with every key, it is read again. */
const MAX_BYTES = 4_000_000;
const MAX_TOKENS = 300_000;

/** Whether the XML of a document can be edited as one text. */
export function hasWholeText({ bytes, tree }: LinkedDocument): boolean {
  return bytes.length <= MAX_BYTES && tree.tokens.count <= MAX_TOKENS;
}

/** A larger payload is not decoded: its tokens would take more memory than browsers give a page. */
export const MAX_DECODED_BYTES = 256 * 1024 * 1024;
