import type { ByteRange } from "../../bytes/range";

/** A range that is being selected: the byte where it was begun, and the byte that it extends to. */
export interface Span {
  readonly anchor: number;
  readonly focus: number;
}

/** The bytes of a span, both of its ends included. */
export function toRange({ anchor, focus }: Span): ByteRange {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) + 1 };
}

/** A span that covers a range, and extends behind it. */
export function toSpan({ start, end }: ByteRange): Span {
  return { anchor: start, focus: Math.max(start, end - 1) };
}

/** The span from a range to a byte: it covers the range unless the byte is in it. */
export function spanTo({ start, end }: ByteRange, offset: number): Span {
  return { anchor: offset < start ? Math.max(start, end - 1) : start, focus: offset };
}

/** A span with both of its ends in a payload of `length` bytes, which is not empty. */
export function clampSpan({ anchor, focus }: Span, length: number): Span {
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, length - 1));
  return { anchor: clamp(anchor), focus: clamp(focus) };
}
