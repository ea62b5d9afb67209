import type { CodeSpace } from "../wbxml/codeSpace";
import { tokenize } from "../wbxml/tokenize";
import { TooManyTokensError } from "../wbxml/tokenTable";
import { type LinkedDocument, openTokens } from "./open";
import { MAX_DECODED_BYTES, MAX_DECODED_TOKENS, refuseTooLarge, TAKES_MUCH, TooLargeError } from "./size";

/**
 * Opens bytes like `openDocument`, but throws a `TooLargeError` instead of taking more memory than browsers
 * give a page.
 */
export function openWithinLimits(
  bytes: Uint8Array,
  codeSpace: CodeSpace,
  { maxBytes = MAX_DECODED_BYTES, maxTokens = MAX_DECODED_TOKENS } = {},
): LinkedDocument {
  refuseTooLarge(bytes, maxBytes);
  try {
    return openTokens(tokenize(bytes, maxTokens), codeSpace);
  } catch (error) {
    if (!(error instanceof TooManyTokensError)) throw error;
    const count = maxTokens.toLocaleString("en");
    throw new TooLargeError(`it has more than ${count} tokens, and ${TAKES_MUCH}`);
  }
}
