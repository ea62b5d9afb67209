import { toHex } from "../bytes/hex";
import { TokenKind, type TokenTable, tokenRange } from "../wbxml/tokenTable";

const NAMES = new Map<number, string>(Object.entries(TokenKind).map(([name, kind]) => [kind, name]));

/**
 * Formats every token as its kind and bytes, `"InlineString 03 41 00"`. Together they are the whole payload.
 */
export function formatTokens(table: TokenTable): string[] {
  return Array.from({ length: table.count }, (_, token) => {
    const { start, end } = tokenRange(table, token);
    return `${NAMES.get(table.kind[token] ?? 0) ?? "?"} ${toHex(table.bytes.subarray(start, end))}`;
  });
}

/** The same without the header: only the tokens of the body. */
export function formatBodyTokens(table: TokenTable): string[] {
  return formatTokens(table).filter(
    (text) => !/^(Version|PublicId|Charset|StringTable|StringTableLength) /.test(text),
  );
}
