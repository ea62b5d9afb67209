import type { ByteRange, TextRange } from "../../../bytes/range";
import { utf8 } from "../../../bytes/text";
import type { ValueContent } from "../../../eas/values/reading";
import { kindOf, TokenKind } from "../../../wbxml/tokenTable";
import type { MessageView } from "../../view";

/**
 * Finds the bytes of a part of an element's text (in UTF-16 units) if the element contains a single inline
 * string in UTF-8; `undefined` otherwise.
 */
export function findBytesOfPart(
  view: MessageView,
  node: number,
  { from, to }: TextRange,
): ByteRange | undefined {
  const { tree } = view.document;
  const [content, ...others] = tree.children(node);
  const text = view.text(node);
  if (
    content === undefined ||
    others.length > 0 ||
    text === undefined ||
    kindOf(tree.tokens, content) !== TokenKind.InlineString
  )
    return undefined;
  const { start, end } = tree.data(content);
  if (utf8.encode(text)?.length !== end - start || from >= to) return undefined;
  const length = (until: number): number => utf8.encode(text.slice(0, until).toWellFormed())?.length ?? 0;
  return { start: start + length(from), end: start + length(to) };
}

/** Reads the content of an element for the value parsers: the bytes of its OPAQUE, or its text. */
export function readContent(view: MessageView, node: number): ValueContent {
  const { tree } = view.document;
  const [content, ...others] = tree.children(node);
  if (content !== undefined && others.length === 0 && kindOf(tree.tokens, content) === TokenKind.Opaque) {
    const { start, end } = tree.data(content);
    return { bytes: view.document.bytes.subarray(start, end) };
  }
  return { text: view.text(node) ?? "" };
}
