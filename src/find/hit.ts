import type { ByteRange, TextRange } from "../bytes/range";

/**
 * What of a message a hit lies in: `message` is the whole of one that was asked for by what is known of it.
 */
export type HitKind = "name" | "value" | "body" | "bytes" | "header" | "url" | "text" | "message";

/** One place that a query asks for. */
export interface Hit {
  readonly kind: HitKind;
  /** The bytes of it in the payload; `undefined` where it lies outside of it. */
  readonly range?: ByteRange;
  /** The element it lies in, as rendered: "airsync:SyncKey". */
  readonly element?: string;
  /**
   * The names of the elements around that, the outermost first, or where else it lies; at most eight, the
   * first of them "…" where there are more.
   */
  readonly path: readonly string[];
  /** One line around what was found, and where in it that stands. */
  readonly excerpt: string;
  readonly match: TextRange;
}

/** A place in a text and the line around it. */
export type Excerpt = Pick<Hit, "excerpt" | "match">;

const BEFORE = 24;
const LONGEST = 200;

/** The line around a match in a text, cut to what can be looked at; control characters become spaces. */
export function excerptOf(text: string, from: number, to: number): Excerpt {
  const start = Math.max(0, from - BEFORE);
  const head = start > 0 ? "…" : "";
  const line = text.slice(start, start + LONGEST).replace(/[\s\x00-\x1f\x7f]/g, " ");
  const match = { from: head.length + from - start, to: head.length + Math.min(to - start, line.length) };
  return { excerpt: `${head}${line}${start + line.length < text.length ? "…" : ""}`, match };
}
