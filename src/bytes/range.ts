/**
 * A half-open range of bytes, counted from the start of the payload: it includes `start` and excludes `end`.
 */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 code units of a text: it includes `from` and excludes `to`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}
