import { charsetCodec } from "../../../wbxml/charset";
import { GlobalToken } from "../../../wbxml/globalToken";
import { FLAG_IN_ATTRIBUTES, flagsOf, type TokenTable } from "../../../wbxml/tokenTable";

/**
 * Encodes a text as STR_I in a document's charset; `undefined` if that charset can't be written or lacks a
 * character, or if the text contains U+0000.
 */
export function encodeInlineString({ header }: TokenTable, text: string): Uint8Array | undefined {
  const codec = charsetCodec(header.charset);
  const bytes = text.includes("\0") ? undefined : codec?.encode(text);
  if (bytes === undefined || codec === undefined) return undefined;
  const written = new Uint8Array(1 + bytes.length + codec.unit);
  written[0] = GlobalToken.STR_I;
  written.set(bytes, 1);
  return written;
}

/** Whether a token belongs to an attribute list rather than to an element's content. */
export function isInAttributes(tokens: TokenTable, token: number): boolean {
  return (flagsOf(tokens, token) & FLAG_IN_ATTRIBUTES) !== 0;
}
