import type { TextRange } from "../../bytes/range";

const BYTE_ORDER_MARK = 0xfeff;
const CARRIAGE_RETURN = 0x0d;

/**
 * The line that starts at `at`, up to `end`, without its line ending and the text's byte order mark; and
 * where the next one starts.
 */
export function lineFrom(text: string, at: number, end = text.length): TextRange & { readonly next: number } {
  const from = at === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : at;
  const feed = text.indexOf("\n", from);
  const stop = feed < 0 || feed > end ? end : feed;
  const to = stop > from && text.charCodeAt(stop - 1) === CARRIAGE_RETURN ? stop - 1 : stop;
  return { from, to, next: stop + 1 };
}

/** The lines of the text, without their line endings. */
export function* linesIn(text: string): Generator<TextRange, void, void> {
  for (let at = 0; at < text.length; ) {
    const line = lineFrom(text, at);
    yield line;
    at = line.next;
  }
}
