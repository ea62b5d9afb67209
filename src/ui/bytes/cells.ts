import { findContent } from "../../assist/byteParts";
import { bisect } from "../../bytes/bisect";
import type { ByteRange } from "../../bytes/range";
import { endOf, kindOf, TokenKind, type TokenTable, tokenAt } from "../../wbxml/tokenTable";

/** The kinds of bytes that the bytes pane distinguishes. */
export type CellKind =
  | "header"
  | "switch"
  | "tag"
  | "end"
  | "text"
  | "opaque"
  | "operand"
  | "attribute"
  | "malformed";

const KINDS: Readonly<Record<number, CellKind>> = {
  [TokenKind.Version]: "header",
  [TokenKind.PublicId]: "header",
  [TokenKind.Charset]: "header",
  [TokenKind.StringTableLength]: "header",
  [TokenKind.StringTable]: "header",
  [TokenKind.SwitchPage]: "switch",
  [TokenKind.Tag]: "tag",
  [TokenKind.LiteralTag]: "tag",
  [TokenKind.End]: "end",
  [TokenKind.InlineString]: "text",
  [TokenKind.TableString]: "text",
  [TokenKind.ExtensionString]: "text",
  [TokenKind.Opaque]: "opaque",
  [TokenKind.Malformed]: "malformed",
  [TokenKind.AttributeStart]: "attribute",
  [TokenKind.AttributeValue]: "attribute",
  [TokenKind.AttributeLiteral]: "attribute",
  [TokenKind.AttributeSwitchPage]: "attribute",
  [TokenKind.AttributesEnd]: "attribute",
};

/**
 * The kind of each byte from `start` to `end`. What is not content of a text or of opaque data, but says that
 * it begins, how long it is or where it ends, is an operand.
 */
export function cellKinds(tokens: TokenTable, start: number, end: number): CellKind[] {
  const kinds: CellKind[] = [];
  let token = tokenAt(tokens, start);
  let content = findContent(tokens, token);
  for (let at = start; at < end; at++) {
    while (endOf(tokens, token) <= at && token + 1 < tokens.count) content = findContent(tokens, ++token);
    const isContent = content === undefined || (at >= content.start && at < content.end);
    kinds.push((isContent ? KINDS[kindOf(tokens, token)] : undefined) ?? "operand");
  }
  return kinds;
}

/** A byte as the text column shows it: itself if it is printable ASCII, otherwise a dot. */
export function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}

/** A kind of bytes in the legend: its colour is that of the kind. */
interface LegendEntry {
  readonly kind: CellKind;
  readonly title: string;
}

/** What the colours of the bytes mean. */
export const legend: readonly LegendEntry[] = [
  { kind: "header", title: "Header" },
  { kind: "switch", title: "Page switch" },
  { kind: "tag", title: "Tag" },
  { kind: "text", title: "Text" },
  { kind: "opaque", title: "Opaque" },
  { kind: "end", title: "Length, end" },
];

/** The ranges that have bytes between two offsets. All of them are in order. */
export function cutRanges(ranges: readonly ByteRange[], start: number, end: number): readonly ByteRange[] {
  const from = bisect(ranges.length, (index) => (ranges[index]?.end ?? 0) > start);
  const to = bisect(ranges.length, (index) => (ranges[index]?.start ?? 0) >= end);
  return ranges.slice(from, to);
}
