/** A half-open run of bytes, counted from the start of the payload: `start` is in it, `end` is not. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A half-open run of UTF-16 units of a text: `from` is in it, `to` is not. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}
