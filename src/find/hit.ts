import type { ByteRange, TextRange } from "../bytes/range";

/**
 * The part of a message that a hit is in. `message`: the whole message, which matched by its properties
 * alone.
 */
export type HitKind = "name" | "value" | "body" | "bytes" | "header" | "url" | "text" | "message";

/** One place that matches a query. */
export interface Hit {
  readonly kind: HitKind;
  /** Its bytes in the payload; `undefined` if it is outside the payload. */
  readonly range?: ByteRange;
  /** The element it is in, as rendered: "airsync:SyncKey". */
  readonly element?: string;
  /**
   * The names of the enclosing elements, outermost first, or another description of the place. At most eight;
   * if there are more, the first is "…".
   */
  readonly path: readonly string[];
  /** One line around the match, and where the match is in it. */
  readonly excerpt: string;
  readonly match: TextRange;
}

/** A line of text with a match in it. */
export type Excerpt = Pick<Hit, "excerpt" | "match">;

const CHARACTERS_BEFORE = 24;
const MAX_LENGTH = 200;

/** The line around a match, shortened to a readable length; control characters become spaces. */
export function excerptText(text: string, from: number, to: number): Excerpt {
  const start = Math.max(0, from - CHARACTERS_BEFORE);
  const head = start > 0 ? "…" : "";
  const line = text.slice(start, start + MAX_LENGTH).replace(/[\s\x00-\x1f\x7f]/g, " ");
  const match = { from: head.length + from - start, to: head.length + Math.min(to - start, line.length) };
  return { excerpt: `${head}${line}${start + line.length < text.length ? "…" : ""}`, match };
}
