import { toHex } from "../bytes/hex";
import { TokenKind, type TokenTable, tokenRange } from "../wbxml/tokenTable";

const NAMES = new Map<number, string>(Object.entries(TokenKind).map(([name, kind]) => [kind, name]));

/**
 * Every token as its kind and its bytes, `"InlineString 03 41 00"`: the whole payload, since tokens tile it.
 */
export function tokenTexts(table: TokenTable): string[] {
  return Array.from({ length: table.count }, (_, token) => {
    const { start, end } = tokenRange(table, token);
    return `${NAMES.get(table.kind[token] ?? 0) ?? "?"} ${toHex(table.bytes.subarray(start, end))}`;
  });
}

/** The same without the header: the tokens of a body. */
export function bodyTexts(table: TokenTable): string[] {
  return tokenTexts(table).filter(
    (text) => !/^(Version|PublicId|Charset|StringTable|StringTableLength) /.test(text),
  );
}
